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

  @Test("the entries hold every model of the calculator, in order, and are found by name")
  func entries() throws {
    let names = QueueingCatalog.entries.map(\.name)
    #expect(
      names == [
        "chat", "erlang-a", "erlang-b", "erlang-c", "erlang-x", "mgn", "mmn-g", "mmnk", "mmnk-a",
      ])
    for entry in QueueingCatalog.entries {
      #expect(try QueueingCatalog.entry(named: entry.name) == entry)
      #expect(entry.summary.hasSuffix("."))
    }
    let error = #expect(throws: QueueingError.self) { try QueueingCatalog.entry(named: "mmn-q") }
    #expect(error?.hint == "Maybe \"mmn-g\" was meant.")
  }

  @Test("a near miss names the formula that was meant")
  func nearMiss() {
    let error = #expect(throws: QueueingError.self) {
      try QueueingCatalog.formula(named: "erlang-d")
    }
    #expect(error?.hint.hasPrefix("Maybe \"erlang-") == true)
  }
}
