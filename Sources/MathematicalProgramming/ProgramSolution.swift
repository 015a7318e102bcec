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
    /// Iterations of the linear solver, over all nodes where there is a search tree.
    case iterations
    /// Better answers: as many as were asked for have been found.
    case improvements
    /// An answer at or below the target that was set.
    case target
    /// `ProgramOptions.isCancelled` said so: the answer may differ on another machine.
    case cancelled

    /// Whether the answer may differ on another machine.
    public var dependsOnMachine: Bool { self == .time || self == .cancelled }
  }

  /// Where a bound comes from.
  public enum BoundOrigin: Sendable, Equatable {
    /// Derived here from the program and its row duals (`DualBound`): no solver need be believed.
    case duals
    /// What the solver says of its search tree.
    case solver
    /// There is only one answer.
    case exact
  }

  /// Value of each column; whole numbers exactly where the program asks for them.
  public let values: [Double]
  /// Cost of `values`, computed from the program and not by the solver.
  public let objective: Double
  /// No answer costs less than this; -infinity where nothing is known.
  public let bound: Double
  /// Where `bound` comes from: a program without integers has it from its duals, one with integers from the solver.
  public let boundOrigin: BoundOrigin
  /// Whether the gap was reached or a limit came first.
  public let quality: Quality
  /// Nodes of the search tree that were explored; 0 without integers.
  public let nodes: Int

  /// Cost of one more unit demanded of each row, for a program without integers; else empty.
  ///
  /// Positive where the row's lower bound holds the cost up, negative where its upper bound does.
  public let rowDuals: [Double]
  /// Each column's cost less what its row entries are worth at `rowDuals`, for a program without integers; else empty.
  public let reducedCosts: [Double]

  /// Creates a solution; a stage that has one from elsewhere checks it with `SolutionCheck`.
  public init(
    values: [Double], objective: Double, bound: Double, boundOrigin: BoundOrigin = .solver,
    quality: Quality, nodes: Int, rowDuals: [Double] = [], reducedCosts: [Double] = []
  ) {
    self.values = values
    self.objective = objective
    self.bound = bound
    self.boundOrigin = boundOrigin
    self.quality = quality
    self.nodes = nodes
    self.rowDuals = rowDuals
    self.reducedCosts = reducedCosts
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
