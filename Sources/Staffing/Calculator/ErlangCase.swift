public import ContactCenter
public import Queueing

/// One case of the calculator: a model, rates, and either agents or a goal that finds what is not given.
///
///     var erlang = ErlangCase(contactsPerHour: 200, handleSeconds: 180)
///     erlang.patienceSeconds = 120
///     erlang.set(ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20)))
///     try erlang.answer().agents   // 12
public struct ErlangCase: Hashable, Sendable {
  /// The model; nil for Erlang A with a patience and Erlang C without.
  public var model: ErlangModel?
  /// Contacts offered in an hour; nil to find the most that the goal allows.
  public var contactsPerHour: Double?
  /// Mean handle time; nil to find the longest that the goal allows.
  public var handleSeconds: Double?
  /// Agents, whole or fractional; nil to find the fewest that meet the goal.
  public var agents: Double?
  /// Contacts that find room, in service and waiting.
  public var lines: Double?
  /// Mean patience.
  public var patienceSeconds: Double?
  /// The law of patience.
  public var patience: PatienceLaw?
  /// The answer-time threshold, T; nil leaves service levels out.
  public var thresholdSeconds: Double?
  /// The share of abandoned contacts that call again.
  public var redialAbandon: Double?
  /// The share of blocked contacts that call again.
  public var redialBlock: Double?
  /// Mean time to the next attempt; the fixed point is its long limit and does not read it.
  public var redialDelaySeconds: Double?
  /// Sessions that one agent holds at most.
  public var maximumSessions: Double?
  /// How much longer a session takes for every other one its agent holds.
  public var slowdown: Double?
  /// Squared coefficient of variation of the time between arrivals; nil for 1.
  public var arrivalVariation: Double?
  /// Squared coefficient of variation of handle time.
  public var serviceVariation: Double?
  /// The approximation for general handle times; nil for Allen and Cunneen's.
  public var approximation: GeneralService.Approximation?
  /// What has to be reached; its threshold is ``thresholdSeconds``.
  public var goal: ServiceGoal
  /// Time lost before agents reach contacts.
  public var shrinkage: ShrinkageLedger

  /// Creates a case without agents or goal.
  public init(
    model: ErlangModel? = nil, contactsPerHour: Double? = nil, handleSeconds: Double? = nil
  ) {
    self.model = model
    self.contactsPerHour = contactsPerHour
    self.handleSeconds = handleSeconds
    self.goal = ServiceGoal(thresholdSeconds: 0)
    self.shrinkage = ShrinkageLedger()
  }

  /// Takes threshold and goal from a queue's target.
  public mutating func set(
    _ target: ServiceTarget, shortAbandonSeconds: Double = usualShortAbandonSeconds
  ) {
    goal = ServiceGoal(target, shortAbandonSeconds: shortAbandonSeconds)
    thresholdSeconds = target.threshold.value
  }

  /// The model asked for, or the usual one.
  public var effectiveModel: ErlangModel {
    model ?? (patienceSeconds == nil && patience == nil ? .erlangC : .erlangA)
  }

  /// The answer to the case.
  ///
  /// *Throws*: `ErlangCaseError` where something is missing or the formula refuses.
  public func answer() throws(ErlangCaseError) -> ErlangAnswer {
    var calculator = ErlangCalculator(isThorough: true)
    return try calculator.answer(self)
  }
}
