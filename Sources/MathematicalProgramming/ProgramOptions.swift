/// How far and how the solver may go.
///
/// Gap, node, improvement and iteration limits give the same answer on every machine; a time limit and a cancellation
/// do not, so an answer that one of them cut short says so (`ProgramSolution.quality`).
public struct ProgramOptions: Sendable {
  /// Algorithm for programs without integers.
  public enum Algorithm: String, Sendable {
    /// Whatever the solver thinks best.
    case automatic = "choose"
    /// The dual simplex method.
    case simplex
    /// The interior point method; faster on large staircase programs. Starts cold in every solve.
    case interiorPoint = "ipm"
  }

  /// Stop when the answer is provably within this share of the optimum; 0.01 is 1 %.
  public var relativeGap: Double
  /// Stop when the answer is provably within this much of the optimum; 0 leaves it to `relativeGap`.
  public var absoluteGap: Double = 1e-6
  /// Stop after so many nodes of the search tree; nil is no limit.
  public var nodeLimit: Int?
  /// Stop after so many nodes in turn without a better answer; nil is no limit.
  public var stallNodeLimit: Int?
  /// Stop at the so-manieth better answer of an integer program; nil is no limit.
  public var improvementLimit: Int?
  /// Stop after so many simplex iterations, over all nodes where the program has integers; nil is no limit.
  ///
  /// The finest limit that gives the same answer on every machine. An integer program is looked at between the
  /// solver's steps, so that it may run over by a few steps, the same ones everywhere.
  public var iterationLimit: Int?
  /// Stop at an answer to an integer program that costs this or less; nil asks for the best.
  public var objectiveTarget: Double?
  /// Share of the effort that an integer search gives to heuristics; nil leaves it to the solver (5 %).
  public var heuristicEffort: Double?
  /// Stop after so many seconds of wall clock; nil is no limit.
  public var timeLimitSeconds: Double?
  /// Seed of the solver's own random choices.
  public var randomSeed: Int
  /// Algorithm for programs without integers.
  public var algorithm: Algorithm
  /// Whether the interior point method ends with a crossover to a corner.
  ///
  /// Without it an answer lies in the middle of all optima, holds only up to the method's tolerance and starts no
  /// simplex, but is there in a fraction of the time; its bound is safe all the same (`DualBound`).
  public var crossover = true
  /// Told now and then, on the solving thread, how far the solve has come.
  ///
  /// At each better answer, else at most twice a second. It changes nothing about the answer.
  public var progress: (@Sendable (ProgramProgress) -> Void)?
  /// Asked often, on the solving thread, whether to stop; the best answer so far is returned as `.limited(.cancelled)`.
  public var isCancelled: (@Sendable () -> Bool)?

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
