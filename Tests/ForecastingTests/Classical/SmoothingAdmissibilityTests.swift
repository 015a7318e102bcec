import Testing

@testable import Forecasting

@Suite("Smoothing admissibility")
struct SmoothingAdmissibilityTests {
  @Test("Roots are told inside from outside of the unit circle")
  func roots() {
    // (z − ½)(z + 0.9), (z − 1.1)(z + 0.2), (z² + 0.81)
    #expect(SmoothingAdmissibility.rootsLieInUnitCircle([-0.45, 0.4, 1]))
    #expect(!SmoothingAdmissibility.rootsLieInUnitCircle([-0.22, -0.9, 1]))
    #expect(SmoothingAdmissibility.rootsLieInUnitCircle([0.81, 0, 1]))
  }

  @Test("What R fitted is admitted, and shares out of order are not")
  func regions() throws {
    let series = try SmoothingTables.series()
    for fit in try SmoothingTables.fits() {
      let period = try #require(series[fit.series]).period
      // The package ends a hair beyond its own bounds now and then.
      var weights = fit.weights
      weights.alpha = min(max(weights.alpha, 1e-4), 0.9999)
      if fit.form.hasTrend { weights.beta = min(max(weights.beta, 1e-4), weights.alpha) }
      if fit.form.hasSeason { weights.gamma = min(max(weights.gamma, 1e-4), 1 - weights.alpha) }
      if fit.form.trend == .damped { weights.phi = min(max(weights.phi, 0.8), 0.98) }
      #expect(
        SmoothingAdmissibility.admits(weights, form: fit.form, period: period), "\(fit.form.name)")
    }
    let trend = SmoothingForm(.additive, .additive, .none)
    #expect(
      !SmoothingAdmissibility.admits(
        SmoothingWeights(alpha: 0.1, beta: 0.2), form: trend, period: 1))
    let season = SmoothingForm(.additive, .none, .additive)
    #expect(
      !SmoothingAdmissibility.admits(
        SmoothingWeights(alpha: 0.6, gamma: 0.5), form: season, period: 7))
  }
}
