public import ContactCenter
internal import Queueing

/// A case under one way of counting its service level.
public struct ErlangDefinition: Hashable, Sendable {
  /// How the service level is counted.
  public var definition: ServiceLevelDefinition
  /// The threshold.
  public var thresholdSeconds: Double
  /// The service level of the answer's agents.
  public var serviceLevel: Double
  /// The fewest agents that meet the goal counted so; nil where it asks for no service level, or none do.
  public var agents: Double?
}

extension ErlangCase {
  /// An answer under every definition, in the order of the definitions.
  public func definitions(_ answer: ErlangAnswer) -> [ErlangDefinition] {
    guard let thresholdSeconds else { return [] }
    return ServiceLevelDefinition.allCases.map { definition in
      var question = self
      question.goal.definition = definition
      question.contactsPerHour = answer.contactsPerHour
      question.handleSeconds = answer.handleSeconds
      question.agents = nil
      let needed = goal.serviceLevel == nil ? nil : try? question.answer()
      return ErlangDefinition(
        definition: definition, thresholdSeconds: thresholdSeconds,
        serviceLevel: answer.measures.serviceLevel(definition), agents: needed?.agents)
    }
  }

  /// Whether the goal is met although more work arrives than the agents can do, by a definition that abandonment
  /// makes rise.
  ///
  /// With a patience shorter than the threshold, definitions that leave abandoned contacts out, or count them as
  /// served, are met by any staff: everybody gives up in time.
  public func isMetByAbandonment(_ answer: ErlangAnswer) -> Bool {
    goal.serviceLevel != nil && goal.definition.flattersAbandonment && answer.isGoalMet
      && answer.measures.loadErlangs >= answer.measures.agents
  }

  /// How many agents the same service level counted as `offered` would need where the goal is met only by
  /// abandonment; nil elsewhere.
  public func agentsIfOffered(_ answer: ErlangAnswer) -> Double? {
    guard isMetByAbandonment(answer) else { return nil }
    var question = self
    question.goal.definition = .offered
    question.contactsPerHour = answer.contactsPerHour
    question.handleSeconds = answer.handleSeconds
    question.agents = nil
    guard let needed = try? question.answer(), needed.agents > answer.agents else { return nil }
    return needed.agents
  }
}

extension ServiceLevelDefinition {
  /// Whether customers who give up make the level rise.
  var flattersAbandonment: Bool {
    switch self {
    case .offered, .virtual, .genesys: false
    case .answered, .credit, .forgive, .forgiveShort, .creditShort: true
    }
  }

  /// Whether the definition looks at short abandons.
  var asksForShort: Bool { self == .forgiveShort || self == .creditShort }
}
