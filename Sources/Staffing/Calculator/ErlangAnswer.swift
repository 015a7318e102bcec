public import ContactCenter
public import Queueing

/// The answer to a case of the calculator.
public struct ErlangAnswer: Hashable, Sendable {
  /// The model used.
  public var model: ErlangModel
  /// What was found: agents, volume or handle time; nil where all were given.
  public var found: ErlangParameter?
  /// Contacts offered in an hour, given or found.
  public var contactsPerHour: Double
  /// Mean handle time, given or found.
  public var handleSeconds: Double
  /// Agents, given or found.
  public var agents: Double
  /// The fractional number of agents that reaches the goal exactly; nil where agents were given or must be
  /// whole.
  public var agentsExact: Double?
  /// Agents to schedule so that ``agents`` are left.
  public var scheduledAgents: Double?
  /// Whether the goal is reached; true where there is none.
  public var isGoalMet: Bool
  /// The definition of the goal.
  public var definition: ServiceLevelDefinition
  /// Whether a threshold was given, without which service levels mean nothing.
  public var hasThreshold: Bool
  /// All measures; under `erlang-a` and `erlang-c` their `agents` count sessions where an agent holds several.
  public var measures: ServiceMeasures
  /// Open sessions per agent, where agents hold several.
  public var sessionsPerAgent: Double?

  /// The name of the model, as in the `method` column.
  public var method: String { model.rawValue }

  /// Service level by the goal's definition.
  public var serviceLevel: Double { measures.serviceLevel(definition) }

  /// A measure; nil where the model, or a case without threshold, does not define it.
  public subscript(measure: ErlangMeasure) -> Double? {
    if measure.needsThreshold, !hasThreshold { return nil }
    switch measure {
    case .loadErlangs: return measures.loadErlangs
    case .waitProbability: return measures.waitProbability
    case .blockProbability: return measures.blocking
    case .abandonment: return measures.abandonment
    case .asaAnsweredSeconds: return measures.meanWaitAnsweredSeconds
    case .asaAllSeconds: return measures.meanWaitSeconds
    case .serviceLevelOffered: return measures.answeredWithin
    case .serviceLevelAnswered: return measures.serviceLevel(.answered)
    case .serviceLevelForgive: return measures.serviceLevel(.forgive)
    case .serviceLevelCredit: return measures.serviceLevel(.credit)
    case .serviceLevelVirtual: return measures.serviceLevel(.virtual)
    case .abandonedInThreshold: return measures.abandonedWithin
    case .waitTail: return measures.longWaitProbability
    case .asaDelayedSeconds: return measures.meanWaitDelayedSeconds
    case .attemptsPerContact: return measures.attemptsPerContact
    case .queueLength: return measures.queueLength
    case .occupancy: return measures.occupancy
    }
  }
}
