import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite struct KnownAgentRuleTests {
  @Test(
    "a stranger, a group that is not theirs and an unknown contract are found",
    arguments: [0, 1, 2])
  func unknown(kind: Int) throws {
    let fixture = AuditFixture()
    try checkSchedulingRule(
      KnownAgentRule(), kept: fixture.roster(),
      broken: fixture.changing {
        switch kind {
        case 0: $0.agents.removeLast()
        case 1: $0.agents[1].group = "back"
        default: $0.contracts.removeLast()
        }
      }, place: "bob")
  }
}
