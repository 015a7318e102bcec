import ContactCenter
import Testing

@testable import Planning

@Suite struct OfficeTimeTests {
  private static let morning = 1_762_160_400  // 2025-11-03 09:00Z, a Monday

  private static func plan(_ ledger: String) throws -> Plan {
    try PlanReader.read(
      "timezone: UTC\nqueues: { a: {} }\nshrinkage: \(ledger)", file: "p")
  }

  /// Eight hours of work with a break in the middle, for so many agents.
  private static func roster(_ agents: Int) -> Roster {
    Roster(
      entries: (0..<agents).flatMap { number in
        [
          RosterEntry(
            agent: "agent \(number)", start: Instant(secondsSinceEpoch: morning),
            end: Instant(secondsSinceEpoch: morning + 28_800), activity: .work, group: "a"),
          RosterEntry(
            agent: "agent \(number)", start: Instant(secondsSinceEpoch: morning + 14_400),
            end: Instant(secondsSinceEpoch: morning + 16_200), activity: .break, group: "a"),
        ]
      })
  }

  private static func seconds(_ roster: Roster, _ activity: RosterActivity) -> Int {
    roster.entries.filter { $0.activity == activity }
      .reduce(0) { $0 + $1.end.seconds(since: $1.start) }
  }

  @Test("Each shift loses its share, beside its break and nothing else")
  func share() throws {
    let plan = try Self.plan("{ categories: { sickness: 10%, training: 9%, meetings: 4.5% } }")
    let added = OfficeTime(plan: plan).added(to: Self.roster(7)).roster
    // 7.5 hours of work; those who come lose 9 of the 90 % that are not sick.
    #expect(Self.seconds(added, .training) == 7 * 2700)
    #expect(Self.seconds(added, .meeting) == 7 * 1350)
    let pauses = added.entries.filter { $0.activity != .work }
    for (a, b) in zip(pauses, pauses.dropFirst()) where a.agent == b.agent {
      #expect(a.end <= b.start)
    }
    let starts = Set(pauses.filter { $0.activity == .training }.map(\.start))
    #expect(starts.count >= 5, "agents are not trained at the same time")
  }

  @Test("Time of certain hours is taken in these")
  func hours() throws {
    let plan = try Self.plan(
      "{ categories: { huddle: { share: 25%, when: { mon: \"10:00-12:00\" } } } }")
    let added = OfficeTime(plan: plan).added(to: Self.roster(5)).roster
    #expect(Self.seconds(added, .meeting) == 5 * 1800)
    for entry in added.entries where entry.activity == .meeting {
      #expect(entry.start.secondsSinceEpoch >= Self.morning + 3600)
      #expect(entry.end.secondsSinceEpoch <= Self.morning + 10_800)
    }
  }

  @Test("A roster with meetings of its own is left as it is, with a note")
  func own() throws {
    let plan = try Self.plan("{ categories: { meetings: 4% } }")
    var roster = Self.roster(1)
    roster.entries.append(
      RosterEntry(
        agent: "agent 0", start: Instant(secondsSinceEpoch: Self.morning),
        end: Instant(secondsSinceEpoch: Self.morning + 900), activity: .meeting))
    let added = OfficeTime(plan: plan).added(to: roster)
    #expect(added.roster == roster)
    #expect(added.findings.map(\.code) == ["simulate.roster-has-meetings"])
  }

  @Test("Sickness takes no part of a shift, and breaks none that shifts hold")
  func away() throws {
    let plan = try Self.plan("{ categories: { sickness: 10%, breaks: 9%, vacation: 10% } }")
    #expect(OfficeTime(plan: plan).added(to: Self.roster(2)).roster == Self.roster(2))
  }
}
