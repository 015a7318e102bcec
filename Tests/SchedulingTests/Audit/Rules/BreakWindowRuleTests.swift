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

  @Test("Breaks too close together and work too long in one piece are found, windows kept or not")
  func spacing() throws {
    func messages(_ spacing: BreakSpacing) throws -> [String] {
      let roster = try AuditFixture().changing {
        for index in $0.rules.patterns.indices { $0.rules.patterns[index].spacing = spacing }
      }
      return BreakWindowRule().violations(in: roster).filter { $0.place == "bob" }.map(\.message)
    }
    // Bob works two hours, then one and three quarters.
    #expect(try messages(BreakSpacing(leastWork: 105, mostWork: 120)).isEmpty)
    #expect(try messages(BreakSpacing(leastWork: 106)).allSatisfy { $0.contains("at least 106") })
    #expect(try messages(BreakSpacing(leastWork: 106)).count == 4)
    #expect(try messages(BreakSpacing(mostWork: 119)).allSatisfy { $0.contains("at most 119") })
    #expect(try messages(BreakSpacing(mostWork: 119)).count == 4)
  }
}
