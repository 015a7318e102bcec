internal import ContactCenter

/// What a queue's history says of each interval of the replay, as sums.
struct ActualService {
  /// How service level is counted on both sides.
  private(set) var definition: ServiceLevelDefinition
  /// The answer-time threshold on both sides.
  private(set) var thresholdSeconds: Double
  /// Service level, abandonment and ASA by interval.
  private(set) var series: [ValidationMeasure: RatioSeries] = [:]
  /// Contacts offered by interval.
  private(set) var offered: [Double]
  /// Contacts answered by interval; nil where neither answered nor abandoned is recorded.
  private(set) var answered: [Double?]
  /// Contacts abandoned by interval.
  private(set) var abandoned: [Double?]
  /// Contacts that found no line, by interval.
  private(set) var blocked: [Double?]
  /// Handle time by interval.
  private(set) var handleSeconds: [Double?]
  /// Seconds waited by those answered and by those who gave up.
  private(set) var waits: (answered: [Double?], abandoned: [Double?])
  /// Agents recorded, by interval.
  private(set) var agents: [Double?]
  /// What was noticed.
  private(set) var findings: [Finding] = []

  /// Reads the rows of a history into the intervals of a replay; rows outside are left out.
  ///
  /// `answered` and `abandoned` give each other where one is missing: offered = answered + abandoned + blocked.
  init(_ history: QueueHistory, queue: Queue, indexOf: [Instant: Int], count: Int) {
    func column(_ measure: HistoryMeasure) -> [Double?] {
      var result = [Double?](repeating: nil, count: count)
      guard let values = history.measures[measure] else { return result }
      for (start, value) in zip(history.starts, values) {
        if let index = indexOf[start] { result[index] = value }
      }
      return result
    }
    offered = Array(repeating: 0, count: count)
    for (start, value) in zip(history.starts, history.offered) {
      if let index = indexOf[start] { offered[index] = value }
    }
    answered = column(.answered)
    abandoned = column(.abandoned)
    blocked = column(.blocked)
    handleSeconds = column(.handleSeconds)
    waits = (column(.answeredWaitSeconds), column(.abandonedWaitSeconds))
    agents = column(.agents)
    for index in 0..<count {
      let entered = offered[index] - (blocked[index] ?? 0)
      if answered[index] == nil, let gone = abandoned[index] {
        answered[index] = max(0, entered - gone)
      } else if abandoned[index] == nil, let taken = answered[index] {
        abandoned[index] = max(0, entered - taken)
      }
    }
    let inTime = column(.answeredInThreshold)
    let givenUp = column(.abandonedInThreshold)
    let short = column(.abandonedShort)
    definition = queue.target.definition
    thresholdSeconds = queue.target.threshold.value
    chooseDefinition(
      queue, hasGivenUp: givenUp.contains { $0 != nil }, short.contains { $0 != nil })
    let counted = chooseThreshold(
      queue, column(.thresholdSeconds), hasInTime: inTime.contains { $0 != nil })
    var level = RatioSeries(count: count)
    var abandonment = RatioSeries(count: count)
    var asa = RatioSeries(count: count)
    for index in 0..<count {
      let (taken, gone) = (answered[index], abandoned[index])
      let entered = offered[index] - (blocked[index] ?? 0)
      if let gone, entered > 0 { abandonment[index] = (gone, entered) }
      if let wait = waits.answered[index], let taken, taken > 0 { asa[index] = (wait, taken) }
      if counted[index], let met = inTime[index], let taken, let gone {
        level[index] = Self.count(
          definition, met: met, answered: taken, abandoned: gone,
          abandonedInTime: givenUp[index] ?? 0, abandonedShort: short[index] ?? 0)
      }
    }
    series = [.serviceLevel: level, .abandonment: abandonment, .asaSeconds: asa]
  }

  /// The two sums of a definition; see `ServiceLevelDefinition`.
  private static func count(
    _ definition: ServiceLevelDefinition, met: Double, answered: Double, abandoned: Double,
    abandonedInTime: Double, abandonedShort: Double
  ) -> (Double, Double) {
    let all = answered + abandoned
    switch definition {
    case .offered, .genesys, .virtual: return (met, all)
    case .answered: return (met, answered)
    case .credit: return (met + abandonedInTime, all)
    case .forgive: return (met, all - abandonedInTime)
    case .forgiveShort: return (met, all - abandonedShort)
    case .creditShort: return (met + abandonedShort, all)
    }
  }

  /// Falls back to `offered` where the history lacks what the plan's definition counts.
  private mutating func chooseDefinition(_ queue: Queue, hasGivenUp: Bool, _ hasShort: Bool) {
    let missing: String? =
      switch definition {
      case .offered, .answered, .genesys: nil
      case .credit, .forgive: hasGivenUp ? nil : "abandoned_in_threshold"
      case .forgiveShort, .creditShort: hasShort ? nil : "abandoned_short"
      case .virtual: "the wait of those who gave up, had they stayed"
      }
    guard let missing else { return }
    findings.append(
      Finding(
        .note, code: "validate.definition",
        "service level \(definition.rawValue) cannot be counted: the history lacks \(missing); compared as offered",
        place: queue.name))
    definition = .offered
  }

  /// Takes the threshold that the history was counted with; returns the intervals counted with it.
  private mutating func chooseThreshold(
    _ queue: Queue, _ recorded: [Double?], hasInTime: Bool
  ) -> [Bool] {
    guard hasInTime else {
      findings.append(
        Finding(
          .note, code: "validate.no-service-level",
          "the history has no answered_in_threshold: service level cannot be compared",
          place: queue.name, advice: "Maybe --map answered_in_threshold=NAME."))
      return recorded.map { _ in false }
    }
    var rows: [Double: Int] = [:]
    for case .some(let value) in recorded { rows[value, default: 0] += 1 }
    guard let (common, _) = rows.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else {
      findings.append(
        Finding(
          .note, code: "validate.threshold-assumed",
          "the history does not say its threshold: the plan's \(queue.target.threshold.text) is assumed",
          place: queue.name, advice: "Maybe add a column threshold_seconds."))
      return recorded.map { _ in true }
    }
    if common != thresholdSeconds {
      findings.append(
        Finding(
          .note, code: "validate.threshold",
          "the history counts within \(Seconds(common).text), the plan within \(queue.target.threshold.text): compared within \(Seconds(common).text)",
          place: queue.name))
      thresholdSeconds = common
    }
    if rows.count > 1 {
      findings.append(
        Finding(
          .warning, code: "validate.thresholds",
          "the history counts within \(rows.count) different thresholds: only intervals within \(Seconds(common).text) are compared",
          place: queue.name))
    }
    return recorded.map { $0 == nil || $0 == common }
  }
}
