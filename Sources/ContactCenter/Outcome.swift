/// One row of the SLA projection: what one thing achieved in one period.
public struct OutcomeRow: Hashable, Sendable {
  /// The length of the period.
  public enum Period: String, Hashable, Sendable, CaseIterable {
    case interval, day, week, run
  }

  /// What the row is about.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    case queue, channel, group, center
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
  /// Mean contacts answered.
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
  /// Abandoned over offered.
  public var abandonment: Double?
  /// Busy time over staffed time.
  public var occupancy: Double?
  /// The share of replications whose realized service level reached the target.
  public var probabilityOfTarget: Double?
  /// Mean agents staffed.
  public var agents: Double?

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
    self.rows = rows.sorted { Self.key($0) < Self.key($1) }
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
    let levels: [OutcomeRow.Level] = [.center, .channel, .queue, .group]
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
  }
}
