import ContactCenter
import Simulation
import TestSupport
import Testing

@testable import Staffing

/// A center staffed for what reaches agents keeps its promise when simulated, and one staffed for what is forecast does not.
///
/// Sixty days of ten half-hours around the clock, three warm; the promise is 80/20. The requirement rounds up to whole agents,
/// so that the level may lie above it; 0.785 allows for the stationary formula's own error over a day (beside Erlang A
/// with self-service times, redials and transfers are no Poisson process).
@Suite(
  "Staffing for what reaches agents",
  .enabled(if: TestBuild.isOptimized, "a million contacts need an optimized build"))
struct InflowTheoryTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    /// Whether staffing what is forecast would be too few; too many otherwise.
    var isMore: Bool
    var change: @Sendable (inout [Queue]) -> Void
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "self-service", isMore: false) {
      $0[0].behavior.selfService = SelfService(
        time: Seconds(90), containment: Share(0.4), leakage: Share(0.1),
        extraHandleTime: Seconds(30))
    },
    Case(name: "transfers", isMore: true) {
      $0[1].behavior.transfers = [Transfer(share: Share(0.3), queue: "a")]
    },
    Case(name: "recontacts", isMore: true) {
      $0[0].behavior.recontact = Recontact(share: Share(0.15), delay: Seconds(3600))
    },
    Case(name: "redials", isMore: true) {
      $0[0].patience = Seconds(40)
      $0[0].target = ServiceTarget(serviceLevel: Share(0.6), threshold: Seconds(20))
      $0[0].behavior.redial = Redial(
        afterAbandonment: Share(0.8), afterBlock: Share(0), delay: Seconds(1200))
    },
    Case(name: "all of them", isMore: true) {
      $0[0].behavior.recontact = Recontact(share: Share(0.2), delay: Seconds(3600))
      $0[0].behavior.selfService = SelfService(
        time: Seconds(60), containment: Share(0.1), leakage: Share(0.2))
      $0[1].behavior.transfers = [Transfer(share: Share(0.3), queue: "a")]
      $0[0].behavior.redial = Redial(
        afterAbandonment: Share(0.5), afterBlock: Share(0), delay: Seconds(600))
    },
  ]

  private static let start = Instant(secondsSinceEpoch: 0)
  private static let count = 48 * 8

  private static func queues(_ item: Case) -> [Queue] {
    var queues = ["a", "b"].map { name in
      var queue = SampleCenter.queue(patience: 120, hours: .always)
      queue.name = name
      queue.handleTime = Seconds(240)
      return queue
    }
    item.change(&queues)
    return queues
  }

  private static let forecast = DemandForecast(
    queues: ["a", "b"].map { name in
      QueueForecast(
        queue: name, channel: "voice",
        intervals: (0..<count).map {
          ForecastInterval(
            start: start.advanced(by: 1800 * $0), offered: 150, handleSecondsMean: 240)
        })
    })

  /// The simulated service level of queue a after a day of warming up.
  private static func level(
    _ queues: [Queue], _ requirement: StaffingRequirement
  ) throws -> Double {
    let intervals = (0..<count).map {
      Interval(start: start.advanced(by: 1800 * $0), end: start.advanced(by: 1800 * ($0 + 1)))
    }
    var agents: [String: [Int]] = [:]
    for queue in requirement.queues { agents["g" + queue.queue] = queue.intervals.map(\.agents) }
    var model = SimulationModel(
      intervals: intervals,
      queues: queues.map {
        QueueModel(
          name: $0.name, expectedContacts: Array(repeating: 150, count: count),
          meanHandleSeconds: Array(repeating: 240, count: count),
          meanPatienceSeconds: $0.patience?.value, target: $0.target, behavior: $0.behavior)
      }, groups: queues.map { GroupModel(name: "g" + $0.name, queues: [$0.name]) },
      staffing: .counts(agents))
    model.firstReportedInterval = 48
    let result = try simulateSerially(model, options: SimulationOptions(seed: 3, replications: 8))
    let row = try #require(
      result.outcome.rows.first { $0.period == .run && $0.level == .queue && $0.name == "a" })
    return try #require(row.serviceLevel)
  }

  @Test("The promise is kept with the inflow, and not without it", arguments: cases)
  func kept(_ item: Case) throws {
    let queues = Self.queues(item)
    var request = SampleCenter.request(queues[0])
    request.queues = queues
    let arriving = try Staffer.requirement(forArriving: Self.forecast, request: request)
    let plain = try Staffer.requirement(for: Self.forecast, request: request)
    let target = try #require(queues[0].target.serviceLevel).value
    let kept = try Self.level(queues, arriving.requirement)
    #expect(kept > target - 0.015, "\(kept)")
    #expect(kept < target + 0.1, "\(kept): too many agents")
    func agents(_ result: StaffingResult) -> Int {
      result.requirement[queue: "a"]?.intervals.reduce(0) { $0 + $1.agents } ?? 0
    }
    if item.isMore {
      let missed = try Self.level(queues, plain.requirement)
      #expect(missed < target - 0.02, "\(missed)")
      #expect(agents(arriving) > agents(plain))
    } else {
      #expect(Double(agents(arriving)) < 0.8 * Double(agents(plain)))
    }
  }
}
