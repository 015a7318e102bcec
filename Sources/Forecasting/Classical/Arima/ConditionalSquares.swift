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
    seen > 0 ? walk(polynomials).sum / Double(seen) : .infinity
  }

  /// The innovation of every step, 0 where it is missing.
  func innovations(_ polynomials: ArimaPolynomials) -> [Double] {
    Array(walk(polynomials).innovations[padding...])
  }

  private func walk(_ polynomials: ArimaPolynomials) -> (innovations: [Double], sum: Double) {
    if polynomials.autoregression.count <= 3, polynomials.movingAverage.count <= 3 {
      return shortWalk(polynomials)
    }
    let phi = Lag.all(polynomials.autoregression)
    let theta = Lag.all(polynomials.movingAverage)
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
    return (e, sum)
  }

  /// The same for lags up to three, held in registers: a year of hours in some microseconds.
  private func shortWalk(_ polynomials: ArimaPolynomials) -> (innovations: [Double], sum: Double) {
    func coefficient(_ all: [Double], _ lag: Int) -> Double { lag <= all.count ? all[lag - 1] : 0 }
    let (ar, ma) = (polynomials.autoregression, polynomials.movingAverage)
    let (f1, f2, f3) = (coefficient(ar, 1), coefficient(ar, 2), coefficient(ar, 3))
    let (g1, g2, g3) = (coefficient(ma, 1), coefficient(ma, 2), coefficient(ma, 3))
    var (w1, w2, w3) = (0.0, 0.0, 0.0)
    var (e1, e2, e3) = (0.0, 0.0, 0.0)
    var sum = 0.0
    let counted = padding + skip
    let innovations = [Double](unsafeUninitializedCapacity: values.count) { e, count in
      values.withUnsafeBufferPointer { w in
        for t in 0..<min(padding, w.count) { e[t] = 0 }
        var t = padding
        while t < w.count {
          let expected = (f1 * w1 + f2 * w2 + f3 * w3 + g2 * e2 + g3 * e3) + g1 * e1
          var value = w[t]
          var innovation = value - expected
          if value.isNaN {
            value = expected
            innovation = 0
          }
          e[t] = innovation
          if t >= counted { sum += innovation * innovation }
          (w1, w2, w3) = (value, w1, w2)
          (e1, e2, e3) = (innovation, e1, e2)
          t += 1
        }
        count = w.count
      }
    }
    return (innovations, sum)
  }

  /// The best coefficients from all starts of `ArimaSpace`.
  func best(
    _ orders: ArimaOrders, tolerance: Double = 1e-6, maximumEvaluations: Int = 200
  ) -> (coefficients: [Double], meanSquare: Double) {
    let fits = ArimaSpace(orders).starts.map {
      fit(orders, from: $0, tolerance: tolerance, maximumEvaluations: maximumEvaluations)
    }
    return fits.dropFirst().reduce(fits[0]) { $1.meanSquare < $0.meanSquare ? $1 : $0 }
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
      from: first, tolerance: tolerance, maximumEvaluations: maximumEvaluations, refines: false
    ) { free in
      let square = self.meanSquare(ArimaPolynomials(orders, coefficients: space.coefficients(free)))
      return square > 0 ? log(square) : -.infinity
    }
    let coefficients = space.invertible(space.coefficients(found.point))
    return (coefficients, meanSquare(ArimaPolynomials(orders, coefficients: coefficients)))
  }
}
