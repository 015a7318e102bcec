/// How far a running solve has come.
public struct ProgramProgress: Sendable, Equatable {
  /// Seconds of wall clock since the solve began.
  public let seconds: Double
  /// Cost of the best answer so far (for a program without integers, of the current iterate, feasible or not); nil
  /// before there is one.
  public let objective: Double?
  /// The solver's own lower bound; nil before there is one, and for programs without integers.
  public let bound: Double?
  /// Nodes of the search tree explored so far.
  public let nodes: Int
  /// Simplex or interior point iterations so far; nil where the library does not tell.
  public let iterations: Int?

  /// Creates a report.
  public init(
    seconds: Double, objective: Double?, bound: Double?, nodes: Int, iterations: Int?
  ) {
    self.seconds = seconds
    self.objective = objective
    self.bound = bound
    self.nodes = nodes
    self.iterations = iterations
  }

  /// Share of the objective not proven necessary so far; nil before there is an answer and a bound.
  public var relativeGap: Double? {
    guard let objective, let bound else { return nil }
    return max(0, objective - bound) / max(abs(objective), 1e-9)
  }
}
