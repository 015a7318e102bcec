#if canImport(Glibc)
  internal import Glibc
#endif

/// Innovations of an ARMA process given that nothing happened before the series: quick, and near the likelihood.
///
/// Used to start the likelihood and to compare orders. A missing value takes its prediction, so its innovation is 0.
struct ConditionalSquares {
  private let values: [Double]
  /// Steps not counted in the sum, because they depend most on what came before the series.
  private let skip: Int
  private let seen: Int
  /// Zeros before the series, as many as the longest lag.
  private let padding: Int

  /// Prepares a differenced series without its mean.
  ///
  /// *Units and shapes*: no polynomial may reach back further than `longestLag`.
  init(_ values: [Double], longestLag: Int, skip: Int) {
    padding = longestLag
    self.skip = min(skip, values.count)
    self.values = [Double](repeating: 0, count: longestLag) + values
    seen = values[self.skip...].count { !$0.isNaN }
  }

  /// The mean squared innovation; infinity where there is none.
  func meanSquare(_ polynomials: ArimaPolynomials) -> Double {
    let phi = Lag.all(polynomials.autoregression)
    let theta = Lag.all(polynomials.movingAverage)
    guard seen > 0 else { return .infinity }
    var w = values
    var e = [Double](repeating: 0, count: values.count)
    var sum = 0.0
    w.withUnsafeMutableBufferPointer { w in
      e.withUnsafeMutableBufferPointer { e in
        var t = padding
        let counted = padding + skip
        while t < w.count {
          var expected = 0.0
          for lag in phi { expected += lag.coefficient * w[t - lag.steps] }
          for lag in theta { expected += lag.coefficient * e[t - lag.steps] }
          let value = w[t]
          if value.isNaN {
            w[t] = expected
          } else {
            let innovation = value - expected
            e[t] = innovation
            if t >= counted { sum += innovation * innovation }
          }
          t += 1
        }
      }
    }
    return sum / Double(seen)
  }

  /// The coefficients of least squares near a start, and their mean square.
  ///
  /// The autoregressions stay stationary; a moving average is turned into its invertible twin.
  func fit(
    _ orders: ArimaOrders, from start: [Double]? = nil, tolerance: Double = 1e-6,
    maximumEvaluations: Int = 200
  ) -> (coefficients: [Double], meanSquare: Double) {
    let space = ArimaSpace(orders)
    let first = start.flatMap(space.free) ?? [Double](repeating: 0, count: orders.coefficientCount)
    let found = Minimizer.quasiNewton(
      from: first, tolerance: tolerance, maximumEvaluations: maximumEvaluations
    ) { free in
      let square = self.meanSquare(ArimaPolynomials(orders, coefficients: space.coefficients(free)))
      return square > 0 ? log(square) : -.infinity
    }
    let coefficients = space.invertible(space.coefficients(found.point))
    return (coefficients, meanSquare(ArimaPolynomials(orders, coefficients: coefficients)))
  }
}
