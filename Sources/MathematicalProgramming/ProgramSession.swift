internal import CHiGHS

/// A program that stays inside the solver, is changed, and is solved again from where the last solve ended.
///
/// ```swift
/// let session = try ProgramSession(master, library: library)
/// var answer = try session.solve().solution
/// while let answer, let column = cheapest(answer.rowDuals) {      // column generation
///   try session.addColumns([column])
///   ...
/// }
/// ```
///
/// Without integers each solve starts from the basis of the last; with integers, from the values given to `solve`.
/// `program` is kept in step, so answers are checked and bounded against it alone.
///
/// The value may move between threads, but only one may use it at a time: two at once are a programmer's error.
public final class ProgramSession: @unchecked Sendable {
  /// The program as it stands.
  public private(set) var program: LinearProgram
  private let model: HiGHSModel

  /// Hands a program to the solver.
  ///
  /// - Throws: `MathematicalProgrammingError.notANumber`, `.programRefused`.
  public init(
    _ program: LinearProgram, library: HiGHSLibrary
  ) throws(MathematicalProgrammingError) {
    try Self.rejectNotANumber(in: program)
    self.program = program
    model = try HiGHSModel(of: program, table: library.table)
  }

  /// Adds columns with their entries into rows that are there already.
  ///
  /// - Throws: `MathematicalProgrammingError`.
  @discardableResult
  public func addColumns(
    _ columns: [LinearProgram.NewColumn]
  ) throws(MathematicalProgrammingError) -> [LinearProgram.Column] {
    if columns.isEmpty { return [] }
    for column in columns {
      guard column.cost.isFinite, column.factors.allSatisfy(\.isFinite) else {
        throw .notANumber(place: "the new column \(column.name)")
      }
    }
    let handles = program.addColumns(columns)
    try model.add(columns, program: program)
    return handles
  }

  /// Adds a row (the sum of `terms` lies in `bounds`) and returns its position.
  ///
  /// - Throws: `MathematicalProgrammingError`.
  @discardableResult
  public func addRow(
    in bounds: ClosedRange<Double>, _ terms: [(LinearProgram.Column, Double)], name: String = ""
  ) throws(MathematicalProgrammingError) -> Int {
    guard terms.allSatisfy({ $0.1.isFinite }) else {
      throw .notANumber(place: "the new row \(name)")
    }
    program.addRow(in: bounds, terms, name: name)
    try model.addLastRow(of: program)
    return program.rowCount - 1
  }

  /// Changes the costs of columns.
  ///
  /// - Throws: `MathematicalProgrammingError`.
  public func changeCosts(
    _ costs: [LinearProgram.Column: Double]
  ) throws(MathematicalProgrammingError) {
    let columns = costs.keys.sorted { $0.index < $1.index }
    for column in columns {
      guard let cost = costs[column] else { continue }
      guard cost.isFinite else {
        throw .notANumber(place: "the cost of column \(program.columnNames[column.index])")
      }
      program.changeCost(of: column, to: cost)
    }
    try model.updateCosts(of: columns, program: program)
  }

  /// Changes the bounds of columns.
  ///
  /// - Throws: `MathematicalProgrammingError`.
  public func changeBounds(
    _ bounds: [LinearProgram.Column: ClosedRange<Double>]
  ) throws(MathematicalProgrammingError) {
    let columns = bounds.keys.sorted { $0.index < $1.index }
    for column in columns {
      if let range = bounds[column] { program.restrict(column, to: range) }
    }
    try model.updateBounds(of: columns, program: program)
  }

  /// Changes the bounds of rows, by their positions.
  ///
  /// - Throws: `MathematicalProgrammingError`.
  public func changeRowBounds(
    _ bounds: [Int: ClosedRange<Double>]
  ) throws(MathematicalProgrammingError) {
    let rows = bounds.keys.sorted()
    for row in rows {
      if let range = bounds[row] { program.restrictRow(row, to: range) }
    }
    try model.updateRowBounds(of: rows, program: program)
  }

