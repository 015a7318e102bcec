import Testing

@testable import Staffing

@Suite("sipp: the average rate")
struct AverageRateTests {
  @Test("contacts of the block over its length")
  func average() throws {
    let line = try profile([3, 6, 9, 12, 12, 12])
    #expect(AverageRate.rates(of: line, contacts: line.contacts) == [18.0 / 900, 36.0 / 900])
  }
}
