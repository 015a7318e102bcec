/// After how many replications a run may end.
///
/// The half-width is looked at after 10, 20, 40, … replications and at no other number, so that where a run ends
/// depends on neither threads nor batches. Doubling keeps the looks few: each one is a chance to stop on a half-width
/// that is small by luck, and the interval covers a little less than it says.
///
/// *Source*: Law and Kelton (1982), Confidence intervals for steady-state simulations II: a survey of sequential
/// procedures, doi:10.1287/mnsc.28.5.550, on looking seldom.
struct SequentialStopping {
  /// The first number of replications to look at.
  static let first = 10

  private let maximum: Int
  private let precision: Double?

  init(_ options: SimulationOptions) {
    maximum = max(1, options.replications)
    precision = options.precision
  }

  /// The most replications.
  var mostReplications: Int { maximum }

  /// How many replications there must be before the half-width is looked at again, or the run ends.
  func next(after done: Int) -> Int {
    guard precision != nil else { return maximum }
    var look = Self.first
    while look <= done, look < maximum { look *= 2 }
    return min(look, maximum)
  }

  /// Whether a half-width is small enough; nil where none was asked for.
  func isReached(_ halfWidth: Double?) -> Bool? {
    guard let precision else { return nil }
    return halfWidth.map { $0 <= precision } ?? false
  }
}
