import ContactCenter
import Simulation
import TestSupport
import Testing

@testable import Staffing

/// Deferred work staffed for a share in time has that share when simulated.
///
/// The target is 85 % of four hours. Agents are rounded up, and a contact counts as in time when its work begins, not
/// when it ends, so that the level may lie above it; a fifth fewer agents must miss it.
@Suite(
  "Deferred work beside simulation",
  .enabled(if: TestBuild.isOptimized, "hundreds of thousands of contacts need an optimized build"))
struct DeferredTheoryTests {
  static let clocks: [QueueBehavior.Clock] = [.always, .openHours]

  @Test("The share in time comes out by either clock", arguments: clocks)
  func share(clock: QueueBehavior.Clock) throws {
    // Ten days around the clock, busy by day; the door is open from 06:00 to 22:00.
    let count = 48 * 10
    let start = Instant(secondsSinceEpoch: 0)
    let hours = OpeningHours(
      week: Array(repeating: [OpeningHours.Stretch(start: 360, end: 1320)], count: 7))
    var queue = SampleCenter.queue(SampleCenter.email, patience: nil, hours: hours)
    queue.target = ServiceTarget(serviceLevel: Share(0.85), threshold: Seconds(4 * 3600))
    queue.behavior.clock = clock
    let volumes = (0..<count).map { slot -> Double in
      let hour: Double = Double(slot % 48) / 2
      let rush: Double = max(0, 1 - abs(hour - 11) / 4)
      return hour < 6 || hour >= 22 ? 3 : 20 + 40 * rush
    }
    let forecast = SampleCenter.forecast(volumes, from: start, handle: 1200)
    let rows = try SampleCenter.intervals(forecast, SampleCenter.request(queue))
    let intervals = (0..<count).map {
      Interval(start: start.advanced(by: 1800 * $0), end: start.advanced(by: 1800 * ($0 + 1)))
    }
    let open = (0..<10).map { (day: Int) -> Range<Double> in
      let midnight = Double(day) * 86_400
      return (midnight + 21_600)..<(midnight + 79_200)
    }
    func level(_ agents: [Int]) throws -> Double {
      let model = SimulationModel(
        intervals: intervals,
        queues: [
          QueueModel(
            name: "sales", channel: "email", expectedContacts: volumes,
            meanHandleSeconds: Array(repeating: 1200, count: count), target: queue.target,
            behavior: queue.behavior, openSeconds: open)
        ], groups: [GroupModel(name: "g", queues: ["sales"])], staffing: .counts(["g": agents]))
      let result = try simulateSerially(
        model, options: SimulationOptions(seed: 5, replications: 20))
      let row = try #require(
        result.outcome.rows.first { $0.period == .run && $0.level == .queue })
      return try #require(row.serviceLevel)
    }
    let kept = try level(rows.map(\.agents))
    #expect(kept > 0.84, "\(kept)")
    let missed = try level(rows.map { Int(Double($0.agents) * 0.8) })
    #expect(missed < 0.85, "\(missed)")
  }
}
