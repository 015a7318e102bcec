import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct ShiftTimesRuleTests {
  @Test(
    "A shift that starts too early, too late, ends too late or is of a wrong type is found",
    arguments: 0..<4)
  func broken(kind: Int) throws {
    let fixture = AuditFixture()
    var contract = Fixture.partTime
    switch kind {
    case 0: contract.earliestStart = 600
    case 1: contract.latestStart = 480
    case 2: contract.latestEnd = 720
    default: contract.shiftTypes = ["late"]
    }
    try checkSchedulingRule(
      ShiftTimesRule(), kept: fixture.roster(),
      broken: fixture.changing {
        $0.contracts = [Fixture.fullTime, contract]
        $0.rules.types = [ShiftType(name: "late", starts: 720...900)]
      }, place: "bob")
  }

  @Test("A published shift may lie anywhere, and a type that fits is allowed")
  func allowed() throws {
    var contract = Fixture.partTime
    contract.shiftTypes = ["early"]
    let typed = try AuditFixture().changing {
      $0.contracts = [Fixture.fullTime, contract]
      $0.rules.types = [ShiftType(name: "early", starts: 480...600)]
    }
    #expect(ShiftTimesRule().violations(in: typed).isEmpty)
    contract.earliestStart = 600
    let pinned = try AuditFixture().changing {
      $0.contracts = [Fixture.fullTime, contract]
      $0.rules.types = [ShiftType(name: "early", starts: 480...600)]
      $0.entries.removeAll { $0.agent == "bob" && $0.start >= Fixture.at(1, 0) }
      $0.availability = [
        Availability(agent: "bob", start: Fixture.at(0, 9), end: Fixture.at(0, 13), kind: .pinned)
      ]
    }
    #expect(ShiftTimesRule().violations(in: pinned).isEmpty)
  }
}
