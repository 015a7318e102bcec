import ContactCenter
import Scheduling
import TestSupport
import Testing

@Suite("RandomCenter")
struct RandomCenterTests {
  @Test("Equal seeds make equal centers, and they are as varied as they claim")
  func variety() throws {
    var rules: Set<String> = []
    var kinds: Set<Availability.Kind> = []
    var trouble = 0
    for seed in 0..<200 {
      let center = RandomCenter(seed: seed)
      #expect((10...60).contains(center.agents.count))
      #expect((7...28).contains(center.days))
      #expect(!center.shifts.isEmpty)
      for contract in center.contracts {
        #expect(throws: Never.self) { try ContractRules.rules(of: contract) }
        rules.formUnion(contract.rules.map(\.rule))
      }
      kinds.formUnion(center.availability.map(\.kind))
      if center.trouble != nil { trouble += 1 }
    }
    #expect(RandomCenter(seed: 7).shifts == RandomCenter(seed: 7).shifts)
    #expect(RandomCenter(seed: 7).availability == RandomCenter(seed: 7).availability)
    #expect(kinds == Set(Availability.Kind.allCases))
    #expect(trouble > 30)
    // Every rule of the catalog is drawn: a new one needs an entry in RandomRules.
    #expect(rules == Set(LineRuleCatalog.all.map(\.name)))
  }
}
