internal import ContactCenter

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

  /// Whether one more agent never takes a case farther from the goal.
  ///
  /// Where not, `AgentSearch` tries every number from the lowest up.
  func isMonotone(in goal: ServiceGoal) -> Bool
}

extension QueueingModel {
  /// Zero.
  public func agentsToExceed(for traffic: Traffic) -> Double { 0 }

  /// A hundred million.
  public var mostAgents: Int { 100_000_000 }

  /// True.
  public var takesFractions: Bool { true }

  /// True but for one definition: credit for abandoning within s where T is shorter than s.
  ///
  /// There an answer between T and s counts for nothing and abandoning does, so a shorter wait may be worse.
  public func isMonotone(in goal: ServiceGoal) -> Bool {
    goal.serviceLevel == nil || goal.definition != .creditShort
      || goal.thresholdSeconds >= goal.shortAbandonSeconds
  }
}

extension ServiceGoal {
  /// Whether one more agent never hurts where lines are limited and customers give up.
  ///
  /// An agent more on the same lines is a waiting place less. Waiting customers who soon give up free their
  /// line sooner than those in service, so blocking may rise; what was blocked may now abandon; and credit
  /// for who abandons in time goes.
  var isMonotoneOnLines: Bool {
    maximumBlocking == nil && maximumAbandonment == nil
      && (serviceLevel == nil || [.offered, .genesys].contains(definition))
  }
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
