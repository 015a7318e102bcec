import ContactCenter
import Probability
import Testing

@testable import Simulation

@Suite struct StationaryEstimateTests {
  private static func queue(contacts: Double) -> QueueModel {
    QueueModel(
      name: "q", expectedContacts: [contacts], meanHandleSeconds: [180], meanPatienceSeconds: 120)
  }

  private static func model(seconds: Int, agents: Int = 5) -> SimulationModel {
    .stationary(
      seconds: seconds, queues: [queue(contacts: Double(seconds) / 40)],
      groups: [GroupModel(name: "g", queues: ["q"], costPerHour: 36)], agents: ["g": agents])
  }

  @Test("A transient goes with the warm-up, and the rest makes batches of equal length")
  func synthetic() throws {
    var stream = Xoshiro256(StreamKey(seed: 5, purpose: "stationary"))
    let cells = (0..<1003).map { cell in
      let mean = cell < 120 ? 50.0 : 5.0
      return PairedDifference.Fraction(10 * (mean + stream.normal()), 10)
    }
    let estimate = try #require(StationaryEstimate(cells))
    #expect(estimate.warmUpCells >= 120)
    #expect(estimate.warmUpCells < 160)
    #expect(estimate.batches.count == 30)
    #expect(Set(estimate.batches.map(\.count)).count == 1)
    #expect(estimate.batches.first?.lowerBound == estimate.warmUpCells)
    #expect(estimate.batches.last?.upperBound == 1003)
    for (one, next) in zip(estimate.batches, estimate.batches.dropFirst()) {
      #expect(one.upperBound == next.lowerBound)
    }
    #expect(abs(estimate.batchCorrelation) < 0.5)
  }

  @Test("Waits that keep growing have no warm-up, and so has a run that is too short")
  func unsettled() {
    let growing = (0..<1000).map { PairedDifference.Fraction(Double($0), 1) }
    #expect(StationaryEstimate(growing) == nil)
    let flat = Array(repeating: PairedDifference.Fraction(1, 1), count: 59)
    #expect(StationaryEstimate(flat) == nil)
    #expect(StationaryEstimate(flat + flat)?.warmUpCells == 28)
  }

  @Test("The row tells the measured time: its volumes, agents and cost")
  func row() throws {
    let result = try simulateStationary(Self.model(seconds: 600_000))
    #expect(result.warmUpSeconds + result.measuredSeconds == 600_000)
    #expect(result.warmUpSeconds < 100_000)
    #expect(result.batches == 30)
    let row = try #require(result.outcome.run(.queue, "q"))
    let expected = result.measuredSeconds / 40
    #expect(abs((row.offered ?? 0) - expected) < 4 * expected.squareRoot())
    #expect(row.start.secondsSinceEpoch == Int(result.warmUpSeconds))
    let group = try #require(result.outcome.run(.group, "g"))
    #expect(group.agents == 5)
    #expect(abs((group.cost ?? 0) - result.measuredSeconds / 100 * 5) < 0.05)
    #expect((row.serviceLevelError ?? 0) > 0)
    #expect(result.serviceLevels.contains { $0.name == "q" && $0.definition == .virtual })
    let again = try simulateStationary(Self.model(seconds: 600_000))
    #expect(again.outcome == result.outcome)
  }

  static let refusals: [(String, @Sendable (inout SimulationModel) -> Void)] = [
    (
      "overload",
      {
        $0.queues[0].meanPatienceSeconds = nil; $0.staffing = .counts(["g": [1]])
      }
    ),
    ("too short", { $0 = StationaryEstimateTests.model(seconds: 150) }),
    ("two intervals", { $0 = TestModels.single(contacts: [1, 2], agents: [3, 3]) }),
    ("no interval", { $0.intervals = [] }),
    ("busyness", { $0.queues[0].busynessVariation = 0.1 }),
    ("recorded contacts", { $0.queues[0].arrivals = .trace([]) }),
    ("no volume", { $0.queues[0].expectedContacts = [] }),
  ]

  @Test("What does not settle, or is not stationary, is an error with a hint", arguments: refusals)
  func refused(_ name: String, _ change: @Sendable (inout SimulationModel) -> Void) throws {
    var model = Self.model(seconds: 60_000)
    change(&model)
    let error = try #require(throws: SimulationError.self) { try simulateStationary(model) }
    #expect(error.advice.hasPrefix("Maybe"))
  }
}
