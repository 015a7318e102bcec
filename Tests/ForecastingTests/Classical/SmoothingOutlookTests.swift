import Testing

@testable import Forecasting

@Suite("Smoothing outlook")
struct SmoothingOutlookTests {
  private func fit(_ form: SmoothingForm) throws -> SmoothingFit {
    let (period, y) = try #require(try SmoothingTables.series()["days"])
    return SmoothingFit(form, period: period, values: y, maximumPasses: 5)
  }

  @Test("Variances never fall where errors add, and nothing is lost at long leads")
  func longLeads() throws {
    for form in SmoothingForm.usual {
      let outlook = SmoothingOutlook.forecast(try fit(form), steps: 2500)
      #expect(outlook.mean.count == 2500 && outlook.variance.count == 2500)
      #expect(
        outlook.mean.allSatisfy { $0.isFinite } && outlook.variance.allSatisfy { $0.isFinite })
      if form.error == .additive { #expect(outlook.variance == outlook.variance.sorted()) }
    }
    let none = SmoothingOutlook.forecast(
      try fit(SmoothingForm(.additive, .none, .none)), steps: 0)
    #expect(none == SeriesForecast(mean: [], variance: []))
  }

  @Test("Simple smoothing: the variance grows by α² a step")
  func simple() throws {
    let fit = try fit(SmoothingForm(.additive, .none, .none))
    let variance = SmoothingOutlook.forecast(fit, steps: 6).variance
    for h in 0..<6 {
      let expected = fit.variance * (1 + Double(h) * fit.weights.alpha * fit.weights.alpha)
      #expect(abs(variance[h] / expected - 1) < 1e-12)
    }
  }
}
