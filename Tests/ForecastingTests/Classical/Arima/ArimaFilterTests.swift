import LinearAlgebra
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("ARIMA filter")
struct ArimaFilterTests {
  private static let phi = [0.5, 0.2]
  private static let theta = [0.4]

  private static func polynomials() -> ArimaPolynomials {
    ArimaPolynomials(ArimaOrders(2, 0, 1), coefficients: phi + theta)
  }

  @Test("With gaps the likelihood is the normal density of what was seen")
  func density() throws {
    var values = SimulatedSeries.arma(Self.phi, Self.theta, count: 40)
    for t in [0, 7, 8, 9, 20, 39] { values[t] = .nan }
    let seen = values.indices.filter { !values[$0].isNaN }
    let gamma = try #require(
      StationaryCovariance.autocovariances(Self.phi, Self.theta, count: 40))
    let covariance = Matrix(
      rows: seen.map { i in seen.map { gamma[abs(i - $0)] } })
    let factor = try Cholesky(covariance)
    let n = Double(seen.count)
    let y = seen.map { values[$0] }
    let square = zip(y, try factor.solve(y)).reduce(0) { $0 + $1.0 * $1.1 }
    let logDeterminant = (0..<seen.count).reduce(0) { $0 + 2 * log(factor.lower[$1, $1]) }
    let expected =
      -0.5 * (n * log(square / n) + logDeterminant + n + n * log(2 * Double.pi))
    let filter = try #require(ArimaFilter(Self.polynomials()))
    let pass = filter.run([values], seen: values.map { !$0.isNaN })
    // The same numbers by a dense factorization: rounding only.
    #expect(abs(pass.logLikelihood - expected) < 1e-10)
    #expect(pass.counted == seen.count)
  }

  @Test("A settled filter and one that a gap unsettles agree on what lies before the gap")
  func settled() throws {
    let values = SimulatedSeries.arma(Self.phi, Self.theta, count: 300)
    let filter = try #require(ArimaFilter(Self.polynomials()))
    let whole = filter.run([values], seen: values.map { _ in true })
    let holed = filter.run([values], seen: values.indices.map { $0 != 200 })
    #expect(Array(whole.innovations[0][..<200]) == Array(holed.innovations[0][..<200]))
    #expect(holed.counted == 299)
    // Long after the gap both know the same.
    #expect(abs(whole.innovations[0][299] - holed.innovations[0][298]) < 1e-9)
  }

  @Test("Columns pass through the filter as the series does")
  func linear() throws {
    let a = SimulatedSeries.arma(Self.phi, Self.theta, count: 80)
    let b = SimulatedSeries.noise(80, seed: 9)
    let filter = try #require(
      ArimaFilter(Self.polynomials(), integration: [1]))
    let seen = a.indices.map { $0 % 13 != 5 }
    let pass = filter.run([zip(a, b).map { 2 * $0 - 3 * $1 }, a, b], seen: seen)
    for t in 0..<pass.counted {
      let combined = 2 * pass.innovations[1][t] - 3 * pass.innovations[2][t]
      #expect(abs(pass.innovations[0][t] - combined) < 1e-9)
    }
  }

  @Test("Differencing by hand and in the state say the same")
  func differenced() throws {
    let orders = ArimaOrders(2, 1, 1)
    let values = SimulatedSeries.summed(SimulatedSeries.arma(Self.phi, Self.theta, count: 120))
    let inState = try #require(
      ArimaFilter(Self.polynomials(), integration: ArimaPolynomials.integration(orders)))
    let byHand = try #require(ArimaFilter(Self.polynomials()))
    let differences = ArimaPolynomials.difference(values, orders)
    let a = inState.run([values], seen: values.map { _ in true })
    let b = byHand.run([differences], seen: differences.map { _ in true })
    #expect(a.counted == b.counted)
    // The diffuse start is a variance of 10⁶, not infinite.
    #expect(abs(a.logLikelihood - b.logLikelihood) < 1e-4)
    let ahead = inState.forecast(after: a, steps: 20)
    let apart = byHand.forecast(after: b, steps: 20)
    let levels = SimulatedSeries.summed(apart.mean).map { $0 + values[119] }
    #expect(zip(ahead.mean, levels).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(zip(ahead.variance, ahead.variance.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("Forecasts run to the mean, and their variance to that of the process")
  func farAhead() throws {
    let values = SimulatedSeries.arma(Self.phi, Self.theta, count: 100)
    let filter = try #require(ArimaFilter(Self.polynomials()))
    let ahead = filter.forecast(
      after: filter.run([values], seen: values.map { _ in true }), steps: 200)
    let gamma = try #require(
      StationaryCovariance.autocovariances(Self.phi, Self.theta, count: 1))
    #expect(abs(ahead.mean[199]) < 1e-9)
    #expect(abs(ahead.variance[199] - gamma[0]) < 1e-9)
    #expect(abs(ahead.variance[0] - 1) < 1e-9)
  }
}
