import ContactCenter
import Planning
import Staffing
import Testing

@Suite struct SeatCheckTests {
  /// The findings about 150 contacts in half an hour, of 3 minutes each: 17 agents or so.
  private static func findings(_ keys: String) throws -> [Finding] {
    let plan = try PlanReader.read(
      "timezone: UTC\ninterval: 30m\nqueues: { a: { patience: 2m } }\n" + keys, file: "p")
    let forecast = DemandForecast(queues: [
      QueueForecast(
        queue: "a", channel: "voice",
        intervals: [10, 150, 150, 10].enumerated().map { index, volume in
          ForecastInterval(
            start: Instant(secondsSinceEpoch: 1800 * index), offered: volume,
            handleSecondsMean: 180)
        })
    ])
    return try StaffStage.run(plan: plan, forecast: forecast, calendar: BusinessCalendar())
      .findings.filter { $0.code == "staffing.seats" }
  }

  @Test("A site with fewer seats than agents is named with its first interval and the worst")
  func tooFew() throws {
    let found = try Self.findings(
      "groups: { g: { queues: [a], site: Austin } }\nsites: { Austin: { seats: 12 } }")
    #expect(found.count == 1)
    #expect(found.first?.place == "Austin 1970-01-01T00:30:00")
    #expect(found.first?.message.contains("2 intervals need more agents") == true)
  }

  @Test("Remote agents take no seat, and a queue served elsewhere too says nothing")
  func elsewhere() throws {
    let sites = "\nsites: { Austin: { seats: 12 } }"
    #expect(
      try Self.findings("groups: { g: { queues: [a], site: Austin, remote: 50% } }" + sites).isEmpty
    )
    #expect(
      try Self.findings(
        "groups: { g: { queues: [a], site: Austin }, h: { queues: [a], site: Cork } }" + sites
      ).isEmpty)
  }
}
