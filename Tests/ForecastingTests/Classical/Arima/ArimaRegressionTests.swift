import Testing

@testable import Forecasting

@Suite("ARIMA regression")
struct ArimaRegressionTests {
  @Test("A long series gives back process and effects")
  func recovers() throws {
    let noise = SimulatedSeries.arma([0.6], [0.3], count: 800)
    let column = SimulatedSeries.noise(800, seed: 7)
    let values = zip(noise, column).map { 5 + $0 + 2 * $1 }
    let fit = try #require(
      ArimaRegression.fit(
        values, columns: [values.map { _ in 1 }, column], orders: ArimaOrders(1, 0, 1)))
    #expect(abs(fit.coefficients[0] - 0.6) < 0.1 && abs(fit.coefficients[1] - 0.3) < 0.12)
    #expect(abs(fit.effects[0] - 5) < 0.4 && abs(fit.effects[1] - 2) < 0.1)
    #expect(abs(fit.variance - 1) < 0.15)
    #expect(fit.variance > fit.likelihoodVariance)
  }

  @Test("Two columns that are the same share their effect")
  func collinear() throws {
    let values = SimulatedSeries.arma([0.5], [], count: 100).map { 4 + $0 }
    let ones = values.map { _ in 1.0 }
    let fit = try #require(
      ArimaRegression.fit(values, columns: [ones, ones], orders: ArimaOrders(1, 0, 0)))
    #expect(abs(fit.effects[0] - fit.effects[1]) < 1e-6)
    #expect(fit.effects.allSatisfy { $0.isFinite })
  }

  @Test("No start nearby is more likely than the fit")
  func optimum() throws {
    let orders = ArimaOrders(1, 1, 1)
    let values = SimulatedSeries.summed(SimulatedSeries.arma([0.4], [-0.5], count: 150))
    let fit = try #require(ArimaRegression.fit(values, orders: orders))
    for i in 0..<2 {
      for step in [-0.02, 0.02] {
        var moved = fit.coefficients
        moved[i] += step
        let other = try #require(ArimaRegression(values, orders: orders, coefficients: moved))
        #expect(other.logLikelihood < fit.logLikelihood)
      }
    }
  }

  @Test("Gaps in a differenced series cost information, not sense")
  func gaps() throws {
    let values = SimulatedSeries.summed(SimulatedSeries.arma([0.4], [], count: 200))
    let holed = values.enumerated().map { $0 % 9 == 4 ? .nan : $1 }
    let orders = ArimaOrders(1, 1, 0)
    let whole = try #require(ArimaRegression.fit(values, orders: orders))
    let fit = try #require(ArimaRegression.fit(holed, orders: orders))
    #expect(abs(whole.coefficients[0] - fit.coefficients[0]) < 0.15)
    #expect(fit.counted == holed.count { !$0.isNaN } - 1)
    let ahead = fit.forecast(steps: 5)
    #expect(ahead.mean.allSatisfy { abs($0 - values[199]) < 5 })
  }

  @Test("What cannot be fitted is told apart")
  func impossible() {
    #expect(ArimaRegression.fit([1, 2], orders: ArimaOrders(2, 0, 2)) == nil)
    #expect(ArimaRegression.fit([], orders: ArimaOrders(0, 0, 0)) == nil)
    #expect(ArimaRegression.fit([3, 3, 3, 3, 3, 3], orders: ArimaOrders(0, 1, 0)) == nil)
    #expect(
      ArimaRegression([1, 2, 3], orders: ArimaOrders(1, 0, 0), coefficients: [1.5]) == nil)
    #expect(ArimaRegression([.nan], orders: ArimaOrders(0, 0, 0), coefficients: []) == nil)
  }
}
