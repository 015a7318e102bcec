/// An answer to a program that passed `SolutionCheck`.
public struct ProgramSolution: Sendable, Equatable {
  /// Why the search ended with this answer.
  public enum Quality: Sendable, Equatable {
    /// Proven to lie within the gap that was asked for.
    case proven
    /// Feasible, cut short by a limit; `relativeGap` says how far the proof got.
    case limited(Limit)
  }

  /// A limit that ends a search.
  public enum Limit: String, Sendable, CaseIterable {
    /// Seconds of wall clock: the answer may differ on another machine.
    case time
    /// Nodes of the search tree.
    case nodes
    /// Iterations of a linear solver.
    case iterations
  }

  /// Value of each column; whole numbers exactly where the program asks for them.
  public let values: [Double]
  /// Cost of `values`, computed from the program and not by the solver.
  public let objective: Double
  /// No answer costs less than this (up to the solver's tolerance).
  public let bound: Double
  /// Whether the gap was reached or a limit came first.
  public let quality: Quality
  /// Nodes of the search tree that were explored; 0 without integers.
  public let nodes: Int

  /// Creates a solution; a stage that has one from elsewhere checks it with `SolutionCheck`.
  public init(values: [Double], objective: Double, bound: Double, quality: Quality, nodes: Int) {
    self.values = values
    self.objective = objective
    self.bound = bound
    self.quality = quality
    self.nodes = nodes
  }

  /// Share of the objective that is not proven necessary: (objective − bound) / |objective|; 0 where both are 0.
  public var relativeGap: Double {
    let difference = objective - bound
    return difference <= 0 ? 0 : difference / max(abs(objective), 1e-9)
  }

  /// Value of one column.
  public subscript(column: LinearProgram.Column) -> Double { values[column.index] }

  /// Value of an integer column as a whole number.
  ///
  /// *Edge cases*: values beyond ±2^53 are clamped; the check has ruled out NaN.
  public func count(of column: LinearProgram.Column) -> Int {
    let limit = 9_007_199_254_740_992.0
    return Int(min(max(values[column.index], -limit), limit).rounded())
  }
}

/// What became of a program.
public enum ProgramOutcome: Sendable, Equatable {
  /// There is an answer.
  case solved(ProgramSolution)
  /// No values satisfy all rows and bounds.
  case infeasible
  /// The cost can fall without end, or (where the solver did not tell them apart) no values are feasible.
  case unbounded
  /// A limit came before the first feasible answer.
  case undecided(ProgramSolution.Limit)

  /// The answer, where there is one.
  public var solution: ProgramSolution? {
    if case .solved(let solution) = self { solution } else { nil }
  }
}