  /// Says of columns whether they take whole numbers only: the same columns can be priced as a linear program and then
  /// chosen from as an integer one.
  ///
  /// - Throws: `MathematicalProgrammingError`.
  public func changeIntegrality(
    of columns: [LinearProgram.Column], to isInteger: Bool
  ) throws(MathematicalProgrammingError) {
    let columns = columns.sorted { $0.index < $1.index }
    for column in columns { program.changeIntegrality(of: column, to: isInteger) }
    try model.updateIntegrality(of: columns, program: program)
  }

  /// Solves the program as it stands and checks the answer.
  ///
  /// - Parameters:
  ///   - options: gap, limits, seed, whom to tell.
  ///   - start: values of all columns to begin an integer search from; used where they are feasible.
  ///   - partialStart: values of some columns to begin an integer search from; the solver looks for the others. A
  ///     library that cannot do so goes without.
  /// - Throws: `MathematicalProgrammingError`; infeasible and unbounded programs are outcomes, not errors.
  public func solve(
    options: ProgramOptions = ProgramOptions(), start: [Double]? = nil,
    partialStart: [LinearProgram.Column: Double] = [:]
  ) throws(MathematicalProgrammingError) -> ProgramOutcome {
    if program.columnCount == 0 {
      let check = SolutionCheck([], of: program)
      guard check.isFeasible else { return .infeasible }
      return .solved(
        ProgramSolution(
          values: [], objective: check.objective, bound: check.objective, boundOrigin: .exact,
          quality: .proven, nodes: 0,
          rowDuals: [Double](repeating: 0, count: program.rowCount)))
    }
    try model.set(options, program: program)
    if let start, start.count == program.columnCount {
      model.setStart(start)
    } else if !partialStart.isEmpty {
      model.setStart(partialStart)
    }
    let end = model.run(options, hasIntegers: program.hasIntegers)
    switch (end.runStatus, end.modelStatus) {
    case (-1, let status): throw .solverFailed(status: Int(status))
    case (_, 7): return try answer(.proven)
    case (_, 8): return .infeasible
    case (_, 9), (_, 10): return .unbounded
    case (_, 12): return try answer(.limited(.target))
    case (_, 13): return try answer(.limited(.time))
    case (_, 14): return try answer(.limited(.iterations))
    case (_, 16): return try answer(.limited(solutionLimit(options)))
    case (_, 17): return try answer(.limited(end.interruption ?? .cancelled))
    case (_, let status): throw .solverFailed(status: Int(status))
    }
  }

  /// HiGHS tells the limits of nodes and of better answers by one status.
  private func solutionLimit(_ options: ProgramOptions) -> ProgramSolution.Limit {
    guard options.improvementLimit != nil else { return .nodes }
    if options.stallNodeLimit != nil { return .improvements }
    let limit = options.nodeLimit ?? .max
    return model.nodes >= limit ? .nodes : .improvements
  }

  private func answer(
    _ quality: ProgramSolution.Quality
  ) throws(MathematicalProgrammingError) -> ProgramOutcome {
    guard case (var values, let rowDuals)? = model.solution(of: program) else {
      if case .limited(let limit) = quality { return .undecided(limit) }
      throw .solverFailed(status: 7)
    }
    for index in values.indices where program.integrality[index] { values[index].round() }
    let check = SolutionCheck(values, of: program)
    if let violation = check.violations.first { throw .answerFailsCheck(violation) }
    if program.hasIntegers {
      return .solved(
        ProgramSolution(
          values: values, objective: check.objective, bound: model.searchBound,
          boundOrigin: .solver, quality: quality, nodes: model.nodes))
    }
    let bound = DualBound(rowDuals: rowDuals, of: program)
    return .solved(
      ProgramSolution(
        values: values, objective: check.objective, bound: min(bound.value, check.objective),
        boundOrigin: .duals, quality: quality, nodes: 0, rowDuals: rowDuals,
        reducedCosts: bound.reducedCosts))
  }

  private static func rejectNotANumber(
    in program: LinearProgram
  ) throws(MathematicalProgrammingError) {
    if let index = program.costs.firstIndex(where: { !$0.isFinite }) {
      throw .notANumber(place: "the cost of column \(program.columnNames[index])[\(index)]")
    }
    if program.termFactors.contains(where: { !$0.isFinite }) {
      throw .notANumber(place: "a factor of a row")
    }
    // ClosedRange has refused NaN bounds and reversed ones already.
  }
}
