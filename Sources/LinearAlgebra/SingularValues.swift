internal import COpenBLAS

/// The thin singular value decomposition A = U·diag(s)·Vᵀ.
public struct SingularValues: Sendable, Equatable {
  /// The singular values, descending, as many as the shorter side of the matrix.
  public let values: [Double]
  /// The left singular vectors as orthonormal columns.
  public let left: Matrix
  /// The right singular vectors as orthonormal columns, the largest component of each positive.
  public let right: Matrix

  /// Decomposes any matrix.
  ///
  /// *Throws*: ``LinearAlgebraError/notFinite(operation:)``,
  /// ``LinearAlgebraError/notConverged(routine:info:)``.
  ///
  /// *Complexity*: O(m · n · min(m, n)), by `dgesdd`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    let operation = "singular values"
    let size = min(matrix.rowCount, matrix.columnCount)
    let m = try libraryDimension(matrix.rowCount, operation)
    let n = try libraryDimension(matrix.columnCount, operation)
    try requireFinite(matrix.elements, operation)
    var a = matrix.elements
    var values = [Double](repeating: 0, count: size)
    var u = [Double](repeating: 0, count: matrix.rowCount * size)
    var vt = [Double](repeating: 0, count: size * matrix.columnCount)
    if size > 0 {
      try check(
        LAPACKE_dgesdd(
          LAPACK_COL_MAJOR, CChar(UInt8(ascii: "S")), m, n, &a, m, &values, &u, m, &vt,
          Int32(size)), "dgesdd")
    }
    var left = Matrix(rowCount: matrix.rowCount, columnCount: size, columnMajor: u)
    var right = Matrix(rowCount: size, columnCount: matrix.columnCount, columnMajor: vt).transposed
    // A pair of vectors is determined up to its common sign; which one comes out depends on the kernel.
    for column in 0..<size where pointsDown(right.column(column)) {
      for row in 0..<left.rowCount { left[row, column] = -left[row, column] }
      for row in 0..<right.rowCount { right[row, column] = -right[row, column] }
    }
    self.values = values
    self.left = left
    self.right = right
  }
}
