import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct BreakWindowRuleTests {
  @Test(
    "a break too early, too short, too many or of the wrong kind is found",
    arguments: [
      [(2.0, 2.0, RosterActivity.work)],
      [(0.5, 0.75, .break)],
      [(2, 2.5, .break)],
      [(2, 2.25, .lunch)],
      [(1.5, 1.75, .break), (2.25, 2.5, .break)],
    ])
  func broken(breaks: [(Double, Double, RosterActivity)]) throws {
    let fixture = AuditFixture()
    try checkSchedulingRule(
      BreakWindowRule(), kept: fixture.roster(),
      broken: fixture.changing {
        $0.entries.removeAll { $0.agent == "bob" && $0.start < Fixture.at(1, 0) }
        var at = 0.0
        for (from, to, activity) in breaks {
          $0.entries.append(AuditFixture.entry("bob", 0, 9 + at, 9 + from))
          if from < to {
            $0.entries.append(AuditFixture.entry("bob", 0, 9 + from, 9 + to, activity))
          }
          at = to
        }
        $0.entries.append(AuditFixture.entry("bob", 0, 9 + at, 13))
      }, place: "bob")
  }

  @Test("a published shift needs no breaks")
  func pinned() throws {
    let roster = try AuditFixture().changing {
      $0.entries.removeAll { $0.agent == "bob" && $0.start < Fixture.at(1, 0) }
      $0.entries.append(AuditFixture.entry("bob", 0, 9, 13))
      $0.availability = [
        Availability(agent: "bob", start: Fixture.at(0, 9), end: Fixture.at(0, 13), kind: .pinned)
      ]
    }
    #expect(BreakWindowRule().violations(in: roster).isEmpty)
  }
}
