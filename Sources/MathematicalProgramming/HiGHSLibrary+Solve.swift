extension HiGHSLibrary {
  /// Solves one program and checks the answer.
  ///
  /// One thread, a fixed seed, no output: the same program and options give the same values, except where a time
  /// limit or a cancellation cut in.
  ///
  /// - Parameters:
  ///   - program: what to solve; one without columns is solved by hand.
  ///   - options: gap, limits, seed, whom to tell.
  ///   - start: values of all columns to begin from; used where they are feasible, ignored where not.
  /// - Throws: `MathematicalProgrammingError`; infeasible and unbounded programs are outcomes, not errors.
  public func solve(
    _ program: LinearProgram, options: ProgramOptions = ProgramOptions(), start: [Double]? = nil
  ) throws(MathematicalProgrammingError) -> ProgramOutcome {
    try ProgramSession(program, library: self).solve(options: options, start: start)
  }
}
