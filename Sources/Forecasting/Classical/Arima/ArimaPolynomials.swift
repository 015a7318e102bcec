/// The lag polynomials of an ARIMA model multiplied out.
struct ArimaPolynomials: Hashable, Sendable {
  /// What multiplies wₜ₋₁, wₜ₋₂, … of the differenced series.
  var autoregression: [Double]
  /// What multiplies eₜ₋₁, eₜ₋₂, ….
  var movingAverage: [Double]

  /// Multiplies the seasonal and the plain factors.
  ///
  /// *Units and shapes*: `coefficients` are φ, θ, Φ, Θ one after the other, as R lists them.
  init(_ orders: ArimaOrders, coefficients: [Double]) {
    precondition(coefficients.count == orders.coefficientCount)
    let (p, q) = (orders.autoregressive, orders.movingAverage)
    let sp = orders.seasonalAutoregressive
    autoregression = Self.product(
      coefficients[..<p], coefficients[(p + q)..<(p + q + sp)], period: orders.period, sign: -1)
    movingAverage = Self.product(
      coefficients[p..<(p + q)], coefficients[(p + q + sp)...], period: orders.period, sign: 1)
  }

  /// (1 + s Σ aᵢBⁱ)(1 + s Σ bⱼBᵐʲ) = 1 + s Σ cₖBᵏ.
  private static func product(
    _ plain: ArraySlice<Double>, _ seasonal: ArraySlice<Double>, period: Int, sign: Double
  ) -> [Double] {
    var result = [Double](repeating: 0, count: plain.count + period * seasonal.count)
    for (i, a) in plain.enumerated() { result[i] += a }
    for (j, b) in seasonal.enumerated() {
      let lag = period * (j + 1)
      result[lag - 1] += b
      for (i, a) in plain.enumerated() { result[lag + i] += sign * a * b }
    }
    return result
  }

  /// What multiplies yₜ₋₁, yₜ₋₂, … so that their sum and wₜ give yₜ: 1 − (1 − B)ᵈ(1 − Bᵐ)ᴰ.
  static func integration(_ orders: ArimaOrders) -> [Double] {
    var factor = [1.0]
    func times(lag: Int) {
      let old = factor
      factor += [Double](repeating: 0, count: lag)
      for (i, value) in old.enumerated() { factor[i + lag] -= value }
    }
    for _ in 0..<orders.differences { times(lag: 1) }
    for _ in 0..<orders.seasonalDifferences { times(lag: orders.period) }
    return factor.dropFirst().map { -$0 }
  }

  /// The differenced series, shorter by `orders.lostSteps`; NaN where any of its terms is.
  static func difference(_ values: [Double], _ orders: ArimaOrders) -> [Double] {
    let lags = Lag.all(integration(orders))
    let lost = orders.lostSteps
    guard values.count > lost else { return [] }
    guard lost > 0 else { return values }
    return (lost..<values.count).map { t in
      lags.reduce(values[t]) { $0 - $1.coefficient * values[t - $1.steps] }
    }
  }
}

/// One term of a lag polynomial: seasonal ones are mostly zeros, and loops run over what is not.
struct Lag: Hashable, Sendable {
  /// Steps back, 1 or more.
  var steps: Int
  /// What multiplies the value there.
  var coefficient: Double

  /// The terms that are not zero.
  static func all(_ coefficients: [Double]) -> [Lag] {
    coefficients.enumerated().compactMap {
      $0.element == 0 ? nil : Lag(steps: $0.offset + 1, coefficient: $0.element)
    }
  }
}
