internal import CHiGHS

/// One model inside the library, with the calls a session makes; destroyed with this object.
final class HiGHSModel {
  private let table: muster_highs
  private let pointer: UnsafeMutableRawPointer

  /// Creates a model and passes the program in one call.
  init(of program: LinearProgram, table: muster_highs) throws(MathematicalProgrammingError) {
    let refused = { (step: String) in
      MathematicalProgrammingError.programRefused(
        step: step, columns: program.columnCount, rows: program.rowCount)
    }
    let created = withUnsafePointer(to: table) { muster_highs_create($0) }
    guard let created else { throw refused("create") }
    self.table = table
    pointer = created
    if program.columnCount == 0, program.rowCount == 0 { return }
    // HiGHS reads any bound at or beyond 1e20 as infinite, so Swift's infinity needs no translation.
    let kinds = program.integrality.map { $0 ? Int32(1) : 0 }
    let passed = call { table in
      _ = muster_highs_set_bool(table, pointer, "output_flag", 0)
      return muster_highs_pass(
        table, pointer, Int32(program.columnCount), Int32(program.rowCount),
        Int32(program.termCount), program.constantCost, program.costs, program.lowerBounds,
        program.upperBounds, program.rowLowerBounds, program.rowUpperBounds, program.rowStarts,
        program.termColumns, program.termFactors, kinds)
    }
    guard passed != -1 else { throw refused("passing the matrix") }
  }

  deinit { withUnsafePointer(to: table) { muster_highs_destroy($0, pointer) } }

  private func call<Result>(_ body: (UnsafePointer<muster_highs>) -> Result) -> Result {
    withUnsafePointer(to: table, body)
  }

  /// Makes a change, or throws the refusal.
  private func change(
    _ step: String, _ program: LinearProgram, _ body: (UnsafePointer<muster_highs>) -> Int32
  ) throws(MathematicalProgrammingError) {
    guard call(body) != -1 else {
      throw .programRefused(step: step, columns: program.columnCount, rows: program.rowCount)
    }
  }

  func add(
    _ columns: [LinearProgram.NewColumn], program: LinearProgram
  ) throws(MathematicalProgrammingError) {
    var starts: [Int32] = []
    var rows: [Int32] = []
    var factors: [Double] = []
    for column in columns {
      starts.append(Int32(rows.count))
      var entries: [Int: Double] = [:]
      for (row, factor) in zip(column.rows, column.factors) { entries[row, default: 0] += factor }
      for (row, factor) in entries.sorted(by: { $0.key < $1.key }) {
        rows.append(Int32(row))
        factors.append(factor)
      }
    }
    try change("adding columns", program) { table in
      muster_highs_add_columns(
        table, pointer, Int32(columns.count), columns.map(\.cost), columns.map(\.bounds.lowerBound),
        columns.map(\.bounds.upperBound), Int32(rows.count), starts, rows, factors)
    }
    // A program that has been given kinds of columns once wants them for the new ones too.
    let first = program.columnCount - columns.count
    let whole = (first..<program.columnCount).filter { program.integrality[$0] }.map(Int32.init)
    if whole.isEmpty { return }
    try change("integrality", program) { table in
      muster_highs_change_integrality(
        table, pointer, Int32(whole.count), whole, [Int32](repeating: 1, count: whole.count))
    }
  }

  func addLastRow(of program: LinearProgram) throws(MathematicalProgrammingError) {
    let row = program.rowCount - 1
    let terms = Int(program.rowStarts[row])..<Int(program.rowStarts[row + 1])
    try change("adding a row", program) { table in
      muster_highs_add_rows(
        table, pointer, 1, [program.rowLowerBounds[row]], [program.rowUpperBounds[row]],
        Int32(terms.count), [0], Array(program.termColumns[terms]),
        Array(program.termFactors[terms]))
    }
  }

  func updateCosts(
    of columns: [LinearProgram.Column], program: LinearProgram
  ) throws(MathematicalProgrammingError) {
    if columns.isEmpty { return }
    try change("changing costs", program) { table in
      muster_highs_change_costs(
        table, pointer, Int32(columns.count), columns.map { Int32($0.index) },
        columns.map { program.costs[$0.index] })
    }
  }

  func updateBounds(
    of columns: [LinearProgram.Column], program: LinearProgram
  ) throws(MathematicalProgrammingError) {
    if columns.isEmpty { return }
    try change("changing bounds", program) { table in
      muster_highs_change_column_bounds(
        table, pointer, Int32(columns.count), columns.map { Int32($0.index) },
        columns.map { program.lowerBounds[$0.index] }, columns.map { program.upperBounds[$0.index] }
      )
    }
  }

  func updateRowBounds(
    of rows: [Int], program: LinearProgram
  ) throws(MathematicalProgrammingError) {
    if rows.isEmpty { return }
    try change("changing bounds of rows", program) { table in
      muster_highs_change_row_bounds(
        table, pointer, Int32(rows.count), rows.map { Int32($0) },
        rows.map { program.rowLowerBounds[$0] }, rows.map { program.rowUpperBounds[$0] })
    }
  }

