import Queueing
import Testing

@Suite("The catalog of formulas")
struct QueueingCatalogTests {
  @Test("names are sorted, apart, and found again")
  func names() throws {
    let names = QueueingCatalog.formulas.map { $0.name }
    #expect(names == Set(names).sorted())
    for formula in QueueingCatalog.formulas {
      #expect(try QueueingCatalog.formula(named: formula.name) == formula)
      #expect(formula.summary.hasSuffix("."))
    }
  }

  @Test("a near miss names the formula that was meant")
  func nearMiss() {
    let error = #expect(throws: QueueingError.self) {
      try QueueingCatalog.formula(named: "erlang-d")
    }
    #expect(error?.hint.hasPrefix("Maybe \"erlang-") == true)
  }
}
