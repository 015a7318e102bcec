import Testing

@testable import Staffing

@Suite("lag: the average rate one handle time earlier")
struct LaggedRateTests {
  @Test("ten minutes back, steps in part; before the opening its first rate holds")
  func lagged() throws {
    // Handle time 450 s: the second block sees 450 s to 1350 s after opening less 450: half of step 1, all of 2 and 3.
    let line = try profile([3, 6, 9, 12, 15, 18], handle: 450)
    let rates = LaggedRate.rates(of: line, contacts: line.contacts)
    // −450…450 s: 750 s at 3 per step, 150 s at 6.
    #expect((rates[0] * 900 - (750 * 3 + 150 * 6) / 300.0).magnitude < 1e-12)
    // 450…1350 s: 150 s at 6, 300 at 9, 300 at 12, 150 at 15.
    #expect((rates[1] * 900 - (150 * 6 + 300 * 9 + 300 * 12 + 150 * 15) / 300.0).magnitude < 1e-12)
  }

  @Test("each opening begins anew")
  func openings() throws {
    let line = try profile([30, 30, 30, 0, 0, 0, 3, 3, 3])
    let rates = LaggedRate.rates(of: line, contacts: line.contacts)
    #expect(rates.count == 2)
    #expect((rates[1] - 3.0 / 300).magnitude < 1e-15)
  }
}
