import Testing

@testable import Forecasting

@Suite("Smoothing fit")
struct SmoothingFitTests {
  private struct Key: Hashable {
    let series: String
    let model: String
    let kind: String
  }

  @Test("With R's parameters and first states: its likelihood, fitted values, forecasts, variances")
  func fixedParameters() throws {
    let series = try SmoothingTables.series()
    var values: [Key: [(index: Int, value: Double)]] = [:]
    for row in try SmoothingTables.rows("smoothing-values") {
      let key = Key(
        series: row["series"] ?? "", model: row["model"] ?? "", kind: row["kind"] ?? "")
      let index = try #require(Int(row["index"] ?? ""))
      values[key, default: []].append((index, try SmoothingTables.number(row, "value")))
    }
    var compared = 0
    for reference in try SmoothingTables.fits() {
      let (period, y) = try #require(series[reference.series])
      let fit = SmoothingFit(
        reference.form, period: period, values: y, weights: reference.weights,
        start: reference.start)
      let place = "\(reference.series) \(reference.form.name)"
      #expect(agree(fit.logLikelihood, reference.logLikelihood), "\(place)")
      #expect(agree(fit.correctedCriterion, reference.criterion), "\(place)")
      #expect(agree(fit.variance, reference.variance), "\(place)")
      var fitted: [Double] = []
      _ = SmoothingFilter(reference.form, period: period, values: y).run(
        reference.weights, from: reference.start
      ) { forecast, _ in fitted.append(forecast) }
      let outlook = SmoothingOutlook.forecast(fit, steps: 60)
      let model = reference.form.name.filter { $0 != "," }
      for (kind, ours) in [
        ("fitted", fitted), ("mean", outlook.mean), ("variance", outlook.variance),
      ] {
        let rows = try #require(
          values[Key(series: reference.series, model: model, kind: kind)], "\(place)")
        // The book's forecasts of class 3 are exact in the first season; after it small terms of γσ² are missing.
        let isApproximate = kind != "fitted" && reference.form.season == .multiplicative
        for (index, value) in rows {
          let tolerance = isApproximate && index > period ? 5e-3 : 1e-6
          #expect(
            agree(ours[index - 1], value, within: tolerance), "\(place) \(kind) \(index)")
          compared += 1
        }
      }
    }
    #expect(compared == 4500)
  }

  @Test("A missing value leaves the states as they are and does not count")
  func missing() {
    let y: [Double] = [10, 12, .nan, 11, 13, 12, 14, .nan, 13, 15]
    let fit = SmoothingFit(SmoothingForm(.additive, .additive, .none), period: 1, values: y)
    #expect(fit.count == 8)
    #expect(fit.logLikelihood.isFinite && fit.variance > 0)
  }

  @Test("Slopes are those of the criterion", arguments: SmoothingForm.usual)
  func slopes(form: SmoothingForm) throws {
    let (period, y) = try #require(try SmoothingTables.series()["days"])
    let filter = SmoothingFilter(form, period: period, values: y)
    let w = SmoothingWeights(
      alpha: 0.3, beta: form.hasTrend ? 0.05 : 0, gamma: form.hasSeason ? 0.1 : 0,
      phi: form.trend == .damped ? 0.9 : 1)
    let start = SmoothingStart.states(form, period: period, values: y)
    let slope = filter.slopes(w, from: start).slope
    let (pass, _) = filter.run(w, from: start)
    // d/dθ (n log S + 2 Σ log f) = −2 n / S · slope, whatever the errors.
    func criterion(_ w: SmoothingWeights, _ s: SmoothingState) -> Double {
      filter.run(w, from: s).pass.criterion(least: 0)
    }
    var up = w
    var down = w
    up.alpha += 1e-6
    down.alpha -= 1e-6
    var level = (start, start)
    level.0.level += 1e-4
    level.1.level -= 1e-4
    let scale = -2 * Double(pass.count) / pass.squares
    let place = form.smoothingCount
    let byAlpha = (criterion(up, start) - criterion(down, start)) / 2e-6
    let byLevel = (criterion(w, level.0) - criterion(w, level.1)) / 2e-4
    #expect(abs(scale * slope[0] - byAlpha) < 1e-4 * max(1, abs(byAlpha)))
    #expect(abs(scale * slope[place] - byLevel) < 1e-4 * max(1, abs(byLevel)))
  }
}
