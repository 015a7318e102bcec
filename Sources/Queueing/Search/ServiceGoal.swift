public import ContactCenter

/// What a number of agents has to achieve, as a formula can check it.
public struct ServiceGoal: Hashable, Sendable {
  /// The answer-time threshold, T.
  public var thresholdSeconds: Double
  /// The time below which an abandoned contact counts as short, s.
  public var shortAbandonSeconds: Double
  /// The least service level; nil where only limits count.
  public var serviceLevel: Double?
  /// How the service level is counted.
  public var definition: ServiceLevelDefinition
  /// The longest mean wait of answered contacts.
  public var maximumASASeconds: Double?
  /// The largest share of contacts that may abandon.
  public var maximumAbandonment: Double?
  /// The largest occupancy of agents.
  public var maximumOccupancy: Double?
  /// The largest share of contacts that may find every line taken.
  public var maximumBlocking: Double?
  /// The least share of contacts that must be answered without waiting.
  public var minimumImmediateAnswer: Double?
  /// The fewest agents to consider, at least 1.
  public var minimumAgents: Int

  /// Creates a goal from parts.
  public init(
    thresholdSeconds: Double, serviceLevel: Double? = nil,
    definition: ServiceLevelDefinition = .offered, maximumASASeconds: Double? = nil,
    maximumAbandonment: Double? = nil, maximumOccupancy: Double? = nil,
    maximumBlocking: Double? = nil, minimumImmediateAnswer: Double? = nil,
    shortAbandonSeconds: Double = usualShortAbandonSeconds, minimumAgents: Int = 1
  ) {
    self.thresholdSeconds = thresholdSeconds
    self.shortAbandonSeconds = shortAbandonSeconds
    self.serviceLevel = serviceLevel
    self.definition = definition
    self.maximumASASeconds = maximumASASeconds
    self.maximumAbandonment = maximumAbandonment
    self.maximumOccupancy = maximumOccupancy
    self.maximumBlocking = maximumBlocking
    self.minimumImmediateAnswer = minimumImmediateAnswer
    self.minimumAgents = minimumAgents
  }

  /// Creates the goal that a queue's target states.
  public init(
    _ target: ServiceTarget, shortAbandonSeconds: Double = usualShortAbandonSeconds,
    minimumAgents: Int = 1
  ) {
    self.init(
      thresholdSeconds: target.threshold.value, serviceLevel: target.serviceLevel?.value,
      definition: target.definition, maximumASASeconds: target.maximumASA?.value,
      maximumAbandonment: target.maximumAbandonment?.value,
      maximumOccupancy: target.maximumOccupancy?.value,
      shortAbandonSeconds: shortAbandonSeconds, minimumAgents: minimumAgents)
  }

  /// The goal in words, such as `offered 0.8 in 20.0s`.
  public var text: String {
    var parts: [String] = []
    if let serviceLevel {
      parts.append("\(definition.rawValue) \(serviceLevel) in \(thresholdSeconds)s")
    }
    if let maximumASASeconds { parts.append("asa<=\(maximumASASeconds)s") }
    if let maximumAbandonment { parts.append("abandonment<=\(maximumAbandonment)") }
    if let maximumOccupancy { parts.append("occupancy<=\(maximumOccupancy)") }
    if let maximumBlocking { parts.append("blocking<=\(maximumBlocking)") }
    if let minimumImmediateAnswer { parts.append("immediate>=\(minimumImmediateAnswer)") }
    return parts.joined(separator: " ")
  }

  /// How far a case is above the goal: the least of its margins, met where it is not negative.
  ///
  /// Margins are absolute for shares and relative for the mean wait. A tie counts as met: 1e-12 is added
  /// against the rounding of the formulas.
  public func margin(of measures: ServiceMeasures) -> Double {
    var least = Double.infinity
    if let serviceLevel { least = measures.serviceLevel(definition) - serviceLevel }
    if let maximumASASeconds {
      let wait = measures.meanWaitAnsweredSeconds
      least = min(least, maximumASASeconds > 0 ? 1 - wait / maximumASASeconds : -wait)
    }
    if let maximumAbandonment { least = min(least, maximumAbandonment - measures.abandonment) }
    if let maximumOccupancy { least = min(least, maximumOccupancy - measures.occupancy) }
    if let maximumBlocking { least = min(least, maximumBlocking - measures.blocking) }
    if let minimumImmediateAnswer {
      let immediate = 1 - measures.waitProbability - measures.blocking
      least = min(least, immediate - minimumImmediateAnswer)
    }
    return least + 1e-12
  }

  /// Checks that shares are shares and times are times.
  ///
  /// *Throws*: `QueueingError.outOfRange`.
  public func validate() throws(QueueingError) {
    try Traffic.check("answer-time threshold in seconds", thresholdSeconds, 0, 1e10)
    try Traffic.check("short-abandon threshold in seconds", shortAbandonSeconds, 0, 1e10)
    if let serviceLevel { try Traffic.check("service level", serviceLevel, 0, 1) }
    if let maximumASASeconds {
      try Traffic.check("maximum average speed of answer", maximumASASeconds, 0, 1e10)
    }
    if let maximumAbandonment {
      try Traffic.check("maximum abandonment", maximumAbandonment, 0, 1)
    }
    if let maximumOccupancy {
      try Traffic.check("maximum occupancy", maximumOccupancy, 1e-6, 1)
    }
    if let maximumBlocking { try Traffic.check("maximum blocking", maximumBlocking, 0, 1) }
    if let minimumImmediateAnswer {
      try Traffic.check("share answered without waiting", minimumImmediateAnswer, 0, 1)
    }
    try Traffic.check("minimum agents", Double(minimumAgents), 0, 1e8)
  }
}

extension ServiceGoal {
  /// How far `agents` are above the goal by a formula; without a steady state, −1.
  public func margin(
    of traffic: Traffic, agents: Double, by formula: any QueueingFormula.Type
  ) -> Double {
    margin(of: traffic, agents: agents, by: PlainModel(formula))
  }

  /// How far `agents` are above the goal by a model; without a steady state, −1.
  ///
  /// Short abandons are computed only for the definitions that ask: they cost a third of the time.
  public func margin(
    of traffic: Traffic, agents: Double, by model: any QueueingModel
  ) -> Double {
    (try? knownMargin(of: traffic, agents: agents, by: model)) ?? -1
  }

  /// The same, but for what the model throws.
  func knownMargin(
    of traffic: Traffic, agents: Double, by model: any QueueingModel
  ) throws(QueueingError) -> Double {
    margin(
      of: try model.measures(
        of: traffic, agents: agents, threshold: thresholdSeconds,
        shortThreshold: definition.usesShortThreshold ? shortAbandonSeconds : thresholdSeconds))
  }

  /// Whether any number of agents could fail it.
  public var asksForAnything: Bool {
    serviceLevel != nil || maximumASASeconds != nil || maximumAbandonment != nil
      || maximumOccupancy != nil || maximumBlocking != nil || minimumImmediateAnswer != nil
  }
}
