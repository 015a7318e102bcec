internal import COpenBLAS

/// The eigenvalues and eigenvectors of a symmetric matrix.
public struct SymmetricEigen: Sendable, Equatable {
  /// The eigenvalues, ascending.
  public let values: [Double]
  /// The eigenvectors as orthonormal columns, in the order of the values, the largest component of each
  /// positive.
  public let vectors: Matrix

  /// Decomposes a symmetric matrix, of which only the upper triangle is read.
  ///
  /// *Throws*: ``LinearAlgebraError/shape(operation:expected:found:)`` unless square,
  /// ``LinearAlgebraError/notFinite(operation:)``, ``LinearAlgebraError/notConverged(routine:info:)``.
  ///
  /// *Complexity*: O(n³), by `dsyevd`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    let operation = "symmetric eigenvalues"
    guard matrix.rowCount == matrix.columnCount else {
      throw .shape(operation: operation, expected: matrix.rowCount, found: matrix.columnCount)
    }
    let n = try libraryDimension(matrix.rowCount, operation)
    try requireFinite(matrix.elements, operation)
    var a = matrix.elements
    var values = [Double](repeating: 0, count: matrix.rowCount)
    if n > 0 {
      try check(
        LAPACKE_dsyevd(
          LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "U")), n, &a, n, &values),
        "dsyevd")
    }
    var vectors = Matrix(
      rowCount: matrix.rowCount, columnCount: matrix.columnCount, columnMajor: a)
    // An eigenvector is determined up to its sign; which one comes out depends on the kernel. Fix it.
    for column in 0..<vectors.columnCount where pointsDown(vectors.column(column)) {
      for row in 0..<vectors.rowCount { vectors[row, column] = -vectors[row, column] }
    }
    self.values = values
    self.vectors = vectors
  }
}

/// Whether the component of largest magnitude is negative; the first of equals decides.
func pointsDown(_ vector: ArraySlice<Double>) -> Bool {
  var largest = 0.0
  // Two components that are equal but for rounding must not decide by their last bit.
  for value in vector where abs(value) > abs(largest) * (1 + 1e-9) { largest = value }
  return largest < 0
}
