public import ContactCenter
internal import Tables

/// How many agents each queue needs in each interval, and what they will achieve.
///
/// ```
/// timestamp,queue,channel,agents,offered,handle_seconds_mean,load_erlangs,agents_exact,scheduled_agents,target,threshold_seconds,service_level,service_level_definition,asa_seconds,asa_all_seconds,abandonment,occupancy,probability_of_target,probability_of_adequate_staff,method
/// 2026-03-09T10:00:00-05:00,billing,voice,12,24.5,312.4,8.5042,11.3,17.1429,80%/20s,20,0.8312,offered,9.41,9.87,0.0213,0.6934,0.71,0.8,erlang-a
/// ```
public enum RequirementRecord: RowRecord {
  /// The requirement.
  public typealias Value = StaffingRequirement

  struct Row: Equatable {
    var queue = ""
    var channel = ""
    var interval = RequirementInterval(start: Instant(secondsSinceEpoch: 0), agents: 0)
  }

  /// Name and columns.
  public static let schema = makeSchema(
    "requirement", "The agents one queue needs in one interval, and what they will achieve.")

  static let fields: [RecordField<Row>] = [
    .timestamp("timestamp", \.interval.start), .text("queue", \.queue),
    .text("channel", \.channel), .count("agents", \.interval.agents),
    .number("offered", \.interval.offered, decimals: RecordDecimals.contacts),
    .number(
      "handle_seconds_mean", \.interval.handleSecondsMean, decimals: RecordDecimals.seconds,
      aliases: ["aht_seconds"]),
    .number("load_erlangs", \.interval.loadErlangs, decimals: RecordDecimals.agents),
    .number("agents_exact", \.interval.agentsExact, decimals: RecordDecimals.agents),
    .number("scheduled_agents", \.interval.scheduledAgents, decimals: RecordDecimals.agents),
    .text("target", \.interval.target),
    .number("threshold_seconds", \.interval.thresholdSeconds, decimals: RecordDecimals.seconds),
    .number("service_level", \.interval.serviceLevel, decimals: RecordDecimals.shares),
    .choice("service_level_definition", \.interval.serviceLevelDefinition),
    .number("asa_seconds", \.interval.asaSeconds, decimals: RecordDecimals.seconds),
    .number("asa_all_seconds", \.interval.asaAllSeconds, decimals: RecordDecimals.seconds),
    .number("abandonment", \.interval.abandonment, decimals: RecordDecimals.shares),
    .number("occupancy", \.interval.occupancy, decimals: RecordDecimals.shares),
    .number(
      "probability_of_target", \.interval.probabilityOfTarget, decimals: RecordDecimals.shares),
    .number(
      "probability_of_adequate_staff", \.interval.probabilityOfAdequateStaff,
      decimals: RecordDecimals.shares),
    .text("method", \.interval.method),
  ]

  static var blank: Row { Row() }
  static var isKeyed: Bool { true }

  static func precedes(_ one: Row, _ other: Row) -> Bool {
    one.queue == other.queue ? one.interval.start < other.interval.start : one.queue < other.queue
  }

  static func series(of row: Row) -> String? { row.queue }

  static func name(of row: Row, zone: ZoneRules) -> String {
    "\(row.queue) at \(TimestampText.text(row.interval.start, in: zone))"
  }

  static func rows(of value: StaffingRequirement) -> [Row] {
    value.queues.flatMap { queue in
      queue.intervals.map { Row(queue: queue.queue, channel: queue.channel, interval: $0) }
    }
  }

  static func value(of rows: [Row]) -> StaffingRequirement {
    StaffingRequirement(
      queues: RowRuns.of(rows) { $0.queue == $1.queue }.map { run in
        QueueRequirement(
          queue: rows[run.lowerBound].queue, channel: rows[run.lowerBound].channel,
          intervals: rows[run].map(\.interval))
      })
  }

  /// The value with the record's decimals and in its order.
  public static func canonical(_ value: StaffingRequirement) -> StaffingRequirement {
    Self.value(of: sorted(rows(of: value.rounded())))
  }

  static func channel(of row: Row) -> String? { row.channel }
}
