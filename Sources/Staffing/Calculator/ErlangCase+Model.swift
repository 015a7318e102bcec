internal import ContactCenter
internal import Queueing

extension ErlangCase {
  /// The formula with its parameters.
  ///
  /// *Throws*: `ErlangCaseError` where a parameter is missing or no such number.
  func formula(_ model: ErlangModel) throws(ErlangCaseError) -> any QueueingModel {
    switch model {
    case .erlangA:
      return PlainModel(ErlangA.self)
    case .erlangB:
      return ErlangB.Model()
    case .erlangC:
      return PlainModel(ErlangC.self)
    case .limitedLines, .limitedLinesPatience:
      guard let lines = try whole(lines, .lines, 1...10_000_000) else {
        throw .missing(.lines, model: model)
      }
      return LimitedLines.Model(lines: lines, usesPatience: model == .limitedLinesPatience)
    case .generalPatience:
      return GeneralPatience.Model(patience: try law(model))
    case .generalService:
      guard let serviceVariation else { throw .missing(.serviceVariation, model: model) }
      return GeneralService.Model(
        arrivalVariation: arrivalVariation ?? 1, serviceVariation: serviceVariation,
        approximation: approximation ?? .allenCunneen)
    case .redials:
      guard redialAbandon ?? redialBlock != nil else {
        throw .missing(.redialAbandon, model: model)
      }
      return ErlangX.Model(
        lines: try whole(lines, .lines, 1...10_000_000), redialAbandon: redialAbandon ?? 0,
        redialBlock: redialBlock ?? 0)
    case .chat:
      guard let sessions = try whole(maximumSessions, .maximumSessions, 1...1000) else {
        throw .missing(.maximumSessions, model: model)
      }
      do {
        return try ConcurrentSessions.Model(sessions: sessions, slowdown: slowdown ?? 0)
      } catch { throw .queueing(error) }
    }
  }

  /// The law of patience of a model that takes any.
  private func law(_ model: ErlangModel) throws(ErlangCaseError) -> PatienceLaw {
    if let patience {
      // A mean beside its law says nothing new.
      if let patienceSeconds, !(abs(patience.mean / patienceSeconds - 1) <= 1e-9) {
        throw contradiction(patience)
      }
      return patience
    }
    guard let patienceSeconds else { throw .missing(.patience, model: model) }
    return .exponential(mean: patienceSeconds)
  }

  /// Mean patience of a model that takes exponential patience alone; infinite where the model has none.
  func meanPatience(_ model: ErlangModel) throws(ErlangCaseError) -> Double {
    switch model {
    case .erlangB, .erlangC, .limitedLines, .generalService: return .infinity
    case .generalPatience: return try law(model).mean
    case .erlangA, .limitedLinesPatience, .redials, .chat:
      if let patienceSeconds {
        if let patience, patience != .exponential(mean: patienceSeconds) {
          throw contradiction(patience)
        }
        return patienceSeconds
      }
      if case .exponential(let mean)? = patience { return mean }
      if let patience {
        throw .unusable(.patience, value: patience.text, expected: "an exponential law")
      }
      // Redials and chat may have customers who wait as long as it takes.
      if model == .erlangA || model == .limitedLinesPatience {
        throw .missing(.patienceSeconds, model: model)
      }
      return .infinity
    }
  }

  /// Two patiences, of which one would go unread.
  private func contradiction(_ law: PatienceLaw) -> ErlangCaseError {
    .unusable(
      .patience, value: law.text,
      expected: "nothing beside patience_seconds \(patienceSeconds ?? 0), or the same")
  }

  /// Which of volume, handle time and agents is to be found; nil where all are given.
  func unknown(_ model: ErlangModel) throws(ErlangCaseError) -> ErlangParameter? {
    var open: [ErlangParameter] = []
    if contactsPerHour == nil { open.append(.contactsPerHour) }
    if handleSeconds == nil { open.append(.handleSeconds) }
    if agents == nil { open.append(.agents) }
    guard let first = open.first else { return nil }
    if goal.asksForAnything {
      guard open.count == 1 else { throw .severalUnknown(open) }
      return first
    }
    if first == .agents { throw .noAgents }
    throw agents == nil ? .missing(first, model: model) : .noTarget(first)
  }

  /// The answer where nobody comes: nobody waits, and nobody is needed.
  func idle(_ model: ErlangModel) -> ErlangAnswer {
    let agents = agents ?? 0
    return ErlangAnswer(
      model: model, found: self.agents == nil ? .agents : nil, contactsPerHour: 0,
      handleSeconds: handleSeconds ?? 0, agents: agents, agentsExact: nil,
      scheduledAgents: shrinkage.scheduled(forRequired: agents), isGoalMet: true,
      definition: goal.definition, hasThreshold: thresholdSeconds != nil,
      measures: ServiceMeasures(
        agents: agents, loadErlangs: 0, thresholdSeconds: thresholdSeconds ?? 0))
  }

  /// Adds what only one model tells: sessions of chat, and the load of first attempts where customers redial.
  func complete(_ answer: inout ErlangAnswer, _ traffic: Traffic, isThorough: Bool) {
    answer.measures.loadErlangs = traffic.loadErlangs
    guard isThorough, answer.model == .chat,
      let sessions = maximumSessions.flatMap(Int.init(exactly:)),
      let agents = Int(exactly: answer.agents)
    else { return }
    answer.sessionsPerAgent = try? ConcurrentSessions.measures(
      of: traffic, agents: agents, sessions: sessions, slowdown: slowdown ?? 0,
      threshold: thresholdSeconds ?? 0
    ).sessionsPerAgent
  }

  /// How many servers one agent counts for: sessions that do not slow each other down.
  func servers(_ model: ErlangModel) throws(ErlangCaseError) -> Int {
    guard model == .erlangA || model == .erlangC else { return 1 }
    return try whole(maximumSessions, .maximumSessions, 1...1000) ?? 1
  }

  /// A whole number within a range; nil where it is not given.
  func whole(
    _ value: Double?, _ parameter: ErlangParameter, _ range: ClosedRange<Int>
  ) throws(ErlangCaseError) -> Int? {
    guard let value else { return nil }
    guard let number = Int(exactly: value), range.contains(number) else {
      throw .unusable(
        parameter, value: "\(value)",
        expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
