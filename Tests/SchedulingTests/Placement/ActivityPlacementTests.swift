import ContactCenter
import TestSupport
import Testing

@testable import Scheduling

@Suite struct ActivityPlacementTests {
  typealias Small = PlacementFixture

  /// Two agents from 8 to 12 with breaks at 9:30 and 10.
  static func pair(_ need: CoverageNeed?) -> RosterUnderAudit {
    Small.underAudit(
      Small.shift("ana", 0, 8, pause: 1.5) + Small.shift("ben", 0, 8, pause: 2),
      agents: Small.agents(["ana", "ben"]), need: need)
  }

  @Test("Coaching goes where the need is low, one agent after the other")
  func low() throws {
    let need = try Small.need { $0 < 8 || $0 >= 12 ? 0 : $0 < 11 ? 2 : 1 }
    let result = try ActivityPlacement.solve(
      Self.pair(need),
      requests: [ActivityRequest(name: "coaching", kind: .coaching, minutes: 30)])
    #expect(result.unplaced == [])
    #expect(result.addedShortHours == 0)
    #expect(result.sessions.map(\.stretch.start) == [Fixture.at(0, 11), Fixture.at(0, 11.5)])
    #expect(Set(result.sessions.flatMap(\.agents)) == ["ana", "ben"])
    #expect(result.hours == 1)
    let audit = RosterAudit.check(
      Small.underAudit(
        result.roster.entries, agents: Small.agents(["ana", "ben"]), need: need))
    // Only the breaks, which stood there before, leave anything short.
    #expect(audit.shortHours == 0.5)
    #expect(Set(audit.violations.map(\.rule)) == ["coverage"])
  }

  @Test("A team meets when enough are at work together, in the hours it names")
  func together() throws {
    let morning = OpeningHours(
      week: (0..<7).map { _ in [OpeningHours.Stretch(start: 540, end: 660)] })
    let request = ActivityRequest(
      name: "team", minutes: 30, together: Share(1), hours: morning)
    let result = try ActivityPlacement.solve(Self.pair(nil), requests: [request])
    // Breaks at 9:30 and 10:00 leave 9:00 to 9:30 and 10:15 to 11:00; the earliest is taken.
    #expect(result.sessions.map(\.agents) == [["ana", "ben"]])
    #expect(result.sessions.first?.stretch.start == Fixture.at(0, 9))
    #expect(result.findings == [])
  }

