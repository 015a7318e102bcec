internal import CHiGHS

extension HiGHSLibrary {
  /// Solves one program and checks the answer.
  ///
  /// One thread, a fixed seed, no output: the same program and options give the same values, except where a time
  /// limit cut in.
  ///
  /// - Parameters:
  ///   - program: what to solve; one without columns is solved by hand.
  ///   - options: gap, limits, seed.
  ///   - start: values of all columns to begin from; used where they are feasible, ignored where not.
  /// - Throws: `MathematicalProgrammingError`; infeasible and unbounded programs are outcomes, not errors.
  public func solve(
    _ program: LinearProgram, options: ProgramOptions = ProgramOptions(), start: [Double]? = nil
  ) throws(MathematicalProgrammingError) -> ProgramOutcome {
    try Self.rejectNotANumber(in: program)
    if program.columnCount == 0 {
      let check = SolutionCheck([], of: program)
      guard check.isFeasible else { return .infeasible }
      return .solved(
        ProgramSolution(
          values: [], objective: check.objective, bound: check.objective, quality: .proven,
          nodes: 0))
    }
    let model = try makeModel(of: program, options: options)
    defer { model.destroy() }
    if let start, start.count == program.columnCount {
      _ = withUnsafePointer(to: table) { muster_highs_set_solution($0, model.pointer, start) }
    }
    let status = withUnsafePointer(to: table) { table in
      (
        run: muster_highs_run(table, model.pointer),
        model: muster_highs_model_status(table, model.pointer)
      )
    }
    switch (status.run, status.model) {
    case (-1, _): throw .solverFailed(status: Int(status.model))
    case (_, 7): return try model.answer(to: program, quality: .proven)
    case (_, 8): return .infeasible
    case (_, 9), (_, 10): return .unbounded
    case (_, 13): return try model.answer(to: program, quality: .limited(.time))
    case (_, 14): return try model.answer(to: program, quality: .limited(.iterations))
    case (_, 16): return try model.answer(to: program, quality: .limited(.nodes))
    default: throw .solverFailed(status: Int(status.model))
    }
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

  private func makeModel(
    of program: LinearProgram, options: ProgramOptions
  ) throws(MathematicalProgrammingError) -> HiGHSModel {
    let refused = { (step: String) in
      MathematicalProgrammingError.programRefused(
        step: step, columns: program.columnCount, rows: program.rowCount)
    }
    let pointer = withUnsafePointer(to: table) { muster_highs_create($0) }
    guard let pointer else { throw refused("create") }
    let model = HiGHSModel(table: table, pointer: pointer)
    guard model.set(options) else {
      model.destroy()
      throw refused("options")
    }
    // HiGHS reads any bound at or beyond 1e20 as infinite, so Swift's infinity needs no translation.
    let passed = withUnsafePointer(to: table) { table in
      muster_highs_pass(
        table, pointer, Int32(program.columnCount), Int32(program.rowCount),
        Int32(program.termCount), program.constantCost, program.costs, program.lowerBounds,
        program.upperBounds, program.rowLowerBounds, program.rowUpperBounds, program.rowStarts,
        program.termColumns, program.termFactors, program.integrality.map { $0 ? 1 : 0 })
    }
    guard passed != -1 else {
      model.destroy()
      throw refused("passing the matrix")
    }
    return model
  }
}

/// One model inside the library, owned by the call that made it.
private struct HiGHSModel {
  let table: muster_highs
  let pointer: UnsafeMutableRawPointer

  func destroy() { withUnsafePointer(to: table) { muster_highs_destroy($0, pointer) } }

  func set(_ options: ProgramOptions) -> Bool {
    withUnsafePointer(to: table) { table in
      var worst: Int32 = 0
      worst = min(worst, muster_highs_set_bool(table, pointer, "output_flag", 0))
      worst = min(worst, muster_highs_set_int(table, pointer, "threads", 1))
      let seed = Int32(truncatingIfNeeded: options.randomSeed & 0x7fff_ffff)
      worst = min(worst, muster_highs_set_int(table, pointer, "random_seed", seed))
      worst = min(
        worst, muster_highs_set_double(table, pointer, "mip_rel_gap", options.relativeGap))
      worst = min(
        worst, muster_highs_set_string(table, pointer, "solver", options.algorithm.rawValue))
      if let limit = options.nodeLimit {
        let nodes = Int32(clamping: limit)
        worst = min(worst, muster_highs_set_int(table, pointer, "mip_max_nodes", nodes))
      }
      if let limit = options.timeLimitSeconds {
        worst = min(worst, muster_highs_set_double(table, pointer, "time_limit", limit))
      }
      return worst == 0
    }
  }

  func answer(
    to program: LinearProgram, quality: ProgramSolution.Quality
  ) throws(MathematicalProgrammingError) -> ProgramOutcome {
    var values = [Double](repeating: 0, count: program.columnCount)
    var bound = -Double.infinity
    var nodes: Int64 = 0
    let hasAnswer = withUnsafePointer(to: table) { table in
      var feasible: Int32 = 0
      _ = muster_highs_get_int(table, pointer, "primal_solution_status", &feasible)
      guard feasible == 2 else { return false }
      if program.hasIntegers {
        _ = muster_highs_get_double(table, pointer, "mip_dual_bound", &bound)
        _ = muster_highs_get_int64(table, pointer, "mip_node_count", &nodes)
      }
      return muster_highs_get_columns(table, pointer, &values) == 0
    }
    guard hasAnswer else {
      if case .limited(let limit) = quality { return .undecided(limit) }
      throw .solverFailed(status: 7)
    }
    for index in values.indices where program.integrality[index] { values[index].round() }
    let check = SolutionCheck(values, of: program)
    if let violation = check.violations.first { throw .answerFailsCheck(violation) }
    if !program.hasIntegers, quality == .proven { bound = check.objective }
    return .solved(
      ProgramSolution(
        values: values, objective: check.objective, bound: bound, quality: quality,
        nodes: Int(nodes)))
  }
}
