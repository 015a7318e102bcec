internal import COpenBLAS

extension Matrix {
  /// The product A·B, or Aᵀ·B when `transposingSelf`.
  ///
  /// *Units and shapes*: the inner dimensions must agree; an inner dimension of zero gives zeros.
  ///
  /// *Throws*: ``LinearAlgebraError/shape(operation:expected:found:)`` when they do not.
  ///
  /// *Complexity*: O(rows · columns · inner), by `dgemm`.
  public func times(
    _ other: Matrix, transposingSelf: Bool = false
  ) throws(LinearAlgebraError) -> Matrix {
    let rows = transposingSelf ? columnCount : rowCount
    let inner = transposingSelf ? rowCount : columnCount
    guard inner == other.rowCount else {
      throw .shape(operation: "product", expected: inner, found: other.rowCount)
    }
    let m = try libraryDimension(rows, "product")
    let n = try libraryDimension(other.columnCount, "product")
    let k = try libraryDimension(inner, "product")
    var result = [Double](repeating: 0, count: rows * other.columnCount)
    guard m > 0, n > 0, k > 0 else {
      return Matrix(rowCount: rows, columnCount: other.columnCount, columnMajor: result)
    }
    cblas_dgemm(
      CblasColMajor, transposingSelf ? CblasTrans : CblasNoTrans, CblasNoTrans, m, n, k, 1,
      elements, Int32(rowCount), other.elements, k, 0, &result, m)
    return Matrix(rowCount: rows, columnCount: other.columnCount, columnMajor: result)
  }

  /// The product A·x.
  ///
  /// *Throws*: ``LinearAlgebraError/shape(operation:expected:found:)`` when `vector` has not one element per
  /// column.
  public func times(_ vector: [Double]) throws(LinearAlgebraError) -> [Double] {
    try times(Matrix(column: vector)).elements
  }
}
