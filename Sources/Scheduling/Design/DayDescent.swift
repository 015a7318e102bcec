import MathematicalProgramming

/// Solves a design program in steps from cheap to exact.
///
/// 1. The linear program: its optimum bounds the integer one from below, within 0.2 % on our designs.
/// 2. The integer program with only those shifts that the linear one uses: a fifth of the columns, and mostly within
///    1 % of the bound, in a quarter of the time of the whole program.
/// 3. The whole integer program, from that answer: five to ten times the time of both, so only for days whose gap
///    the plan as a whole cannot bear (`ShiftDesign`).
enum DayDescent {
  /// An answer and what is known about it.
  struct Answer: Sendable {
    var solution: ProgramSolution?
    /// No answer costs less.
    var bound: Double
    /// The limit that ended the search before the gap was closed.
    var limit: ProgramSolution.Limit?
    /// Whether the whole integer program was asked.
    var isRefined = false

    /// What the answer may cost too much; infinite where there is none.
    var gap: Double { solution.map { max(0, $0.objective - bound) } ?? .infinity }
  }

  /// Options for a program without integers: beyond some size the interior point method overtakes the simplex method
  /// on these staircase programs.
  static func linearOptions(for program: LinearProgram) -> ProgramOptions {
    ProgramOptions(algorithm: program.columnCount > 3_000 ? .interiorPoint : .automatic)
  }

  /// Steps 1 and 2.
  static func firstAnswer(
    to design: DesignProgram, options: ShiftDesignOptions, library: HiGHSLibrary
  ) throws(SchedulingError) -> Answer {
    let whole = design.program
    let linear = try solve(
      whole.relaxed, options: linearOptions(for: whole), library: library)
    guard let support = linear.solution else { return Answer(solution: nil, bound: 0) }
    var narrow = whole
    for shift in design.shifts where support[shift.column] < 1e-3 {
      narrow.restrict(shift.column, to: 0...0)
    }
    let limits = programOptions(options, nodeLimit: min(options.nodeLimit ?? 10, 10))
    let best = try solve(narrow, options: limits, library: library).solution
    return Answer(solution: best, bound: support.bound)
  }

  /// Step 3, from an earlier answer.
  static func refinedAnswer(
    to design: DesignProgram, from first: Answer, options: ShiftDesignOptions,
    library: HiGHSLibrary
  ) throws(SchedulingError) -> Answer {
    // To work nobody is an answer: with it, a limit can end the search early and never without one. A better one is
    // a better start; where there is one, the idle plan would only mislead the solver's heuristics.
    var idle = [Double](repeating: 0, count: design.program.columnCount)
    for entry in design.idle { idle[entry.column.index] = entry.value }
    let outcome = try solve(
      design.program, options: programOptions(options, nodeLimit: options.nodeLimit),
      start: first.solution?.values ?? idle, library: library)
    var answer = first
    answer.isRefined = true
    switch outcome {
    case .solved(let solution):
      if solution.bound.isFinite { answer.bound = max(answer.bound, solution.bound) }
      if case .limited(let reason) = solution.quality { answer.limit = reason }
      if solution.objective <= answer.solution?.objective ?? .infinity {
        answer.solution = solution
      }
    case .undecided(let limit): answer.limit = limit
    case .infeasible, .unbounded: break
    }
    return answer
  }

  /// Solves a program, with the solver's errors as this module's.
  static func solve(
    _ program: LinearProgram, options: ProgramOptions, start: [Double]? = nil,
    library: HiGHSLibrary
  ) throws(SchedulingError) -> ProgramOutcome {
    do throws(MathematicalProgrammingError) {
      return try library.solve(program, options: options, start: start)
    } catch {
      throw .solver(error)
    }
  }

  private static func programOptions(
    _ options: ShiftDesignOptions, nodeLimit: Int?
  ) -> ProgramOptions {
    ProgramOptions(
      relativeGap: options.relativeGap, nodeLimit: nodeLimit,
      timeLimitSeconds: options.timeLimitSeconds)
  }
}
