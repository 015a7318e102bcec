import Testing

@testable import Forecasting

@Suite("Lag roots")
struct LagRootsTests {
  @Test("The longest inverse root of products of known factors")
  func known() {
    // (1 − 0.5 B)(1 + 0.8 B)(1 − 0.2 B).
    #expect(abs(LagRoots.largestInverse([0.1, -0.46, 0.08]) - 0.8) < 1e-10)
    // 1 − 2 r cos ω B + r² B² has the pair r e^{±iω}.
    #expect(abs(LagRoots.largestInverse([-0.9, 0.81]) - 0.9) < 1e-10)
    #expect(LagRoots.largestInverse([]) == 0)
    #expect(LagRoots.largestInverse([0, 0]) == 0)
  }

  @Test("The invertible twin has the same autocorrelations")
  func inverted() throws {
    for theta in [[2.0], [0.5, 1.4], [-3.2, 1.1, 0.7], [1.5, -2, 0.3, 0.9]] {
      let twin = LagRoots.inverted(movingAverage: theta)
      #expect(LagRoots.largestInverse(twin) <= 1 + 1e-9)
      let a = try #require(StationaryCovariance.autocovariances([], theta, count: 5))
      let b = try #require(StationaryCovariance.autocovariances([], twin, count: 5))
      for lag in 1...4 { #expect(abs(a[lag] / a[0] - b[lag] / b[0]) < 1e-9) }
    }
  }

  @Test("An invertible moving average is left as it is")
  func unchanged() {
    #expect(LagRoots.inverted(movingAverage: [0.4, -0.2]) == [0.4, -0.2])
    #expect(LagRoots.inverted(movingAverage: [0, 0]) == [0, 0])
  }
}
