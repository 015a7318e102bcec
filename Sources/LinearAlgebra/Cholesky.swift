internal import COpenBLAS

/// The lower triangle L with L·Lᵀ equal to a symmetric positive definite matrix.
public struct Cholesky: Sendable, Equatable {
  /// The triangle, zeros above its diagonal.
  public let lower: Matrix

  /// Factors a symmetric positive definite matrix, of which only the lower triangle is read.
  ///
  /// *Throws*: ``LinearAlgebraError/shape(operation:expected:found:)`` unless square,
  /// ``LinearAlgebraError/notPositiveDefinite(minor:)``, ``LinearAlgebraError/notFinite(operation:)``.
  ///
  /// *Complexity*: n³/3 operations, by `dpotrf`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    let operation = "Cholesky"
    guard matrix.rowCount == matrix.columnCount else {
      throw .shape(operation: operation, expected: matrix.rowCount, found: matrix.columnCount)
    }
    let n = try libraryDimension(matrix.rowCount, operation)
    try requireFinite(matrix.elements, operation)
    var a = matrix.elements
    if n > 0 {
      let info = LAPACKE_dpotrf(LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), n, &a, n)
      if info > 0 { throw .notPositiveDefinite(minor: Int(info)) }
      try check(info, "dpotrf")
    }
    var lower = Matrix(
      rowCount: matrix.rowCount, columnCount: matrix.columnCount, columnMajor: a)
    for column in 0..<matrix.columnCount {
      for row in 0..<column { lower[row, column] = 0 }
    }
    self.lower = lower
  }

  /// The x with A·x = b.
  ///
  /// *Throws*: ``LinearAlgebraError/shape(operation:expected:found:)`` unless `vector` has one element per row.
  public func solve(_ vector: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard vector.count == lower.rowCount else {
      throw .shape(operation: "Cholesky solve", expected: lower.rowCount, found: vector.count)
    }
    try requireFinite(vector, "Cholesky solve")
    guard !vector.isEmpty else { return [] }
    let n = try libraryDimension(lower.rowCount, "Cholesky solve")
    var b = vector
    try check(
      LAPACKE_dpotrs(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), n, 1, lower.elements, n, &b, n), "dpotrs")
    return b
  }
}
