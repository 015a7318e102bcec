import Testing

@testable import Forecasting

@Suite("Stationary covariance")
struct StationaryCovarianceTests {
  @Test("First-order processes have their textbook variances")
  func firstOrder() throws {
    let ar = try #require(StationaryCovariance.matrix([0.8], [], size: 1))
    #expect(abs(ar[0] - 1 / (1 - 0.64)) < 1e-13)
    let gamma = try #require(StationaryCovariance.autocovariances([0.5], [0.4], count: 4))
    // γ₀ = (1 + 2φθ + θ²) / (1 − φ²), γ₁ = φ γ₀ + θ, γ₂ = φ γ₁.
    #expect(abs(gamma[0] - 1.56 / 0.75) < 1e-13)
    #expect(abs(gamma[1] - (0.5 * 1.56 / 0.75 + 0.4)) < 1e-13)
    #expect(abs(gamma[2] - 0.5 * gamma[1]) < 1e-14)
  }

  @Test("The covariance repeats itself after a step")
  func stationary() throws {
    let phi = [0.4, 0.2, -0.3, 0.1, 0.05]
    let theta = [0.5, -0.2, 0.3]
    let n = 6
    let p = try #require(StationaryCovariance.matrix(phi, theta, size: n))
    func ar(_ i: Int) -> Double { i < phi.count ? phi[i] : 0 }
    func ma(_ i: Int) -> Double { i == 0 ? 1 : i <= theta.count ? theta[i - 1] : 0 }
    func at(_ i: Int, _ j: Int) -> Double { i < n && j < n ? p[i * n + j] : 0 }
    for i in 0..<n {
      for j in 0..<n {
        let next =
          ar(i) * ar(j) * at(0, 0) + ar(i) * at(0, j + 1) + ar(j) * at(i + 1, 0)
          + at(i + 1, j + 1) + ma(i) * ma(j)
        #expect(abs(next - at(i, j)) < 1e-12)
      }
    }
  }

  @Test("A process with a unit root has none")
  func unitRoot() {
    #expect(StationaryCovariance.matrix([1], [0.3], size: 2) == nil)
    #expect(StationaryCovariance.matrix([1.5, -0.5], [], size: 2) == nil)
  }
}
