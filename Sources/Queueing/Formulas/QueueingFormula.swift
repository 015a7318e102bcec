/// A queueing formula: rates and agents in, service measures out.
///
/// A formula is one file that conforms, one test file and one line in `QueueingCatalog`. It must rise in
/// service and fall in waiting as agents are added; `CheckQueueingFormula` holds every formula to that.
public protocol QueueingFormula: Sendable {
  /// The name in plans, flags and the `method` column, such as `erlang-c`.
  static var name: String { get }
  /// One sentence for help pages.
  static var summary: String { get }

  /// The measures of one case in steady state.
  ///
  /// `agents` may be fractional and is above 0; `threshold` is T, `shortThreshold` the time below which an
  /// abandoned contact counts as short.
  ///
  /// *Throws*: `QueueingError.unstable` where no steady state exists, `.outOfRange` for agents or
  /// thresholds the formula is not defined for.
  static func measures(
    of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
  ) throws(QueueingError) -> ServiceMeasures

  /// The number of agents above which a steady state exists: 0 where customers give up.
  static func agentsToExceed(for traffic: Traffic) -> Double
}

/// Checks what every formula needs of a case beside its traffic.
func checkCase(
  agents: Double, threshold: Double, shortThreshold: Double
) throws(QueueingError) {
  try Traffic.check("agents", agents, 1e-12, 1e8)
  try Traffic.check("answer-time threshold in seconds", threshold, 0, 1e10)
  try Traffic.check("short-abandon threshold in seconds", shortThreshold, 0, 1e10)
}

/// The short-abandon threshold where nobody names another: 5 seconds.
public let usualShortAbandonSeconds = 5.0
