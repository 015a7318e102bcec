import ContactCenter
import Scheduling
import Testing

@Suite("ContractRules")
struct ContractRulesTests {
  private var contract: Contract {
    Contract(
      name: "ward", hoursPerWeek: 40, daysPerWeek: 5, shiftMinutes: [480], restMinutes: 660)
  }

  @Test("A contract's own fields are hard rules, and its further rules follow")
  func all() throws {
    var contract = contract
    contract.rules = [RuleTerms("consecutive-days", maximum: 5, price: 2)]
    let rules = try ContractRules.rules(of: contract)
    #expect(rules.map(\.rule.name) == ["rest", "hours", "days-per-week", "consecutive-days"])
    #expect(rules.map(\.isHard) == [true, true, true, false])
  }

  @Test("The least hours of a week are part of the same rule")
  func least() throws {
    var contract = contract
    contract.minimumHoursPerWeek = 20
    let hours = try ContractRules.rules(of: contract)[1].rule
    #expect(LineSketch("D------ DDDDD--").amounts(hours) == [12])
  }

  @Test("Terms that make no sense are refused by name and term")
  func refused() {
    var contract = contract
    contract.minimumHoursPerWeek = 41
    #expect(
      throws: RuleTermsError(rule: "hours", term: .minimum, problem: "is 41h, above max 40h")
    ) { try ContractRules.rules(of: contract) }
  }
}
