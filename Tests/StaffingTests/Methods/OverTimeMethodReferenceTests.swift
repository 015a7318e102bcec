import ContactCenter
import Probability
import Simulation
import TestSupport
import Testing

@testable import Staffing

@Suite("Staffing over time, beside the table of methods")
struct OverTimeMethodReferenceTests {
  static let methods: [(OverTimeMethod, String)] = [
    (.sipp, "sipp_avg"), (.sippMax, "sipp_max"), (.lag, "lag_avg"), (.mol, "mol_avg"),
    (.molMax, "mol_max"),
  ]

  @Test(
    "the agents of every interval are those of the table", arguments: ["sin_short", "sin_long"])
  func agents(name: String) throws {
    let day = try SinusoidDay(name)
    for (method, column) in Self.methods {
      let expected = day.expected(column)
      #expect(expected.count == day.volumes.count / 6)
      #expect(try day.agents(method) == expected, "\(name) \(column)")
    }
  }

  @Test(
    "simulated with calls given back when staff leaves, the day's service is the exact one",
    .enabled(if: TestBuild.isOptimized, "millions of contacts need an optimized build"),
    arguments: ["sin_short", "sin_long"])
  func service(name: String) throws {
    let day = try SinusoidDay(name)
    for (method, column) in Self.methods {
      let exact = try #require(day.level(column))
      let model = try Self.model(day, agents: day.agents(method))
      var ratio = RatioStatistics()
      for replication in 0..<100 {
        let tally = try simulateOnce(model, seed: 7, replication: replication)
        let own = tally.queue(0, over: 0..<tally.intervalCount)
        ratio.add(numerator: Double(own.answeredInThreshold), denominator: Double(own.offered))
      }
      let interval = ratio.interval(confidence: 0.999)
      #expect(interval.contains(exact), "\(name) \(column): \(interval) \(exact)")
      #expect(interval.halfWidth < 0.005)
    }
  }

  /// Fifty such days, each followed by hours without contacts in which the center runs dry.
  private static func model(_ day: SinusoidDay, agents: [Int]) throws -> SimulationModel {
    let dry = Int(22 * day.handle) + 7200
    let lengths = day.volumes.map { _ in 300 } + [dry]
    let staff = agents.flatMap { Array(repeating: $0, count: 6) } + [agents.last ?? 0]
    let days = 50
    var start = 0
    let intervals = (0..<days).flatMap { _ in lengths }.map { length in
      defer { start += length }
      return Interval(
        start: Instant(secondsSinceEpoch: start), end: Instant(secondsSinceEpoch: start + length))
    }
    return SimulationModel(
      intervals: intervals,
      queues: [
        QueueModel(
          name: "q", expectedContacts: (0..<days).flatMap { _ in day.volumes + [0] },
          meanHandleSeconds: intervals.map { _ in day.handle }, meanPatienceSeconds: day.patience,
          target: day.queue.target)
      ],
      groups: [GroupModel(name: "g", queues: ["q"])],
      staffing: .counts(["g": (0..<days).flatMap { _ in staff }]),
      attendance: AttendanceModel(shiftEnd: .handOver))
  }
}
