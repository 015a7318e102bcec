public import ContactCenter

/// What a history and a simulation both tell, and can be held against each other.
public enum ValidationMeasure: String, Hashable, Sendable, CaseIterable {
  /// Service level by the definition that both sides know.
  case serviceLevel = "service_level"
  /// Abandoned over those who entered the queue.
  case abandonment
  /// Mean wait of answered contacts, in seconds.
  case asaSeconds = "asa_seconds"
  /// Busy time over staffed time of the agents who serve the queue.
  case occupancy

  /// The measure as people read it.
  public var title: String {
    switch self {
    case .serviceLevel: "service level"
    case .abandonment: "abandonment"
    case .asaSeconds: "asa s"
    case .occupancy: "occupancy"
    }
  }

  var decimals: Int {
    self == .asaSeconds ? RecordDecimals.seconds : RecordDecimals.shares
  }
}

/// One measure as it was and as the simulation says it would have been.
public struct ValidationBand: Hashable, Sendable {
  /// What happened; nil where the history does not tell.
  public var actual: Double?
  /// The mean of the simulation: a ratio of sums over replications.
  public var simulated: Double?
  /// The 2.5 % quantile between replications.
  public var low: Double?
  /// The 97.5 % quantile between replications.
  public var high: Double?

  /// How far what happened lies outside the band, with its sign; 0 inside, nil where either is unknown.
  ///
  /// *Edge cases*: half a unit of the last decimal is rounding, not a misfit.
  public var excess: Double? {
    guard let actual, let low, let high else { return nil }
    let rounding = 1e-6
    if actual < low - rounding { return actual - low }
    if actual > high + rounding { return actual - high }
    return 0
  }

  /// Whether what happened lies outside the band.
  public var isOutside: Bool { (excess ?? 0) != 0 }

  /// Simulated minus actual.
  var gap: Double? {
    guard let simulated, let actual else { return nil }
    return simulated - actual
  }

  mutating func round(_ decimals: Int) {
    func rounded(_ value: Double?) -> Double? { value.map { roundedToDecimals($0, decimals) } }
    (actual, simulated) = (rounded(actual), rounded(simulated))
    (low, high) = (rounded(low), rounded(high))
  }
}

/// One queue in one period: what happened beside what the simulation says.
public struct ValidationRow: Hashable, Sendable {
  /// The length of the period: interval, day or run.
  public var period: OutcomeRow.Period
  /// Its start.
  public var start: Instant
  /// The queue.
  public var queue: String
  /// Contacts offered, as recorded.
  public var offered: Double
  /// Mean agents on contacts, of all groups that serve the queue, over intervals in which somebody came.
  public var agents: Double
  /// The mean handle time replayed, in seconds; nil where nobody came.
  public var handleSecondsMean: Double?
  /// At the index of each measure in `ValidationMeasure.allCases`.
  var bands: [ValidationBand]

  /// A measure of the row.
  public subscript(measure: ValidationMeasure) -> ValidationBand {
    bands[ValidationMeasure.allCases.firstIndex(of: measure) ?? 0]
  }

  /// The measures outside their band.
  public var outside: [ValidationMeasure] {
    ValidationMeasure.allCases.filter { self[$0].isOutside }
  }

  /// Contacts whose fate the band does not cover: what ranks the worst intervals.
  ///
  /// *Formula*: contacts offered times the larger excess of service level and abandonment; where the history tells
  /// neither, times the excess of ASA in minutes.
  public var unexplainedContacts: Double {
    let shares = [self[.serviceLevel], self[.abandonment]].compactMap(\.excess).map(\.magnitude)
    if let largest = shares.max() { return largest * offered }
    return (self[.asaSeconds].excess ?? 0).magnitude / 60 * offered
  }
}

/// Why a queue's past and its simulation differ, as far as the data can tell.
public struct Misfit: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// The rule, such as `patience`.
  public var cause: String
  /// What was seen and what it means, in words.
  public var explanation: String
}

/// A past period replayed.
public struct ValidationResult: Sendable {
  /// The run, then days, then intervals with contacts; each in order of queue and start.
  public var rows: [ValidationRow]
  /// Likely causes, by queue, the strongest first; none where the queue fits.
  public var misfits: [Misfit]
  /// How each queue's service level was counted on both sides.
  public var definitions: [String: ServiceLevelDefinition]
  /// Each queue's answer-time threshold on both sides, in seconds.
  public var thresholds: [String: Double]
  /// What was noticed.
  public var findings: [Finding]
  /// Replications run.
  public var replications: Int

  /// The queues, in order of name.
  public var queues: [String] { rows.filter { $0.period == .run }.map(\.queue) }

  /// The row of the whole period of a queue.
  public func run(_ queue: String) -> ValidationRow? {
    rows.first { $0.period == .run && $0.queue == queue }
  }

  /// The intervals of a queue in which a measure is known on both sides, and those outside the band.
  public func intervals(
    of queue: String? = nil, _ measure: ValidationMeasure
  ) -> (known: Int, outside: Int) {
    let own = rows.filter { row in
      row.period == .interval && (queue == nil || row.queue == queue)
        && row[measure].excess != nil
    }
    return (own.count, own.count { $0[measure].isOutside })
  }

  /// The largest share of intervals outside the band over all queues and measures of service.
  ///
  /// About 5 % is what chance gives a model that is right.
  public var shareOutside: Double {
    var largest = 0.0
    for queue in queues {
      for measure in ValidationMeasure.service {
        let (known, outside) = intervals(of: queue, measure)
        if known > 0 { largest = max(largest, Double(outside) / Double(known)) }
      }
    }
    return largest
  }
}

extension ValidationMeasure {
  /// What customers feel; occupancy follows from volumes, handle times and agents, which are replayed.
  static let service: [ValidationMeasure] = [.serviceLevel, .abandonment, .asaSeconds]
}
