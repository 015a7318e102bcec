import TestSupport
import Testing

@testable import Forecasting

@Suite("Smoothing fit beside R", .enabled(if: TestBuild.isOptimized))
struct SmoothingFitReferenceTests {
  @Test("Fitted freely the likelihood is at least R's less a thousandth")
  func freeFits() throws {
    let series = try SmoothingTables.series()
    let references = try SmoothingTables.fits()
    #expect(references.count == 6 * 15)
    for reference in references {
      let (period, y) = try #require(series[reference.series])
      let fit = SmoothingFit(reference.form, period: period, values: y)
      let least = reference.logLikelihood - 1e-3 * abs(reference.logLikelihood)
      #expect(
        fit.logLikelihood >= least,
        "\(reference.series) \(reference.form.name): \(fit.logLikelihood), R \(reference.logLikelihood)"
      )
      #expect(
        SmoothingAdmissibility.admits(fit.weights, form: fit.form, period: fit.period),
        "\(reference.series) \(reference.form.name)")
    }
  }
}
