public import LinearAlgebra

/// How forecasts made at several levels are brought to agree.
public enum ReconciliationMethod: String, Hashable, Sendable, CaseIterable {
  /// The bottom forecasts count, sums are their sums.
  case bottomUp = "bottom-up"
  /// The forecast of the whole counts, split down in proportion to the forecasts below.
  case topDown = "top-down"
  /// All levels count, each by how sure it is: minimum trace.
  case minimumTrace = "mint"
}

/// Forecasts of all nodes of a hierarchy made to agree.
public enum Reconciliation {
  /// The share of every correlation that is taken off at least.
  private static let leastShrinkage = 0.05

  /// The matrix G of minimum trace, which takes base forecasts of all nodes to the bottom series.
  ///
  /// *Formula*: G = (S'W⁻¹S)⁻¹S'W⁻¹, by two Cholesky factorizations; G·S is the identity, so forecasts that agree
  /// already stay, and unbiased ones stay unbiased.
  ///
  /// *Units and shapes*: `errors` is the covariance W of the base forecasts' errors, by node.
  ///
  /// *Throws*: `LinearAlgebraError` for a wrong shape or a covariance that is not positive definite.
  ///
  /// *Source*: Wickramasuriya, Athanasopoulos and Hyndman (2019), "Optimal forecast reconciliation for hierarchical and
  /// grouped time series through trace minimization", Journal of the American Statistical Association 114:804-819,
  /// doi:10.1080/01621459.2018.1448825.
  public static func minimumTrace(
    _ hierarchy: SummingHierarchy, errors: Matrix
  ) throws(LinearAlgebraError) -> Matrix {
    let summing = hierarchy.matrix
    let factor = try Cholesky(errors)
    var columns: [Double] = []
    for bottom in 0..<hierarchy.bottomCount {
      columns += try factor.solve(Array(summing.column(bottom)))
    }
    let weighted = Matrix(
      rowCount: hierarchy.nodeCount, columnCount: hierarchy.bottomCount, columnMajor: columns)
    let normal = try Cholesky(summing.times(weighted, transposingSelf: true))
    let transposed = weighted.transposed
    var result: [Double] = []
    for node in 0..<hierarchy.nodeCount {
      result += try normal.solve(Array(transposed.column(node)))
    }
    return Matrix(
      rowCount: hierarchy.bottomCount, columnCount: hierarchy.nodeCount, columnMajor: result)
  }

  /// Bottom values by minimum trace from base forecasts of all nodes; what would fall below 0 is 0.
  ///
  /// *Throws*: as ``minimumTrace(_:errors:)``.
  public static func bottom(
    _ base: [Double], _ hierarchy: SummingHierarchy, errors: Matrix
  ) throws(LinearAlgebraError) -> [Double] {
    try minimumTrace(hierarchy, errors: errors).times(base).map { max(0, $0) }
  }

  /// Bottom values from the whole: the first sum that holds each series, split by the base forecasts of what lies within.
  ///
  /// A series goes down from the largest sum it is in to the next smaller one and so on, each time with the share that the
  /// base forecast of the smaller has among its like; where all of them are 0 it keeps its base forecast.
  ///
  /// *Source*: forecast proportions: Athanasopoulos, Ahmed and Hyndman (2009), doi:10.1016/j.ijforecast.2008.07.004.
  public static func topDown(_ base: [Double], _ hierarchy: SummingHierarchy) -> [Double] {
    let bottom = Array(base.suffix(hierarchy.bottomCount))
    let order = hierarchy.sums.indices.sorted {
      (hierarchy.sums[$1].count, $0) < (hierarchy.sums[$0].count, $1)
    }
    // The largest sum that holds all of a node's series and is larger than the node: its parent is the smallest such.
    var value = base
    var result = bottom
    func parent(of members: [Int], size: Int) -> Int? {
      order.last {
        hierarchy.sums[$0].count > size && Set(members).isSubset(of: hierarchy.sums[$0])
      }
    }
    func children(of sum: Int) -> [Int] {
      let inner = order.filter {
        parent(of: hierarchy.sums[$0], size: hierarchy.sums[$0].count) == sum
      }
      let held = Set(inner.flatMap { hierarchy.sums[$0] })
      let loose = hierarchy.sums[sum].filter { !held.contains($0) }
      return inner + loose.map { hierarchy.sums.count + $0 }
    }
    for sum in order {
      let below = children(of: sum)
      let total = below.reduce(0) { $0 + base[$1] }
      for node in below {
        value[node] = total > 0 ? value[sum] * base[node] / total : base[node]
        if node >= hierarchy.sums.count { result[node - hierarchy.sums.count] = value[node] }
      }
    }
    return result.map { max(0, $0) }
  }

  /// The covariance of errors at nodes, shrunk toward its diagonal.
  ///
  /// *Formula*: correlations are multiplied by 1 − λ, λ = Σ Var(r)/Σ r² over pairs of nodes, from 0.05 to 1;
  /// Var(r) ≈ (1 − r²)²/(n − 1).
  ///
  /// *Units and shapes*: `errors` by time, then node. A node without error keeps a billionth of the largest variance.
  ///
  /// *Source*: Schäfer and Strimmer (2005), doi:10.2202/1544-6115.1175.
  public static func shrunkCovariance(_ errors: [[Double]]) -> Matrix {
    let nodes = errors.first?.count ?? 0
    let count = Double(max(1, errors.count))
    var moments = Matrix(rowCount: nodes, columnCount: nodes)
    for row in errors {
      for i in 0..<nodes { for j in 0..<nodes { moments[i, j] += row[i] * row[j] / count } }
    }
    let largest = (0..<nodes).reduce(0) { max($0, moments[$1, $1]) }
    let least = largest > 0 ? 1e-9 * largest : 1
    for i in 0..<nodes { moments[i, i] = max(moments[i, i], least) }
    var squares = 0.0
    var doubts = 0.0
    for i in 0..<nodes {
      for j in 0..<nodes where j != i {
        let r = moments[i, j] / (moments[i, i] * moments[j, j]).squareRoot()
        squares += r * r
        doubts += (1 - r * r) * (1 - r * r) / max(1, count - 1)
      }
    }
    // Sums are nearly exact functions of what they sum: some shrinkage always stays, or a W next to singular would make
    // much of the chance in how errors of the past went with the small gaps between levels.
    let shrinkage = squares > 0 ? min(max(doubts / squares, leastShrinkage), 1) : 1
    for i in 0..<nodes { for j in 0..<nodes where j != i { moments[i, j] *= 1 - shrinkage } }
    return moments
  }
}
