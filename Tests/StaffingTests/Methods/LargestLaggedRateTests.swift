import Testing

@testable import Staffing

@Suite("lag-max: the largest rate one handle time earlier")
struct LargestLaggedRateTests {
  @Test("the busiest step that the block looks back on")
  func largest() throws {
    let line = try profile([3, 6, 9, 12, 15, 18], handle: 450)
    let rates = LargestLaggedRate.rates(of: line, contacts: line.contacts)
    #expect(rates == [6.0 / 300, 15.0 / 300])
  }
}
