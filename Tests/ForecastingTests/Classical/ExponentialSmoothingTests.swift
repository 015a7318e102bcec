import Testing

@testable import Forecasting

@Suite("Exponential smoothing")
struct ExponentialSmoothingTests {
  @Test("The choice has the lowest criterion of all models that R fits, or a lower one")
  func choice() throws {
    let series = try SmoothingTables.series()
    let references = Dictionary(grouping: try SmoothingTables.fits(), by: \.series)
    for name in ["monthly", "days", "small"] {
      let (period, y) = try #require(series[name])
      let best = try #require(
        ExponentialSmoothing().best(SeasonalSeries(values: y, periods: [period])))
      let lowest = try #require(references[name]?.map(\.criterion).min())
      #expect(best.correctedCriterion <= lowest + 0.01, "\(name): \(best.form.name)")
    }
  }

  @Test("Additive models alone where asked, no season where none is wanted or too long")
  func restrictions() throws {
    let (period, y) = try #require(try SmoothingTables.series()["monthly"])
    let series = SeasonalSeries(values: y, periods: [period])
    let additive = try #require(ExponentialSmoothing(additiveOnly: true).best(series))
    #expect(additive.form.error == .additive)
    let plain = try #require(ExponentialSmoothing(seasonal: false).best(series))
    #expect(!plain.form.hasSeason)
    let long = try #require(
      ExponentialSmoothing().best(SeasonalSeries(values: y, periods: [25])))
    #expect(!long.form.hasSeason)
  }

  @Test("A constant, a line, two values and none: an answer or an error, never NaN")
  func edges() throws {
    let series: [[Double]] = [
      [Double](repeating: 7, count: 30), (0..<30).map { Double($0) }, [0, 0, 0, 0, 0, 0],
    ]
    for y in series {
      let fitted = try ExponentialSmoothing().fit(SeasonalSeries(values: y, periods: [7]))
      let forecast = fitted.forecast(steps: 10)
      #expect((forecast.mean + forecast.variance).allSatisfy { $0.isFinite })
      #expect(fitted.fit.allSatisfy { !$0.name.isEmpty })
    }
    let tooShort: [[Double]] = [[], [1, 2], [.nan, .nan, .nan, .nan, 1]]
    for y in tooShort {
      #expect(throws: ForecastingError.self) {
        try ExponentialSmoothing().fit(SeasonalSeries(values: y, periods: []))
      }
    }
  }

  @Test("Missing values at the end are steps: the season goes on")
  func missingEnd() throws {
    let week: [Double] = [10, 20, 30, 20, 10, 5, 1]
    let y = (0..<70).map { week[$0 % 7] }
    let gappy = Array(y[..<66]) + [Double](repeating: .nan, count: 4)
    let forecast = try ExponentialSmoothing(additiveOnly: true).fit(
      SeasonalSeries(values: gappy, periods: [7])
    ).forecast(steps: 7)
    for (mean, value) in zip(forecast.mean, y) { #expect(abs(mean - value) < 1e-3) }
  }
}
