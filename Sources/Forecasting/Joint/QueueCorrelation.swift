internal import LinearAlgebra

/// How the levels of several queues' days move together.
///
/// *Formula*: correlations r of day errors over common days, shrunk toward none by the intensity
/// λ = Σ Var(r)/Σ r² over all pairs, Var(r) ≈ (1 − r²)²/(n − 1), and divided by the roots of the shares of the errors that
/// are not noise of counts, because only the level is to be correlated; brought back to a correlation matrix by
/// leaving out negative eigenvalues.
///
/// *Source*: Schäfer and Strimmer (2005), "A shrinkage approach to large-scale covariance matrix estimation",
/// doi:10.2202/1544-6115.1175.
struct QueueCorrelation {
  /// The correlation matrix.
  private(set) var correlations: Matrix
  /// Rows that turn independent normals into correlated ones, each of length 1.
  private(set) var mixing: [[Double]]

  /// With fewer days in common two queues are taken as independent.
  private static let leastDays = 20

  /// Correlates the day errors of queues, each with the share of its variance that is not noise.
  init(_ errors: [[(ordinal: Int, error: Double)]], signal: [Double]) {
    let count = errors.count
    let independent = Matrix.identity(count)
    correlations = independent
    mixing = (0..<count).map { independent.row($0) }
    guard count > 1 else { return }
    var raw: [(one: Int, other: Int, value: Double, doubt: Double)] = []
    for one in 0..<count {
      for other in one + 1..<count {
        let (value, days) = Self.correlation(errors[one], errors[other])
        guard days >= Self.leastDays else { continue }
        let left = 1 - value * value
        raw.append((one, other, value, left * left / Double(days - 1)))
      }
    }
    let squares = raw.reduce(0) { $0 + $1.value * $1.value }
    let doubts = raw.reduce(0) { $0 + $1.doubt }
    guard squares > 0 else { return }
    let kept = 1 - min(1, doubts / squares)
    for pair in raw {
      let reliability = (signal[pair.one] * signal[pair.other]).squareRoot()
      guard reliability > 0 else { continue }
      let value = min(max(kept * pair.value / reliability, -1), 1)
      correlations[pair.one, pair.other] = value
      correlations[pair.other, pair.one] = value
    }
    makeValid()
  }

  /// Leaves out negative eigenvalues and brings the diagonal back to 1.
  private mutating func makeValid() {
    guard let eigen = try? SymmetricEigen(correlations) else { return }
    let count = correlations.rowCount
    let roots = eigen.values.map { max($0, 0).squareRoot() }
    var rows = Array(repeating: [Double](repeating: 0, count: count), count: count)
    for i in 0..<count {
      for j in 0..<count {
        for k in 0..<count {
          rows[i][j] += eigen.vectors[i, k] * roots[k] * eigen.vectors[j, k]
        }
      }
      let length = rows[i].reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { return }
      for j in 0..<count { rows[i][j] /= length }
    }
    mixing = rows
    for i in 0..<count {
      for j in 0..<count {
        correlations[i, j] = zip(rows[i], rows[j]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
  }

  /// The correlation of errors over the days both have, and their number.
  static func correlation(
    _ one: [(ordinal: Int, error: Double)], _ other: [(ordinal: Int, error: Double)]
  ) -> (value: Double, days: Int) {
    var at = 0
    var pairs: [(Double, Double)] = []
    for entry in one {
      while at < other.count, other[at].ordinal < entry.ordinal { at += 1 }
      if at < other.count, other[at].ordinal == entry.ordinal {
        pairs.append((entry.error, other[at].error))
      }
    }
    guard pairs.count > 1 else { return (0, pairs.count) }
    let n = Double(pairs.count)
    let mean = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    var sums = (0.0, 0.0, 0.0)
    for pair in pairs {
      let (a, b) = (pair.0 - mean.0, pair.1 - mean.1)
      sums = (sums.0 + a * a, sums.1 + b * b, sums.2 + a * b)
    }
    let product = (sums.0 * sums.1).squareRoot()
    return (product > 0 ? min(max(sums.2 / product, -1), 1) : 0, pairs.count)
  }
}
