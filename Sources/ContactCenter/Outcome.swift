/// One row of the SLA projection: what one thing achieved in one period.
public struct OutcomeRow: Hashable, Sendable {
  /// The length of the period.
  public enum Period: String, Hashable, Sendable, CaseIterable {
    case interval, day, week, run
  }

  /// What the row is about.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    case queue, channel, group, center, agent
  }

  /// The period.
  public var period: Period
  /// Its start.
  public var start: Instant
  /// What the row is about.
  public var level: Level
  /// Its name.
  public var name: String
  /// Mean contacts offered.
  public var offered: Double?
  /// Mean contacts answered; of an agent those begun.
  public var answered: Double?
  /// Mean contacts abandoned.
  public var abandoned: Double?
  /// The service level, as a ratio of means over replications.
  public var serviceLevel: Double?
  /// How it is counted.
  public var serviceLevelDefinition: ServiceLevelDefinition?
  /// The answer-time threshold in seconds.
  public var thresholdSeconds: Double?
  /// 95 % half-width of the estimate of the service level.
  public var serviceLevelError: Double?
  /// The 10 % quantile of the realized service level between replications.
  public var serviceLevelP10: Double?
  /// The 90 % quantile of the realized service level between replications.
  public var serviceLevelP90: Double?
  /// Average speed of answer in seconds, of answered contacts.
  public var asaSeconds: Double?
  /// Abandoned over those answered, abandoned or waiting.
  public var abandonment: Double?
  /// Busy time over staffed time.
  public var occupancy: Double?
  /// The share of replications whose realized service level reached the target.
  public var probabilityOfTarget: Double?
  /// Mean agents staffed; of an agent the share of time present.
  public var agents: Double?
  /// Mean contacts that found no line, no place to wait or no port.
  public var blocked: Double?
  /// Mean contacts that an IVR or a bot settled.
  public var contained: Double?
  /// Of the offered, those who had tried before.
  public var redialed: Double?
  /// Of the offered, those who came back with an unsettled matter.
  public var recontacted: Double?
  /// Of the offered, those handed on by an agent or moved from another queue.
  public var transferred: Double?
  /// Of the offered, those who chose to be called back.
  public var callbacks: Double?
  /// The median wait of answered contacts, in seconds.
  public var waitP50Seconds: Double?
  /// The wait that 90 % of answered contacts did not exceed, in seconds.
  public var waitP90Seconds: Double?
  /// The wait that 95 % of answered contacts did not exceed, in seconds.
  public var waitP95Seconds: Double?
  /// Mean contacts in progress of a busy agent.
  public var sessions: Double?
  /// Mean contacts waiting at the end of the period.
  public var backlog: Double?
  /// Mean wait of the oldest of them until then, in seconds.
  public var backlogAgeSeconds: Double?
  /// Mean cost of the agents' time.
  public var cost: Double?
  /// 95 % half-width of the estimate of the average speed of answer, in seconds.
  public var asaErrorSeconds: Double?
  /// 95 % half-width of the estimate of abandonment.
  public var abandonmentError: Double?
  /// 95 % half-width of the estimate of occupancy.
  public var occupancyError: Double?
  /// Mean wait of all contacts that waited in line, answered or abandoned.
  public var asaAllSeconds: Double?

  /// Creates a row without its optional columns.
  public init(period: Period, start: Instant, level: Level, name: String) {
    self.period = period
    self.start = start
    self.level = level
    self.name = name
  }
}

/// What customers and agents will experience: the SLA projection.
public struct Outcome: Hashable, Sendable {
  /// The rows, from the whole run down to intervals, then in order of level, name and start.
  public var rows: [OutcomeRow]

  /// Creates an outcome from rows in any order.
  public init(rows: [OutcomeRow]) {
    // Rows are long and keys are short: keys are worked out once and rows are moved once.
    let keys = rows.map(Self.key)
    let order = rows.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
    self.rows = order.map { rows[$0] }
  }

  /// The row of a whole run for a name at a level.
  public func run(_ level: OutcomeRow.Level, _ name: String) -> OutcomeRow? {
    rows.first { $0.period == .run && $0.level == level && $0.name == name }
  }

  /// The same outcome with the record's decimals.
  public func rounded() -> Outcome {
    var copy = self
    for i in copy.rows.indices { copy.rows[i].round() }
    return copy
  }

  private static func key(_ row: OutcomeRow) -> (Int, Int, String, Int) {
    let periods: [OutcomeRow.Period] = [.run, .week, .day, .interval]
    let levels: [OutcomeRow.Level] = [.center, .channel, .queue, .group, .agent]
    return (
      periods.firstIndex(of: row.period) ?? 0, levels.firstIndex(of: row.level) ?? 0, row.name,
      row.start.secondsSinceEpoch
    )
  }
}

extension OutcomeRow {
  fileprivate mutating func round() {
    func rounded(_ value: Double?, _ decimals: Int) -> Double? {
      value.map { roundedToDecimals($0, decimals) }
    }
    offered = rounded(offered, RecordDecimals.contacts)
    answered = rounded(answered, RecordDecimals.contacts)
    abandoned = rounded(abandoned, RecordDecimals.contacts)
    serviceLevel = rounded(serviceLevel, RecordDecimals.shares)
    thresholdSeconds = rounded(thresholdSeconds, RecordDecimals.seconds)
    serviceLevelError = rounded(serviceLevelError, RecordDecimals.shares)
    serviceLevelP10 = rounded(serviceLevelP10, RecordDecimals.shares)
    serviceLevelP90 = rounded(serviceLevelP90, RecordDecimals.shares)
    asaSeconds = rounded(asaSeconds, RecordDecimals.seconds)
    abandonment = rounded(abandonment, RecordDecimals.shares)
    occupancy = rounded(occupancy, RecordDecimals.shares)
    probabilityOfTarget = rounded(probabilityOfTarget, RecordDecimals.shares)
    agents = rounded(agents, RecordDecimals.agents)
    blocked = rounded(blocked, RecordDecimals.contacts)
    contained = rounded(contained, RecordDecimals.contacts)
    redialed = rounded(redialed, RecordDecimals.contacts)
    recontacted = rounded(recontacted, RecordDecimals.contacts)
    transferred = rounded(transferred, RecordDecimals.contacts)
    callbacks = rounded(callbacks, RecordDecimals.contacts)
    waitP50Seconds = rounded(waitP50Seconds, RecordDecimals.seconds)
    waitP90Seconds = rounded(waitP90Seconds, RecordDecimals.seconds)
    waitP95Seconds = rounded(waitP95Seconds, RecordDecimals.seconds)
    sessions = rounded(sessions, RecordDecimals.agents)
    backlog = rounded(backlog, RecordDecimals.contacts)
    backlogAgeSeconds = rounded(backlogAgeSeconds, RecordDecimals.seconds)
    cost = rounded(cost, RecordDecimals.costs)
    asaErrorSeconds = rounded(asaErrorSeconds, RecordDecimals.seconds)
    asaAllSeconds = rounded(asaAllSeconds, RecordDecimals.seconds)
    abandonmentError = rounded(abandonmentError, RecordDecimals.shares)
    occupancyError = rounded(occupancyError, RecordDecimals.shares)
  }
}
