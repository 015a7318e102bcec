import Testing

@testable import Forecasting

@Suite("Double-seasonal Holt-Winters")
struct DoubleSeasonalHoltWintersTests {
  @Test("With given parameters fitted values and forecasts are those of R's dshw")
  func fixedParameters() throws {
    let series = try SmoothingTables.series()
    let periods = ["quarter": [48, 336], "month": [24, 168]]
    let weights = DoubleSeasonWeights(alpha: 0.12, beta: 0.01, gamma: 0.15, omega: 0.2, phi: 0.7)
    let model = DoubleSeasonalHoltWinters(multiplicative: true, hasTrend: true)
    var fits: [String: (fitted: [Double], mean: [Double])] = [:]
    for (name, periods) in periods {
      let values = try #require(series[name]).values
      let fit = try model.fitted(
        SeasonalSeries(values: values, periods: periods), weights: weights)
      fits[name] = (fit.fittedValues, fit.forecast(steps: 2 * periods[1] + 5).mean)
    }
    var compared = 0
    for row in try SmoothingTables.rows("double-seasonal") {
      let fit = try #require(fits[row["series"] ?? ""])
      let index = try #require(Int(row["index"] ?? "")) - 1
      let ours = row["kind"] == "mean" ? fit.mean[index] : fit.fitted[index]
      #expect(agree(ours, try SmoothingTables.number(row, "value")), "\(row)")
      compared += 1
    }
    #expect(compared == 1216)
  }

  @Test("Both forms find a repeated week without noise, missing values or not")
  func repeated() throws {
    let y: [Double] = (0..<280).map { step in
      let day = Double(step % 70 / 10)
      return 100 + 5 * Double(step % 10) + 3 * day
    }
    var gappy = y
    for t in stride(from: 75, to: 250, by: 13) { gappy[t] = .nan }
    for (values, isMultiplicative) in [(y, false), (gappy, false), (y, true)] {
      let fit = try DoubleSeasonalHoltWinters(multiplicative: isMultiplicative).fit(
        SeasonalSeries(values: values, periods: [10, 70]))
      let mean = fit.forecast(steps: 140).mean
      for h in mean.indices { #expect(abs(mean[h] / y[h] - 1) < 0.03) }
    }
  }

  @Test("An error one step ago comes back by its share, and the variance never falls")
  func variances() throws {
    let y = try #require(try SmoothingTables.series()["month"]).values
    let weights = DoubleSeasonWeights(alpha: 0.1, beta: 0, gamma: 0.2, omega: 0.1, phi: 0.5)
    let fit = try DoubleSeasonalHoltWinters().fitted(
      SeasonalSeries(values: y, periods: [24, 168]), weights: weights)
    let variance = fit.forecast(steps: 200).variance
    #expect(variance == variance.sorted())
    // ψ₁ = α + φ.
    #expect(abs(variance[1] / variance[0] - (1 + 0.6 * 0.6)) < 1e-12)
  }

  @Test("Too little data and zeros that would be divided by are refused")
  func refusals() {
    let short = SeasonalSeries(values: [1, 2, 3], periods: [2, 4])
    #expect(throws: ForecastingError.self) { try DoubleSeasonalHoltWinters().fit(short) }
    let zero = SeasonalSeries(values: Array(repeating: 0, count: 20), periods: [2, 4])
    #expect(throws: ForecastingError.self) {
      try DoubleSeasonalHoltWinters(multiplicative: true).fit(zero)
    }
  }
}
