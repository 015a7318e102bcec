/// How far and how the solver may go.
///
/// Gap and node limits give the same answer on every machine; a time limit does not, so it is a last resort and an
/// answer that it cut short says so (`ProgramSolution.quality`).
public struct ProgramOptions: Sendable, Equatable {
  /// Algorithm for programs without integers.
  public enum Algorithm: String, Sendable {
    /// Whatever the solver thinks best.
    case automatic = "choose"
    /// The dual simplex method.
    case simplex
    /// The interior point method; faster on large staircase programs.
    case interiorPoint = "ipm"
  }

  /// Stop when the answer is provably within this share of the optimum; 0.01 is 1 %.
  public var relativeGap: Double
  /// Stop after so many nodes of the search tree; nil is no limit.
  public var nodeLimit: Int?
  /// Stop after so many seconds of wall clock; nil is no limit.
  public var timeLimitSeconds: Double?
  /// Seed of the solver's own random choices.
  public var randomSeed: Int
  /// Algorithm for programs without integers.
  public var algorithm: Algorithm

  /// Creates options; the defaults ask for a proven optimum (gap 0.01 %) without limits.
  public init(
    relativeGap: Double = 1e-4, nodeLimit: Int? = nil, timeLimitSeconds: Double? = nil,
    randomSeed: Int = 0, algorithm: Algorithm = .automatic
  ) {
    self.relativeGap = relativeGap
    self.nodeLimit = nodeLimit
    self.timeLimitSeconds = timeLimitSeconds
    self.randomSeed = randomSeed
    self.algorithm = algorithm
  }
}
