import MathematicalProgramming

/// Solves a design program in steps from cheap to exact, and stops at the first answer that is good enough.
///
/// 1. The linear program: its optimum bounds the integer one from below, within 0.2 % on our designs.
/// 2. The integer program with only those shifts that the linear one uses: a fifth of the columns, and mostly within
///    1 % of the bound, in a quarter of the time of the whole program.
/// 3. The whole integer program, from that answer: only where step 2 left the gap open.
enum DayDescent {
  /// An answer and what is known about it.
  struct Answer {
    var solution: ProgramSolution?
    /// No answer costs less.
    var bound: Double
    /// The limit that ended the search before the gap was closed.
    var limit: ProgramSolution.Limit?
  }

  /// Options for a program without integers: beyond some size the interior point method overtakes the simplex method
  /// on these staircase programs.
  static func linearOptions(for program: LinearProgram) -> ProgramOptions {
    ProgramOptions(algorithm: program.columnCount > 30_000 ? .interiorPoint : .automatic)
  }

  /// The best answer within the options' gap and limits.
  static func answer(
    to design: DesignProgram, options: ShiftDesignOptions, library: HiGHSLibrary
  ) throws(SchedulingError) -> Answer {
    let whole = design.program
    let linear = try solve(
      whole.relaxed, options: linearOptions(for: whole), library: library)
    var best: ProgramSolution?
    var bound = linear.solution?.bound ?? 0
    if let support = linear.solution {
      var narrow = whole
      for shift in design.shifts where support[shift.column] < 1e-3 {
        narrow.restrict(shift.column, to: 0...0)
      }
      let limits = programOptions(options, nodeLimit: min(options.nodeLimit ?? 10, 10))
      // To work nobody is an answer: with it, a limit can end the search early and never without one.
      var idle = [Double](repeating: 0, count: whole.columnCount)
      for short in design.shortages {
        idle[short.column.index] = whole.upperBounds[short.column.index]
      }
      best = try solve(narrow, options: limits, start: idle, library: library).solution
      if let best, best.objective - bound <= options.relativeGap * abs(best.objective) {
        return Answer(solution: best, bound: bound)
      }
    }
    let outcome = try solve(
      whole, options: programOptions(options, nodeLimit: options.nodeLimit),
      start: best?.values, library: library)
    switch outcome {
    case .solved(let solution):
      if solution.bound.isFinite { bound = max(bound, solution.bound) }
      var limit: ProgramSolution.Limit?
      if case .limited(let reason) = solution.quality { limit = reason }
      if let best, best.objective < solution.objective {
        return Answer(solution: best, bound: bound, limit: limit)
      }
      return Answer(solution: solution, bound: bound, limit: limit)
    case .undecided(let limit): return Answer(solution: best, bound: bound, limit: limit)
    case .infeasible, .unbounded: return Answer(solution: best, bound: bound)
    }
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
