import Testing

@testable import Forecasting

@Suite("Root counts")
struct RootCountsTests {
  @Test("A mean of 1 has the moments of the Poisson sum")
  func one() {
    // Σ e⁻¹/k! √(k + ¼) to 60 terms in double precision.
    let (mean, variance) = RootCounts.moments(1)
    #expect(abs(mean - 1.021_813) < 1e-5, "\(mean)")
    #expect(abs(variance - (1.25 - 1.021_813 * 1.021_813)) < 2e-5, "\(variance)")
  }

  @Test("Large counts have the root of the mean and a variance of a quarter")
  func large() {
    #expect(RootCounts.moments(400).mean == 20)
    #expect(RootCounts.moments(400).variance == 0.25)
    // Where the table ends the limits are right to a thousandth of a root.
    let end = RootCounts.moments(11.999)
    #expect(abs(end.mean - 11.999.squareRoot()) < 2e-3)
    #expect(abs(end.variance - 0.25) < 0.02)
  }

  @Test("No contacts have no spread")
  func none() {
    #expect(RootCounts.moments(0).variance == 0)
    #expect(RootCounts.moments(-1).mean == 0.5)
    #expect(RootCounts.root(-3) == 0.5)
  }
}