  @Test("A team that is never together says how many were free at once")
  func apart() throws {
    let roster = Small.underAudit(
      Small.shift("ana", 0, 8, pause: 1.5) + Small.shift("ben", 0, 13, pause: 2),
      agents: Small.agents(["ana", "ben"]), need: nil)
    let result = try ActivityPlacement.solve(
      roster, requests: [ActivityRequest(name: "team", minutes: 30, together: Share(0.8))])
    #expect(result.sessions == [])
    #expect(
      result.unplaced.map(\.reason)
        == ["at most 1 of 2 are free at once (2026-03-09T08:00:00), 2 are needed"])
    #expect(result.findings.map(\.code) == ["schedule.activity-unplaced"])
    #expect(result.roster == roster.roster)
    let half = try ActivityPlacement.solve(
      roster, requests: [ActivityRequest(name: "team", minutes: 30, together: Share(0.5))])
    #expect(half.sessions.count == 1)
  }

  @Test("Sessions of one agent keep their days apart, and what does not fit is told")
  func daysApart() throws {
    let roster = Small.underAudit(
      (0..<5).flatMap { Small.shift("ana", $0, 8, pause: 2) }, agents: Small.agents(["ana"]),
      need: nil)
    let request = ActivityRequest(name: "coaching", minutes: 45, times: 3, daysApart: 2)
    let result = try ActivityPlacement.solve(roster, requests: [request])
    let days = result.sessions.map { Fixture.grid.date(of: $0.stretch.start) }
    #expect(days == [0, 2, 4].map { Fixture.monday.advanced(by: $0) })
    let four = try ActivityPlacement.solve(
      roster, requests: [ActivityRequest(name: "coaching", minutes: 45, times: 4, daysApart: 2)])
    #expect(four.unplaced.map(\.reason) == ["every shift is within 2 days of another"])
  }

  @Test(
    "What keeps a session from a place is named",
    arguments: [
      (ActivityRequest(name: "a", agents: ["cem"], minutes: 30), "no shift in these days"),
      (
        ActivityRequest(name: "a", agents: ["ana"], minutes: 150),
        "no 150 minutes of work in one piece, clear of breaks"
      ),
      (ActivityRequest(name: "a", agents: ["ana"], minutes: 300), "no shift is long enough"),
      (
        ActivityRequest(
          name: "a", agents: ["ana"], minutes: 30,
          hours: OpeningHours(week: (0..<7).map { _ in [.init(start: 780, end: 900)] })),
        "no shift in its hours"
      ),
    ])
  func reasons(request: ActivityRequest, reason: String) throws {
    let roster = Small.underAudit(
      Small.shift("ana", 0, 8, pause: 2), agents: Small.agents(["ana", "cem"]), need: nil)
    let result = try ActivityPlacement.solve(roster, requests: [request])
    #expect(result.unplaced.map(\.reason) == [reason])
  }

  @Test("Strangers and groups without agents are told")
  func strangers() throws {
    let result = try ActivityPlacement.solve(
      Self.pair(nil),
      requests: [
        ActivityRequest(name: "a", agents: ["anna"], minutes: 30),
        ActivityRequest(name: "b", groups: ["back"], minutes: 30),
      ])
    #expect(
      result.findings.map(\.code) == [
        "schedule.unknown-agent", "schedule.activity-for-nobody",
        "schedule.activity-for-nobody",
      ])
    #expect(result.findings.first?.advice == "Maybe ana is meant.")
  }

  @Test("A length that makes no sense is an error")
  func badLength() {
    #expect(throws: SchedulingError.self) {
      try ActivityPlacement.solve(
        Self.pair(nil), requests: [ActivityRequest(name: "a", minutes: 0)])
    }
  }

  @Test(
    "On random rosters sessions lie in work, and the shortage is what the audit counts",
    arguments: 1...4)
  func law(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    let names = (0..<6).map { "agent-\($0)" }
    let entries = names.flatMap { name in
      (0..<5).flatMap { day in
        Small.shift(
          name, day, 7 + 0.5 * Double(below(6, &numbers)),
          pause: 1.5 + 0.25 * Double(below(4, &numbers)))
      }
    }
    let need = try Small.need(days: 5) { _ in Double(below(6, &numbers)) }
    let roster = Small.underAudit(entries, agents: Small.agents(names), need: need)
    let requests = [
      ActivityRequest(name: "team", minutes: 30, together: Share(0.5)),
      ActivityRequest(name: "coaching", kind: .coaching, minutes: 45, times: 2, daysApart: 2),
      ActivityRequest(name: "huddle", kind: .training, minutes: 15, span: .day),
    ]
    let result = try ActivityPlacement.solve(roster, requests: requests)
    let before = Small.short(roster, with: entries)
    let after = Small.short(roster, with: result.roster.entries)
    #expect(abs(after - before - result.addedShortHours) < 1e-9)
    let audit = RosterAudit.check(
      Small.underAudit(result.roster.entries, agents: Small.agents(names), need: nil))
    #expect(!audit.violations.contains { ["breaks", "overlap"].contains($0.rule) })
    #expect(audit.paidHours == RosterAudit.check(roster).paidHours)
    let off = result.roster.entries.filter { RosterShift.isActivity($0.activity) }
    #expect(
      abs(off.reduce(0) { $0 + Double($1.end.seconds(since: $1.start)) / 3600 } - result.hours)
        < 1e-9)
    #expect(try ActivityPlacement.solve(roster, requests: requests.reversed()) == result)
  }
}
