import Testing

@testable import Forecasting

@Suite("ARIMA polynomials")
struct ArimaPolynomialsTests {
  @Test("The factors are multiplied out")
  func product() {
    // (1 − 0.5 B)(1 − 0.3 B³) = 1 − 0.5 B − 0.3 B³ + 0.15 B⁴; (1 + 0.2 B)(1 − 0.4 B³) = 1 + 0.2 B − 0.4 B³ − 0.08 B⁴.
    let orders = ArimaOrders(1, 0, 1, seasonal: (1, 0, 1), period: 3)
    let whole = ArimaPolynomials(orders, coefficients: [0.5, 0.2, 0.3, -0.4])
    #expect(zip(whole.autoregression, [0.5, 0, 0.3, -0.15]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(zip(whole.movingAverage, [0.2, 0, -0.4, -0.08]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test("Differencing and its inverse fit together")
  func differences() {
    let orders = ArimaOrders(0, 1, 0, seasonal: (0, 1, 0), period: 3)
    #expect(ArimaPolynomials.integration(orders) == [1, 0, 1, -1])
    let values: [Double] = [1, 4, 9, 16, 25, 36, 49]
    // yₜ − yₜ₋₁ − yₜ₋₃ + yₜ₋₄ of squares is 6 everywhere.
    #expect(ArimaPolynomials.difference(values, orders) == [6, 6, 6])
    #expect(ArimaPolynomials.difference([1, 2], orders) == [])
  }

  @Test("A missing value is missing in every difference it enters")
  func missing() {
    let found = ArimaPolynomials.difference([1, .nan, 3, 4, 5], ArimaOrders(0, 1, 0))
    #expect(found.map { $0.isNaN } == [true, true, false, false])
  }
}
