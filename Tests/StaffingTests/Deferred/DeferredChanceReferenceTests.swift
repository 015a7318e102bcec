import ContactCenter
import TestSupport
import Testing

@testable import Staffing

@Suite(
  "The chance of deferred work against tables",
  .enabled(if: TestBuild.isOptimized, "numbers are checked in an optimized build"))
struct DeferredChanceReferenceTests {
  @Test(
    "Work that stands at the door: the normal columns of backlog_clear_probability.csv, near the exact ones",
    arguments: [1.0, 0])
  func clear(variation: Double) throws {
    for row in try staffingTable("backlog_clear_probability.csv") {
      func number(_ name: String) throws -> Double {
        try #require(row[name].flatMap(Double.init))
      }
      let hours = try number("hours")
      var queue = SampleCenter.queue(SampleCenter.email, patience: nil, hours: .always)
      queue.handleTimeVariation = variation
      queue.behavior.clock = .openHours
      // All of it comes in the last half hour before the door opens, and is due when the last hour ends.
      let opens = OpeningHours(
        week: Array(repeating: [OpeningHours.Stretch(start: 570, end: 1440)], count: 7))
      queue.openingHours = opens
      let count = Int(2 * hours)
      let forecast = SampleCenter.forecast(
        [try number("mean_contacts")] + Array(repeating: 0, count: count),
        handle: try number("handle_s"))
      let work = try OpenWork(
        forecast.queues[0], queue: queue, request: SampleCenter.request(queue))
      let chance = DeferredChance(work, clock: .openHours, deadline: hours * 3600)
      // All of the first interval's contacts.
      let point = work.points[2]
      let agents = try number("n_staff")
      let value = chance.chance(
        of: point, until: hours * 3600, capacity: Array(repeating: agents, count: count))
      let kind = variation == 1 ? "exp" : "det"
      #expect(abs(value - (try number("normal_\(kind)"))) < 1e-6, "\(row)")
      #expect(abs(value - (try number("exact_\(kind)"))) < 0.1, "\(row)")
    }
  }
}
