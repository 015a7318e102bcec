internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: the maximum of the exact likelihood of coefficients and errors together, gaps or not; a year of
// hours with a hundred columns in a tenth of a second.
//
// The two halves are climbed in turn. Given the process, the best coefficients are generalized least squares: the
// filter whitens the series and its columns, and ordinary least squares follows. Given the coefficients, the
// process is fitted to what they leave. Each step can only raise the likelihood, and for columns that do not depend
// on chance the two halves hardly touch, so that two or three turns reach the joint maximum that R's `arima` seeks
// with all parameters in one optimizer.

/// A linear regression whose errors are an ARIMA process: y = X b + n, n ~ ARIMA.
struct ArimaRegression: Sendable {
  /// The orders of the errors.
  let orders: ArimaOrders
  /// φ, θ, Φ, Θ, one after the other.
  let coefficients: [Double]
  /// One per column.
  let effects: [Double]
  /// The variance of an innovation by maximum likelihood: squares over counted steps.
  let likelihoodVariance: Double
  /// The logarithm of the likelihood.
  let logLikelihood: Double
  /// The steps that the likelihood counts: those seen, less those that differencing uses up.
  let counted: Int
  /// The coefficients that were estimated, effects included.
  let estimated: Int
  /// Effects and process are fitted in turn at most so often; the second turn usually gains nothing.
  private static let turns = 8
  /// What stands at the end of the series, to forecast from.
  private let filter: ArimaFilter
  private let end: ArimaFilter.Pass

  /// The variance of an innovation with one degree of freedom per estimated coefficient, as R's `forecast::Arima`.
  var variance: Double {
    likelihoodVariance * Double(counted) / Double(max(1, counted - estimated))
  }

  /// Akaike's criterion, corrected for short series.
  var correctedCriterion: Double {
    let k = Double(estimated + 1)
    let left = Double(counted) - k - 1
    return left > 0 ? 2 * k - 2 * logLikelihood + 2 * k * (k + 1) / left : .infinity
  }

  /// Takes coefficients and effects as known.
  ///
  /// *Units and shapes*: every column has a value for each of `values`.
  /// *Edge cases*: nil where the process is not stationary or nothing is left to count.
  init?(
    _ values: [Double], columns: [[Double]] = [], orders: ArimaOrders, coefficients: [Double],
    effects: [Double] = [], estimated: Int = 0
  ) {
    let polynomials = ArimaPolynomials(orders, coefficients: coefficients)
    guard
      let filter = ArimaFilter(
        polynomials, integration: ArimaPolynomials.integration(orders))
    else { return nil }
    let errors = Self.errors(values, columns, effects)
    let pass = filter.run([errors], seen: errors.map { !$0.isNaN })
    guard pass.counted > 0, pass.squares.isFinite else { return nil }
    self.orders = orders
    self.coefficients = coefficients
    self.effects = effects
    self.filter = filter
    self.estimated = estimated
    likelihoodVariance = pass.squares / Double(pass.counted)
    logLikelihood = pass.logLikelihood
    counted = pass.counted
    end = ArimaFilter.Pass(
      innovations: [], states: pass.states, covariance: pass.covariance)
  }

