import ContactCenter
import Planning
import Testing

@Suite struct PlanCheckTests {
  private static func findings(_ keys: String, _ agents: [Agent]) throws -> [Finding] {
    let plan = try PlanReader.read("timezone: UTC\n" + keys, file: "p")
    let history = DemandHistory(
      queues: [
        QueueHistory(
          queue: "a", channel: "voice", starts: [Instant(secondsSinceEpoch: 0)], offered: [1])
      ], length: .fifteenMinutes)
    return try PlanCheck.findings(
      plan: plan, data: PlanData(history: history, calendar: BusinessCalendar(), agents: agents))
  }

  private static func agent(site: String? = nil, hired: CivilDate? = nil) -> Agent {
    Agent(name: "ann", group: "a", contract: "full-time", site: site, hired: hired)
  }

  @Test("A site that nobody works at is named, with the nearest where somebody does")
  func sites() throws {
    let keys = """
      queues: { a: { site: Lisbom } }
      attendance: { site_outages: [{ site: Manila, start: 2026-01-01, end: 2026-01-02 }] }
      """
    let found = try Self.findings(keys, [Self.agent(site: "Lisbon")])
      .filter { $0.code == "check.unknown-site" }
    #expect(found.map(\.place) == ["queues.a.site", "attendance.site_outages"])
    #expect(found.first?.advice == "Maybe Lisbon is meant.")
    let known = "queues: { a: { site: Lisbon } }\ngroups: { a: { queues: [a], site: Lisbon } }"
    #expect(try Self.findings(known, [Self.agent()]).isEmpty)
  }

  @Test("A ramp that nobody is on is noted")
  func rampUp() throws {
    let keys = "queues: { a: {} }\nramp_up: { weeks: 8, from: 60% }"
    #expect(
      try Self.findings(keys, [Self.agent()]).map(\.code) == ["check.ramp-up-without-hires"])
    let hired = Self.agent(hired: CivilDate(daysSinceEpoch: 20_000))
    #expect(try Self.findings(keys, [hired]).isEmpty)
  }
}