  func updateIntegrality(
    of columns: [LinearProgram.Column], program: LinearProgram
  ) throws(MathematicalProgrammingError) {
    if columns.isEmpty { return }
    try change("integrality", program) { table in
      muster_highs_change_integrality(
        table, pointer, Int32(columns.count), columns.map { Int32($0.index) },
        columns.map { program.integrality[$0.index] ? 1 : 0 })
    }
  }

  func set(
    _ options: ProgramOptions, program: LinearProgram
  ) throws(MathematicalProgrammingError) {
    // Every option is written in every solve: one that an earlier solve of the session set must not linger.
    let none = Int32.max
    let whole: [(String, Int32)] = [
      ("threads", 1),
      ("random_seed", Int32(truncatingIfNeeded: options.randomSeed & 0x7fff_ffff)),
      ("mip_max_nodes", options.nodeLimit.map { Int32(clamping: $0) } ?? none),
      ("mip_max_stall_nodes", options.stallNodeLimit.map { Int32(clamping: $0) } ?? none),
      ("mip_max_improving_sols", options.improvementLimit.map { Int32(clamping: $0) } ?? none),
      // The limit of an integer search is kept by the watch: this one would cut each of its linear programs.
      (
        "simplex_iteration_limit",
        program.hasIntegers ? none : options.iterationLimit.map { Int32(clamping: $0) } ?? none
      ),
    ]
    let real: [(String, Double)] = [
      ("mip_rel_gap", options.relativeGap), ("mip_abs_gap", options.absoluteGap),
      ("objective_target", options.objectiveTarget ?? -.infinity),
      ("mip_heuristic_effort", options.heuristicEffort ?? 0.05),
      ("time_limit", options.timeLimitSeconds ?? .infinity),
    ]
    try change("options", program) { table in
      var worst = muster_highs_set_bool(table, pointer, "output_flag", 0)
      for (name, value) in whole {
        worst = min(worst, muster_highs_set_int(table, pointer, name, value))
      }
      for (name, value) in real {
        worst = min(worst, muster_highs_set_double(table, pointer, name, value))
      }
      let text = [
        ("solver", options.algorithm.rawValue), ("run_crossover", options.crossover ? "on" : "off"),
      ]
      for (name, value) in text {
        worst = min(worst, muster_highs_set_string(table, pointer, name, value))
      }
      return worst
    }
  }

  /// Hands over values of all columns; ones that the solver refuses are no start.
  func setStart(_ values: [Double]) {
    _ = call { muster_highs_set_solution($0, pointer, values) }
  }

  func setStart(_ values: [LinearProgram.Column: Double]) {
    let known = values.sorted { $0.key.index < $1.key.index }
    _ = call { table in
      muster_highs_set_sparse_solution(
        table, pointer, Int32(known.count), known.map { Int32($0.key.index) }, known.map(\.value))
    }
  }

  /// Runs to the end or a limit.
  func run(
    _ options: ProgramOptions, hasIntegers: Bool
  ) -> (runStatus: Int32, modelStatus: Int32, interruption: ProgramSolution.Limit?) {
    let watch =
      SolveWatch.isNeeded(for: options, hasIntegers: hasIntegers) ? SolveWatch(options) : nil
    return call { table in
      _ = muster_highs_zero_clocks(table, pointer)
      let status = watch?.run(table, pointer) ?? muster_highs_run(table, pointer)
      return (status, muster_highs_model_status(table, pointer), watch?.interruption)
    }
  }

  /// Values and row duals, where there is a feasible answer.
  func solution(of program: LinearProgram) -> (values: [Double], rowDuals: [Double])? {
    var values = [Double](repeating: 0, count: program.columnCount)
    // One more than needed: HiGHS writes nothing where there are no rows, but wants no null.
    var rowDuals = [Double](repeating: 0, count: max(1, program.rowCount))
    let isRead = call { table in
      var feasible: Int32 = 0
      _ = muster_highs_get_int(table, pointer, "primal_solution_status", &feasible)
      guard feasible == 2 else { return false }
      return muster_highs_get_solution(table, pointer, &values, nil, nil, &rowDuals) == 0
    }
    guard isRead else { return nil }
    return (values, Array(rowDuals.prefix(program.rowCount)))
  }

  /// Nodes of the last integer search.
  var nodes: Int {
    var count: Int64 = 0
    _ = call { muster_highs_get_int64($0, pointer, "mip_node_count", &count) }
    return Int(max(0, count))
  }

  /// The solver's own bound of the last integer search.
  var searchBound: Double {
    var bound = -Double.infinity
    _ = call { muster_highs_get_double($0, pointer, "mip_dual_bound", &bound) }
    return bound
  }
}