  /// Fits coefficients and effects by maximum likelihood.
  ///
  /// *Units and shapes*: `tolerance` is what the log-likelihood may miss, about; `start` coefficients to begin at.
  /// *Edge cases*: nil where the series is shorter than what is to be estimated, or fits exactly.
  static func fit(
    _ values: [Double], columns: [[Double]] = [], orders: ArimaOrders, start: [Double]? = nil,
    tolerance: Double = 1e-6, maximumEvaluations: Int = 400
  ) -> ArimaRegression? {
    let estimated = orders.coefficientCount + columns.count
    let work = Work(values, columns: columns, orders: orders)
    guard work.seenCount > estimated + 1, var effects = work.ordinaryEffects() else { return nil }
    var errors = work.errors(effects)
    let space = ArimaSpace(orders)
    var coefficients = start ?? work.start(effects)
    if space.free(coefficients) == nil {
      coefficients = [Double](repeating: 0, count: orders.coefficientCount)
    }
    var best = -Double.infinity
    for _ in 0..<Self.turns {
      if !columns.isEmpty, let better = work.generalizedEffects(coefficients) {
        effects = better
        errors = work.errors(effects)
      }
      guard let free = space.free(coefficients) else { break }
      let found = Minimizer.quasiNewton(
        from: free, tolerance: tolerance / Double(max(1, work.seenCount)),
        maximumEvaluations: maximumEvaluations, refines: tolerance < 1e-3
      ) { free in
        -(work.logLikelihood(errors, space.coefficients(free)) ?? -.infinity)
          / Double(max(1, work.seenCount))
      }
      coefficients = space.coefficients(found.point)
      let reached = -found.value * Double(work.seenCount)
      let gain = reached - best
      best = reached
      if columns.isEmpty || orders.coefficientCount == 0 || !(gain > 10 * tolerance) {
        break
      }
    }
    guard best.isFinite else { return nil }
    return ArimaRegression(
      values, columns: columns, orders: orders, coefficients: space.invertible(coefficients),
      effects: effects, estimated: estimated)
  }

  /// Means and variances of the steps after the series.
  ///
  /// *Units and shapes*: `columns` hold the future of the columns, `steps` values each.
  func forecast(columns: [[Double]] = [], steps: Int) -> SeriesForecast {
    let errors = filter.forecast(after: end, steps: steps)
    var mean = errors.mean
    for (column, effect) in zip(columns, effects) {
      for t in mean.indices { mean[t] += effect * column[t] }
    }
    return SeriesForecast(mean: mean, variance: errors.variance.map { $0 * variance })
  }

  /// What the effects leave of the values.
  static func errors(_ values: [Double], _ columns: [[Double]], _ effects: [Double]) -> [Double] {
    var errors = values
    errors.withUnsafeMutableBufferPointer { errors in
      for (c, effect) in effects.enumerated() {
        columns[c].withUnsafeBufferPointer { column in
          var t = 0
          while t < errors.count {
            errors[t] -= effect * column[t]
            t += 1
          }
        }
      }
    }
    return errors
  }
}

extension ArimaRegression {
  /// A series laid out for fitting: differenced where it has no gaps, since the filter of a differenced series is far
  /// smaller and says the same.
  private struct Work {
    /// What the filter sees, differenced or not.
    let values: [Double]
    let columns: [[Double]]
    let orders: ArimaOrders
    let seen: [Bool]
    let seenCount: Int
    let integration: [Double]
    let differenced: [Double]
    let differencedColumns: [[Double]]
    let longestLag: Int

    init(_ values: [Double], columns: [[Double]], orders: ArimaOrders) {
      self.orders = orders
      differenced = ArimaPolynomials.difference(values, orders)
      differencedColumns =
        orders.lostSteps == 0 ? columns : columns.map { ArimaPolynomials.difference($0, orders) }
      let asIs = orders.lostSteps > 0 && values.contains(where: \.isNaN)
      integration = asIs ? ArimaPolynomials.integration(orders) : []
      self.values = asIs ? values : differenced
      self.columns = asIs ? columns : differencedColumns
      seen = self.values.map { !$0.isNaN }
      seenCount = max(0, values.count { !$0.isNaN } - orders.lostSteps)
      longestLag = max(
        orders.longestLag,
        orders.movingAverage + orders.period * orders.seasonalMovingAverage)
    }

    /// Coefficients near the maximum: the most likely of some least-squares fits.
    func start(_ effects: [Double]) -> [Double] {
      let squares = ConditionalSquares(
        differencedErrors(effects), longestLag: longestLag,
        skip: min(orders.longestLag, differenced.count / 4))
      let fits = ArimaSpace(orders).starts.map { squares.fit(orders, from: $0).coefficients }
      guard fits.count > 1 else { return fits[0] }
      let errors = errors(effects)
      let likelihoods = fits.map { logLikelihood(errors, $0) ?? -.infinity }
      let best = likelihoods.indices.max { likelihoods[$0] < likelihoods[$1] }
      return fits[best ?? 0]
    }

