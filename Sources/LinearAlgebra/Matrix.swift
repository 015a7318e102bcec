/// A dense matrix of doubles, stored column by column.
///
/// Columns are contiguous because LAPACK works on columns: a row-major matrix would be transposed and copied on
/// every call.
///
/// ```swift
/// let a = Matrix(rows: [[1, 2], [3, 4]])
/// a[0, 1]        // 2
/// a.elements     // [1, 3, 2, 4]
/// ```
public struct Matrix: Sendable, Equatable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// The elements, the first column from top to bottom, then the second, and so on.
  public private(set) var elements: [Double]

  /// A matrix with every element equal to `value`.
  public init(rowCount: Int, columnCount: Int, repeating value: Double = 0) {
    precondition(rowCount >= 0 && columnCount >= 0, "a matrix has no negative dimension")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.elements = [Double](repeating: value, count: rowCount * columnCount)
  }

  /// A matrix from its elements, column by column.
  ///
  /// *Edge cases*: the number of elements must be `rowCount * columnCount`; anything else is a programmer's
  /// error.
  public init(rowCount: Int, columnCount: Int, columnMajor elements: [Double]) {
    precondition(rowCount >= 0 && columnCount >= 0, "a matrix has no negative dimension")
    precondition(elements.count == rowCount * columnCount, "as many elements as rows times columns")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.elements = elements
  }

  /// A matrix from its rows, which must be equally long.
  public init(rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "rows of one matrix are equally long")
    self.rowCount = rows.count
    self.columnCount = width
    var elements: [Double] = []
    elements.reserveCapacity(rows.count * width)
    for column in 0..<width {
      for row in rows { elements.append(row[column]) }
    }
    self.elements = elements
  }

  /// A single column.
  public init(column: [Double]) {
    self.init(rowCount: column.count, columnCount: 1, columnMajor: column)
  }

  /// The square matrix with ones on its diagonal.
  public static func identity(_ size: Int) -> Matrix {
    diagonal([Double](repeating: 1, count: size))
  }

  /// The square matrix with `values` on its diagonal and zeros elsewhere.
  public static func diagonal(_ values: [Double]) -> Matrix {
    var matrix = Matrix(rowCount: values.count, columnCount: values.count)
    for (index, value) in values.enumerated() { matrix[index, index] = value }
    return matrix
  }

  /// The element in a row and a column, both counted from zero.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(contains(row, column), "row and column lie inside the matrix")
      return elements[column * rowCount + row]
    }
    set {
      precondition(contains(row, column), "row and column lie inside the matrix")
      elements[column * rowCount + row] = newValue
    }
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rowCount && column >= 0 && column < columnCount
  }

  /// The elements of one column, from top to bottom.
  public func column(_ index: Int) -> ArraySlice<Double> {
    precondition(index >= 0 && index < columnCount, "the column lies inside the matrix")
    return elements[index * rowCount..<(index + 1) * rowCount]
  }

  /// The elements of one row, from left to right.
  public func row(_ index: Int) -> [Double] {
    precondition(index >= 0 && index < rowCount, "the row lies inside the matrix")
    return (0..<columnCount).map { elements[$0 * rowCount + index] }
  }

  /// The matrix mirrored at its diagonal.
  public var transposed: Matrix {
    var result: [Double] = []
    result.reserveCapacity(elements.count)
    for row in 0..<rowCount {
      for column in 0..<columnCount { result.append(elements[column * rowCount + row]) }
    }
    return Matrix(rowCount: columnCount, columnCount: rowCount, columnMajor: result)
  }
}
