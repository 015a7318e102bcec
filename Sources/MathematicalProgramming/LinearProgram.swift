/// A linear or mixed-integer program, minimized, as a value.
///
/// ```swift
/// var program = LinearProgram()
/// let shifts = program.addColumn(cost: 8, in: 0...10, isInteger: true, name: "shifts")
/// let short = program.addColumn(cost: 40, in: 0...3, name: "short")
/// program.addRow(atLeast: 3, [(shifts, 1), (short, 1)], name: "cover 09:00")
/// let answer = try library.solve(program)      // shifts = 3, short = 0, objective 24
/// ```
///
/// The matrix is held by rows. Bounds may be infinite. Names serve messages only and may be empty.
public struct LinearProgram: Sendable, Equatable {
  /// Handle of a column: a variable of the program that made it.
  public struct Column: Hashable, Sendable {
    /// Position of the column, from 0.
    public let index: Int
  }

  /// Cost of one unit of each column.
  public private(set) var costs: [Double] = []
  /// Smallest value of each column.
  public private(set) var lowerBounds: [Double] = []
  /// Largest value of each column.
  public private(set) var upperBounds: [Double] = []
  /// Whether each column takes whole numbers only.
  public private(set) var integrality: [Bool] = []
  /// Name of each column, for messages.
  public private(set) var columnNames: [String] = []

  /// Smallest value of each row's sum.
  public private(set) var rowLowerBounds: [Double] = []
  /// Largest value of each row's sum.
  public private(set) var rowUpperBounds: [Double] = []
  /// Name of each row, for messages.
  public private(set) var rowNames: [String] = []
  /// First term of each row in `termColumns` and `termFactors`; one entry more than there are rows.
  public private(set) var rowStarts: [Int32] = [0]
  /// Column of each term, ascending within a row, each column once.
  public private(set) var termColumns: [Int32] = []
  /// Factor of each term.
  public private(set) var termFactors: [Double] = []

  /// A constant added to the cost of every answer.
  public var constantCost: Double = 0

  /// Creates a program without columns and rows.
  public init() {}

  /// Number of columns.
  public var columnCount: Int { costs.count }
  /// Number of rows.
  public var rowCount: Int { rowLowerBounds.count }
  /// Number of stored terms.
  public var termCount: Int { termColumns.count }
  /// Whether any column takes whole numbers only.
  public var hasIntegers: Bool { integrality.contains(true) }

  /// Adds a variable and returns its handle.
  public mutating func addColumn(
    cost: Double, in bounds: ClosedRange<Double>, isInteger: Bool = false, name: String = ""
  ) -> Column {
    costs.append(cost)
    lowerBounds.append(bounds.lowerBound)
    upperBounds.append(bounds.upperBound)
    integrality.append(isInteger)
    columnNames.append(name)
    return Column(index: costs.count - 1)
  }

  /// Narrows a column to `bounds`; the columns keep their positions, so an answer serves the wider program too.
  public mutating func restrict(_ column: Column, to bounds: ClosedRange<Double>) {
    lowerBounds[column.index] = bounds.lowerBound
    upperBounds[column.index] = bounds.upperBound
  }

  /// Adds a row: the sum of `terms` lies in `bounds`.
  ///
  /// Terms of the same column are added together; a row without terms is kept, so that one which cannot hold is
  /// reported by the solver and by `SolutionCheck` alike.
  ///
  /// *Complexity*: O(n log n) in the number of terms.
  public mutating func addRow(
    in bounds: ClosedRange<Double>, _ terms: [(Column, Double)], name: String = ""
  ) {
    rowLowerBounds.append(bounds.lowerBound)
    rowUpperBounds.append(bounds.upperBound)
    rowNames.append(name)
    let first = termColumns.count
    for (column, factor) in terms.sorted(by: { $0.0.index < $1.0.index }) {
      let index = Int32(column.index)
      if termColumns.count > first, termColumns[termColumns.count - 1] == index {
        termFactors[termFactors.count - 1] += factor
      } else {
        termColumns.append(index)
        termFactors.append(factor)
      }
    }
    rowStarts.append(Int32(termColumns.count))
  }

  /// Adds a row whose sum is `bound` or more.
  public mutating func addRow(
    atLeast bound: Double, _ terms: [(Column, Double)], name: String = ""
  ) {
    addRow(in: bound...Double.infinity, terms, name: name)
  }

  /// Adds a row whose sum is `bound` or less.
  public mutating func addRow(
    atMost bound: Double, _ terms: [(Column, Double)], name: String = ""
  ) {
    addRow(in: -Double.infinity...bound, terms, name: name)
  }

  /// Adds a row whose sum is exactly `value`.
  public mutating func addRow(
    equalTo value: Double, _ terms: [(Column, Double)], name: String = ""
  ) {
    addRow(in: value...value, terms, name: name)
  }

  /// The same program with every column free to take fractions.
  ///
  /// Its optimum bounds the optimum of the integer program from below.
  public var relaxed: LinearProgram {
    var program = self
    program.integrality = [Bool](repeating: false, count: columnCount)
    return program
  }
}
