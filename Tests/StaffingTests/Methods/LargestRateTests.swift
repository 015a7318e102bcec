import ContactCenter
import Testing

@testable import Staffing

@Suite("sipp-max: the largest rate")
struct LargestRateTests {
  @Test("the busiest step of the block; with one step a block, sipp")
  func largest() throws {
    let line = try profile([3, 9, 6, 12, 3, 0.5])
    #expect(LargestRate.rates(of: line, contacts: line.contacts) == [9.0 / 300, 12.0 / 300])
    let plain = try profile([3, 9, 6], blocks: .fiveMinutes)
    #expect(
      LargestRate.rates(of: plain, contacts: plain.contacts)
        == AverageRate.rates(of: plain, contacts: plain.contacts))
  }
}
