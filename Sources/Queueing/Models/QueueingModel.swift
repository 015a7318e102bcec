/// A queueing formula with its parameters filled in: what a search for agents, or for the largest load, asks.
///
/// `QueueingFormula` is a formula that needs no more than traffic and agents; a model also carries lines,
/// patience laws, sessions or redials. `CheckQueueingModel` holds every model to the same law.
public protocol QueueingModel: Sendable {
  /// The name of the formula, such as `mmn-g`.
  var name: String { get }

  /// The measures of one case in steady state.
  ///
  /// *Throws*: `QueueingError` where there is none, or a quantity is out of range.
  func measures(
    of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
  ) throws(QueueingError) -> ServiceMeasures

  /// The number of agents above which a steady state exists: 0 where customers give up or are turned away.
  func agentsToExceed(for traffic: Traffic) -> Double

  /// The most agents the case has room for, such as its lines.
  var mostAgents: Int { get }

  /// Whether agents may be fractional.
  var takesFractions: Bool { get }
}

extension QueueingModel {
  /// Zero.
  public func agentsToExceed(for traffic: Traffic) -> Double { 0 }

  /// A hundred million.
  public var mostAgents: Int { 100_000_000 }

  /// True.
  public var takesFractions: Bool { true }
}

/// A formula without parameters of its own as a model.
public struct PlainModel: QueueingModel {
  /// The formula.
  public let formula: any QueueingFormula.Type

  /// Wraps a formula.
  public init(_ formula: any QueueingFormula.Type) { self.formula = formula }

  /// The formula's name.
  public var name: String { formula.name }

  /// The measures of one case.
  ///
  /// *Throws*: what the formula throws.
  public func measures(
    of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
  ) throws(QueueingError) -> ServiceMeasures {
    try formula.measures(
      of: traffic, agents: agents, threshold: threshold, shortThreshold: shortThreshold)
  }

  /// What the formula says.
  public func agentsToExceed(for traffic: Traffic) -> Double {
    formula.agentsToExceed(for: traffic)
  }
}
