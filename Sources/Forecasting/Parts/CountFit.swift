internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

/// A log-linear regression of counts, fitted by iteratively reweighted least squares.
///
/// *Formula*: log μ = o + X b with offsets o; the variance of a count is μ + v μ². Each step solves
/// (XᵀWX + R) δ = Xᵀ W (y − μ)/μ − R (b − c) with W = μ / (1 + v μ): the mode of b under a normal prior of mean c and
/// precision R. v = 0 is Poisson regression, v > 0 negative binomial with known shape 1/v, R = 0 maximum likelihood.
///
/// *Source*: McCullagh and Nelder (1989), Generalized Linear Models, sections 2.5 and 6.2; counts with a random day
/// factor: Avramidis, Deslauriers and L'Ecuyer (2004), Management Science 50:896-908.
struct CountFit: Equatable {
  /// One coefficient per column of the design.
  private(set) var coefficients: [Double]
  /// The expected counts.
  private(set) var means: [Double]
  /// Steps taken.
  private(set) var steps = 0

  private static let mostSteps = 30
  /// A step no longer than this in any coefficient is the last.
  private static let tolerance = 1e-9
  /// Linear predictors are kept inside, so that means neither vanish nor overflow.
  private static let bounds = -30.0...30.0

  /// Fits counts.
  ///
  /// - Parameters:
  ///   - design: one row per count.
  ///   - counts: what came, ≥ 0, not necessarily whole.
  ///   - offsets: known parts of the logarithm of the mean.
  ///   - precision: prior precision of each coefficient, ≥ 0.
  ///   - center: prior mean of each coefficient.
  ///   - factorVariance: the variance v of the random factor.
  ///
  /// *Throws*: ``LinearAlgebraError`` where columns are collinear and no precision holds them.
  init(
    design: Matrix, counts: [Double], offsets: [Double], precision: [Double],
    center: [Double]? = nil, factorVariance v: Double = 0
  ) throws(LinearAlgebraError) {
    let rows = design.rowCount
    let columns = design.columnCount
    let center = center ?? [Double](repeating: 0, count: columns)
    precondition(counts.count == rows && offsets.count == rows)
    precondition(precision.count == columns && center.count == columns)
    coefficients = center
    means = []
    means = Self.means(design, coefficients, offsets)
    var objective = self.objective(counts, precision, center, v)
    while steps < Self.mostSteps {
      steps += 1
      var weighted = [Double](repeating: 0, count: rows * columns)
      var gradient = [Double](repeating: 0, count: columns)
      for j in 0..<columns {
        let column = design.column(j)
        var sum = 0.0
        for (i, x) in column.enumerated() {
          let weight = means[i] / (1 + v * means[i])
          weighted[j * rows + i] = weight * x
          sum += x * (counts[i] - means[i]) / (1 + v * means[i])
        }
        gradient[j] = sum - precision[j] * (coefficients[j] - center[j])
      }
      var normal = try design.times(
        Matrix(rowCount: rows, columnCount: columns, columnMajor: weighted), transposingSelf: true)
      for j in 0..<columns { normal[j, j] += precision[j] }
      let step = try Cholesky(normal).solve(gradient)
      // Newton's step may overshoot where counts are few: halve until the posterior rises.
      var scale = 1.0
      var next = self
      for _ in 0..<20 {
        next.coefficients = zip(coefficients, step).map { $0 + scale * $1 }
        next.means = Self.means(design, next.coefficients, offsets)
        let value = next.objective(counts, precision, center, v)
        if value >= objective - 1e-12 * abs(objective) {
          objective = value
          break
        }
        scale /= 2
      }
      next.steps = steps
      self = next
      if step.allSatisfy({ abs(scale * $0) < Self.tolerance }) { break }
    }
  }

  private static func means(
    _ design: Matrix, _ coefficients: [Double], _ offsets: [Double]
  ) -> [Double] {
    var predictors = offsets
    for (j, coefficient) in coefficients.enumerated() where coefficient != 0 {
      for (i, x) in design.column(j).enumerated() { predictors[i] += coefficient * x }
    }
    return predictors.map { exp(min(max($0, bounds.lowerBound), bounds.upperBound)) }
  }

  /// The logarithm of the posterior up to a constant.
  private func objective(
    _ counts: [Double], _ precision: [Double], _ center: [Double], _ v: Double
  ) -> Double {
    var sum = 0.0
    for (y, mean) in zip(counts, means) {
      sum += v > 0 ? y * log(mean) - (y + 1 / v) * log1p(v * mean) : y * log(mean) - mean
    }
    for j in coefficients.indices {
      let distance = coefficients[j] - center[j]
      sum -= 0.5 * precision[j] * distance * distance
    }
    return sum
  }
}
