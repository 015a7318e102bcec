// Goals, in order: never worse than the start; the same answer on every machine; few evaluations, because one
// evaluation of a likelihood costs a pass over the series.

/// Minima of functions of a few variables, without derivatives from the caller.
///
/// A value that is not finite counts as worse than any other, so a function says NaN or infinity where it is not
/// defined and both methods stay inside. Nothing is random.
enum Minimizer {
  /// A minimum that was found.
  struct Minimum: Hashable, Sendable {
    /// Where.
    var point: [Double]
    /// The value there.
    var value: Double
    /// How often the function was asked.
    var evaluations: Int
    /// Whether the search ended by its tolerance rather than its limit of evaluations.
    var converged: Bool
  }

  /// Counts evaluations and turns what is not finite into infinity.
  struct Counted {
    let function: ([Double]) -> Double
    private(set) var evaluations = 0

    init(_ function: @escaping ([Double]) -> Double) { self.function = function }

    mutating func callAsFunction(_ point: [Double]) -> Double {
      evaluations += 1
      let value = function(point)
      return value.isFinite ? value : .infinity
    }
  }
}
