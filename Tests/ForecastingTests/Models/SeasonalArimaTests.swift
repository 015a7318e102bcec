import TestSupport
import Testing

@testable import Forecasting

@Suite("Seasonal ARIMA")
struct SeasonalArimaTests {
  @Test("A weekly pattern that grows is continued")
  func continued() throws {
    let noise = SimulatedSeries.noise(140)
    func truth(_ t: Int) -> Double {
      100 + 0.1 * Double(t) + [20.0, 10, 5, 5, 8, -18, -30][t % 7]
    }
    let values = noise.indices.map { truth($0) + noise[$0] }
    let fitted = try SeasonalArima().fit(SeasonalSeries(values: values, periods: [7]))
    let ahead = fitted.forecast(steps: 28)
    #expect((0..<28).allSatisfy { abs(ahead.mean[$0] - truth(140 + $0)) < 4 })
    #expect(ahead.variance.allSatisfy { $0 > 0.3 && $0 < 20 })
    #expect(fitted.parameters[0].note.hasSuffix("7"))
    #expect(fitted.fit.contains { $0.name == "AICc" && $0.value.isFinite })
  }

  @Test("Given orders are kept")
  func given() throws {
    let values = SimulatedSeries.arma([0.5], [], count: 100).map { $0 + 20 }
    let fitted = try SeasonalArima(orders: ArimaOrders(1, 0, 0), hasConstant: true)
      .fit(SeasonalSeries(values: values, periods: [7]))
    #expect(fitted.parameters.map { $0.name } == ["arima orders", "ar1", "mean"])
    #expect(fitted.parameters[0].note == "(1,0,0)")
    let far = fitted.forecast(steps: 100).mean[99]
    #expect(abs(far - fitted.parameters[2].value) < 1e-9)
  }

  @Test(
    "Series without noise, or hardly any data, are continued with finite numbers",
    arguments: [
      [4], [.nan, 3], [2, 2, 2, 2, 2, 2, 2, 2], [1, 2], [0, 0, 0], [5, .nan, .nan, .nan, 6],
      (0..<60).map { Double($0 % 7) }, (0..<40).map { Double($0) },
    ])
  func bare(values: [Double]) throws {
    let ahead = try SeasonalArima().fit(SeasonalSeries(values: values, periods: [7]))
      .forecast(steps: 15)
    #expect(ahead.mean.count == 15 && ahead.variance.count == 15)
    #expect(ahead.mean.allSatisfy { $0.isFinite })
    #expect(ahead.variance.allSatisfy { $0.isFinite && $0 >= 0 })
  }

  @Test("Nothing observed is refused; no steps are no steps")
  func nothing() throws {
    #expect(throws: ForecastingError.self) {
      try SeasonalArima().fit(SeasonalSeries(values: [.nan, .nan], periods: [7]))
    }
    #expect(throws: ForecastingError.self) {
      try SeasonalArima().fit(SeasonalSeries(values: [], periods: []))
    }
    let fitted = try SeasonalArima().fit(SeasonalSeries(values: [1, 2, 4], periods: []))
    #expect(fitted.forecast(steps: 0).mean.isEmpty)
  }

  @Test("Odd series give finite numbers or are refused")
  func odd() {
    let count = TestBuild.isOptimized ? 1260 : 42
    let broken = (0..<count).compactMap {
      OddSeries.broken(SeasonalArima(), $0 * (TestBuild.isOptimized ? 1 : 31))
    }
    #expect(broken == [])
  }
}
