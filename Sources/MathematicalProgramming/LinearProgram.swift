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

  /// The handle of the column at a position from 0, for columns found by their values.
  public func column(at index: Int) -> Column {
    precondition(costs.indices.contains(index), "no such column")
    return Column(index: index)
  }

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

  /// Changes the bounds of a column; the columns keep their positions, so an answer to a narrower program serves the
  /// wider one too.
  public mutating func restrict(_ column: Column, to bounds: ClosedRange<Double>) {
    lowerBounds[column.index] = bounds.lowerBound
    upperBounds[column.index] = bounds.upperBound
  }

  /// Changes the bounds of a row's sum; rows count from 0 in the order in which they were added.
  public mutating func restrictRow(_ row: Int, to bounds: ClosedRange<Double>) {
    rowLowerBounds[row] = bounds.lowerBound
    rowUpperBounds[row] = bounds.upperBound
  }

  /// Changes the cost of one unit of a column.
  public mutating func changeCost(of column: Column, to cost: Double) {
    costs[column.index] = cost
  }

  /// Says whether a column takes whole numbers only.
  public mutating func changeIntegrality(of column: Column, to isInteger: Bool) {
    integrality[column.index] = isInteger
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

  /// A column that comes with its entries into rows that are there already.
  public struct NewColumn: Sendable, Equatable {
    /// Cost of one unit.
    public var cost: Double
    /// Smallest and largest value.
    public var bounds: ClosedRange<Double>
    /// Whether it takes whole numbers only.
    public var isInteger: Bool
    /// For messages.
    public var name: String
    /// Rows in which it stands.
    public var rows: [Int]
    /// Its factor in each of `rows`.
    public var factors: [Double]

    /// Creates a column; `rows` and `factors` are of one length, and entries of the same row are added together.
    public init(
      cost: Double, in bounds: ClosedRange<Double>, isInteger: Bool = false, name: String = "",
      rows: [Int], factors: [Double]
    ) {
      precondition(rows.count == factors.count, "each row needs one factor")
      self.cost = cost
      self.bounds = bounds
      self.isInteger = isInteger
      self.name = name
      self.rows = rows
      self.factors = factors
    }
  }

  /// Adds columns that stand in rows already there, as column generation does, and returns their handles.
  ///
  /// *Complexity*: O(terms of the program + entries): add many at once.
  @discardableResult
  public mutating func addColumns(_ columns: [NewColumn]) -> [Column] {
    let first = columnCount
    var added = [[(column: Int32, factor: Double)]](repeating: [], count: rowCount)
    for (offset, column) in columns.enumerated() {
      _ = addColumn(
        cost: column.cost, in: column.bounds, isInteger: column.isInteger, name: column.name)
      let index = Int32(first + offset)
      for (row, factor) in zip(column.rows, column.factors) {
        if let last = added[row].last, last.column == index {
          added[row][added[row].count - 1].factor += factor
        } else {
          added[row].append((index, factor))
        }
      }
    }
    insertTerms(added)
    return (first..<columnCount).map { Column(index: $0) }
  }

  /// Puts terms of new columns behind those of each row.
  private mutating func insertTerms(_ added: [[(column: Int32, factor: Double)]]) {
    let total = termCount + added.reduce(0) { $0 + $1.count }
    var starts: [Int32] = [0]
    var columns: [Int32] = []
    var factors: [Double] = []
    starts.reserveCapacity(rowCount + 1)
    columns.reserveCapacity(total)
    factors.reserveCapacity(total)
    for row in 0..<rowCount {
      let range = Int(rowStarts[row])..<Int(rowStarts[row + 1])
      columns += termColumns[range]
      factors += termFactors[range]
      for term in added[row] {
        columns.append(term.column)
        factors.append(term.factor)
      }
      starts.append(Int32(columns.count))
    }
    rowStarts = starts
    termColumns = columns
    termFactors = factors
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
