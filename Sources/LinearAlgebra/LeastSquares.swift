internal import COpenBLAS

// Implementation goals, in order: never fail on collinear columns (calendar dummies are: a holiday that always
// falls on Monday); the minimum-norm solution, so that equivalent columns share an effect equally; accuracy of a
// singular value decomposition. `dgels` is faster and was rejected: it does not notice rank deficiency and
// returns numbers of size 1e15 instead.

/// The coefficients that minimize a sum of squared residuals.
public struct LeastSquares: Sendable, Equatable {
  /// One coefficient per column of the design.
  public let coefficients: [Double]
  /// The number of directions the data determines: below the number of columns when columns are collinear.
  public let rank: Int
  /// The weighted sum of squared residuals, without the ridge penalty.
  public let residualSumOfSquares: Double

  /// Solves min Σ wᵢ (yᵢ − xᵢ·b)² + Σ rⱼ bⱼ².
  ///
  /// Among several minimizers the one of least norm is returned.
  ///
  /// *Units and shapes*: `weights`, when given, has one value ≥ 0 per row; `ridge`, when given, one value ≥ 0
  /// per column.
  ///
  /// *Edge cases*: no rows gives zeros and rank 0. A row of weight 0 is ignored. A singular value below
  /// `tolerance` times the largest counts as zero.
  ///
  /// *Throws*: ``LinearAlgebraError/shape(operation:expected:found:)`` for wrong lengths,
  /// ``LinearAlgebraError/notFinite(operation:)`` for NaN, infinity or a negative weight,
  /// ``LinearAlgebraError/notConverged(routine:info:)``.
  ///
  /// *Complexity*: O(rows · columns²), by `dgelsd` (divide and conquer on the bidiagonal form).
  public init(
    design: Matrix, response: [Double], weights: [Double]? = nil, ridge: [Double]? = nil,
    tolerance: Double = 1e-10
  ) throws(LinearAlgebraError) {
    let operation = "least squares"
    let columns = design.columnCount
    try Self.checkLengths(design, response, weights, ridge)
    let penalties = ridge?.enumerated().filter { $0.element > 0 } ?? []
    let rows = design.rowCount + penalties.count
    guard rows > 0, columns > 0 else {
      self.coefficients = [Double](repeating: 0, count: columns)
      self.rank = 0
      self.residualSumOfSquares = Self.residuals(
        design, response, weights, [Double](repeating: 0, count: columns))
      return
    }
    // The ridge enters as one more row per penalized column: √r at that column, response zero.
    var a: [Double] = []
    a.reserveCapacity(rows * columns)
    for column in 0..<columns {
      for (row, value) in design.column(column).enumerated() {
        a.append(value * (weights?[row].squareRoot() ?? 1))
      }
      for penalty in penalties {
        a.append(penalty.offset == column ? penalty.element.squareRoot() : 0)
      }
    }
    // `dgelsd` leaves the solution in the right-hand side, so that must hold the longer of the two.
    var b = [Double](repeating: 0, count: max(rows, columns))
    for (row, value) in response.enumerated() { b[row] = value * (weights?[row].squareRoot() ?? 1) }
    try requireFinite(a, operation)
    try requireFinite(b, operation)
    var singular = [Double](repeating: 0, count: min(rows, columns))
    var rank: Int32 = 0
    let m = try libraryDimension(rows, operation)
    let n = try libraryDimension(columns, operation)
    try check(
      LAPACKE_dgelsd(LAPACK_COL_MAJOR, m, n, 1, &a, m, &b, max(m, n), &singular, tolerance, &rank),
      "dgelsd")
    self.coefficients = Array(b.prefix(columns))
    self.rank = Int(rank)
    self.residualSumOfSquares = Self.residuals(design, response, weights, coefficients)
  }

  private static func checkLengths(
    _ design: Matrix, _ response: [Double], _ weights: [Double]?, _ ridge: [Double]?
  ) throws(LinearAlgebraError) {
    let operation = "least squares"
    guard response.count == design.rowCount else {
      throw .shape(operation: operation, expected: design.rowCount, found: response.count)
    }
    if let weights {
      guard weights.count == design.rowCount else {
        throw .shape(operation: operation, expected: design.rowCount, found: weights.count)
      }
      guard weights.allSatisfy({ $0 >= 0 }) else { throw .notFinite(operation: operation) }
    }
    if let ridge {
      guard ridge.count == design.columnCount else {
        throw .shape(operation: operation, expected: design.columnCount, found: ridge.count)
      }
      guard ridge.allSatisfy({ $0 >= 0 }) else { throw .notFinite(operation: operation) }
    }
  }

  private static func residuals(
    _ design: Matrix, _ response: [Double], _ weights: [Double]?, _ coefficients: [Double]
  ) -> Double {
    var errors = response
    for (column, coefficient) in coefficients.enumerated() where coefficient != 0 {
      for (row, value) in design.column(column).enumerated() { errors[row] -= coefficient * value }
    }
    return errors.enumerated().reduce(0) {
      $0 + (weights?[$1.offset] ?? 1) * $1.element * $1.element
    }
  }
}
