import Testing

@testable import Forecasting

@Suite("Conditional squares")
struct ConditionalSquaresTests {
  @Test("Innovations by hand")
  func byHand() {
    // e₁ = 2, e₂ = 1 − 0.5·2 − 0.3·2, e₃ missing, so w₃ = 0.5·1 + 0.3·e₂, e₄ = 4 − 0.5·w₃.
    let squares = ConditionalSquares([2, 1, .nan, 4], longestLag: 3, skip: 0)
    let model = ArimaPolynomials(ArimaOrders(1, 0, 1), coefficients: [0.5, 0.3])
    let second = 1 - 1 - 0.6
    let third = 0.5 + 0.3 * second
    let expected = [2, second, 0, 4 - 0.5 * third]
    #expect(zip(squares.innovations(model), expected).allSatisfy { abs($0 - $1) < 1e-15 })
    let mean = expected.reduce(0) { $0 + $1 * $1 } / 3
    #expect(abs(squares.meanSquare(model) - mean) < 1e-14)
  }

  @Test("Short lags in registers and long ones in lists say the same")
  func bothWalks() {
    var values = SimulatedSeries.noise(60)
    values[17] = .nan
    let squares = ConditionalSquares(values, longestLag: 4, skip: 5)
    let short = ArimaPolynomials(ArimaOrders(3, 0, 2), coefficients: [0.3, -0.2, 0.1, 0.4, 0.2])
    let long = ArimaPolynomials(
      ArimaOrders(4, 0, 2), coefficients: [0.3, -0.2, 0.1, 0, 0.4, 0.2])
    #expect(abs(squares.meanSquare(short) - squares.meanSquare(long)) < 1e-14)
  }

  @Test("Least squares finds the process behind a long series")
  func recovers() {
    let values = SimulatedSeries.arma([0.7], [0.4], count: 2000)
    let (found, square) = ConditionalSquares(values, longestLag: 1, skip: 0)
      .best(ArimaOrders(1, 0, 1))
    // Three standard errors of the estimates at this length.
    #expect(abs(found[0] - 0.7) < 0.06 && abs(found[1] - 0.4) < 0.08)
    #expect(abs(square - 1) < 0.1)
  }

  @Test("Without a value the mean square is infinite")
  func nothing() {
    let none = ArimaPolynomials(ArimaOrders(0, 0, 0), coefficients: [])
    #expect(ConditionalSquares([], longestLag: 0, skip: 3).meanSquare(none) == .infinity)
    #expect(ConditionalSquares([.nan], longestLag: 0, skip: 0).meanSquare(none) == .infinity)
  }
}