    /// What the filter sees of the errors.
    func errors(_ effects: [Double]) -> [Double] {
      ArimaRegression.errors(values, columns, effects)
    }

    /// The errors differenced, NaN where missing.
    func differencedErrors(_ effects: [Double]) -> [Double] {
      ArimaRegression.errors(differenced, differencedColumns, effects)
    }

    /// Least squares on the differenced series.
    func ordinaryEffects() -> [Double]? {
      guard !columns.isEmpty else { return [] }
      let rows = differenced.indices.filter { !differenced[$0].isNaN }
      return leastSquares(
        differencedColumns.map { $0.at(rows) }, differenced.at(rows))
    }

    /// Least squares on what the filter whitens.
    func generalizedEffects(_ coefficients: [Double]) -> [Double]? {
      guard let filter = filter(coefficients) else { return nil }
      let white = filter.run([values] + columns, seen: seen).innovations
      return leastSquares(Array(white[1...]), white[0])
    }

    /// The log-likelihood of errors laid out as `errors` does.
    func logLikelihood(_ errors: [Double], _ coefficients: [Double]) -> Double? {
      filter(coefficients)?.run([errors], seen: seen).logLikelihood
    }

    private func filter(_ coefficients: [Double]) -> ArimaFilter? {
      ArimaFilter(
        ArimaPolynomials(orders, coefficients: coefficients), integration: integration)
    }
  }

  /// The coefficients of least squares.
  ///
  /// The normal equations do for columns that are not nearly collinear, and take a tenth of the time on many rows;
  /// for others the singular values.
  static func leastSquares(_ columns: [[Double]], _ response: [Double]) -> [Double]? {
    let count = columns.count
    guard count > 0, response.count > count else { return nil }
    let rows = response.count
    var sizes = [Double](repeating: 0, count: count)
    let scaled = [Double](unsafeUninitializedCapacity: rows * count) { elements, filled in
      for c in 0..<count {
        columns[c].withUnsafeBufferPointer { column in
          var sum = 0.0
          var t = 0
          while t < rows {
            sum += column[t] * column[t]
            t += 1
          }
          let scale = sum > 0 ? 1 / sum.squareRoot() : 0
          sizes[c] = scale
          t = 0
          while t < rows {
            elements[c * rows + t] = column[t] * scale
            t += 1
          }
        }
      }
      filled = rows * count
    }
    let design = Matrix(rowCount: rows, columnCount: count, columnMajor: scaled)
    guard let solution = normal(design, response) ?? singular(design, response) else { return nil }
    return zip(solution, sizes).map { $0 * $1 }
  }

  private static func normal(_ design: Matrix, _ response: [Double]) -> [Double]? {
    guard let gram = try? design.times(design, transposingSelf: true),
      let right = try? design.times(Matrix(column: response), transposingSelf: true),
      let factor = try? Cholesky(gram)
    else { return nil }
    // The diagonal tells what of a column of length 1 the columns before it leave.
    guard (0..<design.columnCount).allSatisfy({ factor.lower[$0, $0] > 1e-3 }) else { return nil }
    return try? factor.solve(right.elements)
  }

  private static func singular(_ design: Matrix, _ response: [Double]) -> [Double]? {
    try? LeastSquares(design: design, response: response).coefficients
  }
}

extension [Double] {
  /// The elements at some places, in their order.
  func at(_ places: [Int]) -> [Double] {
    // All of them, as they stand: no copy.
    if places.count == count { return self }
    return [Double](unsafeUninitializedCapacity: places.count) { chosen, filled in
      for (i, place) in places.enumerated() { chosen[i] = self[place] }
      filled = places.count
    }
  }
}
