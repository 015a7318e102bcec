import Testing

@testable import Forecasting

@Suite("Decomposed seasons")
struct DecomposedSeasonsTests {
  @Test("Two seasons without noise go on, missing values or not")
  func goesOn() throws {
    let y: [Double] = (0..<560).map { step in
      let day = Double(step % 70 / 10)
      return 100 + 5 * Double(step % 10) + 3 * day
    }
    var gappy = y
    for t in stride(from: 75, to: 500, by: 13) { gappy[t] = .nan }
    for values in [y, gappy] {
      let fitted = try DecomposedSeasons().fit(SeasonalSeries(values: values, periods: [10, 70]))
      let mean = fitted.forecast(steps: 140).mean
      for h in mean.indices { #expect(abs(mean[h] / y[h] - 1) < 0.01) }
      #expect(fitted.parameters.count { $0.name.hasPrefix("strength of season") } == 2)
    }
  }

  @Test("Without a season that fits twice the inner model is alone")
  func plain() throws {
    let y = (0..<20).map { Double($0) }
    let inner = ExponentialSmoothing(seasonal: false)
    let series = SeasonalSeries(values: y, periods: [24])
    let ours = try DecomposedSeasons(remainder: inner).fit(series).forecast(steps: 5)
    let alone = try inner.fit(series).forecast(steps: 5)
    #expect(ours == alone)
  }
}
