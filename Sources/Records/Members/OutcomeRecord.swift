public import ContactCenter
internal import Tables

/// The SLA projection: what customers and agents will experience.
///
/// Columns after `agents` came later; a file without them reads as before.
///
/// ```
/// period,timestamp,level,name,offered,answered,abandoned,service_level,service_level_definition,threshold_seconds,service_level_error,service_level_p10,service_level_p90,asa_seconds,abandonment,occupancy,probability_of_target,agents,blocked,contained,redialed,recontacted,transferred,callbacks,wait_p50_seconds,wait_p90_seconds,wait_p95_seconds,sessions,backlog,backlog_age_seconds,cost,asa_error_seconds,abandonment_error,occupancy_error,asa_all_seconds
/// run,2026-03-09T00:00:00-05:00,queue,billing,11250.4,10987.1,263.3,0.8134,offered,20,0.0021,0.741,0.872,14.2,0.0234,0.788,0.74,21.3,12.5,0,310.2,95,40.1,0,3.2,41,66.8,1,0.4,12,,0.31,0.0012,0.0034,15.3
/// ```
public enum OutcomeRecord: RowRecord {
  /// The projection.
  public typealias Value = Outcome
  typealias Row = OutcomeRow

  /// Name and columns.
  public static let schema = makeSchema(
    "outcome", "What one queue, channel, group, agent or center achieves in one period.")

  static let fields: [RecordField<OutcomeRow>] = [
    .choice("period", \.period), .timestamp("timestamp", \.start), .choice("level", \.level),
    .text("name", \.name),
    .number("offered", \.offered, decimals: RecordDecimals.contacts),
    .number("answered", \.answered, decimals: RecordDecimals.contacts),
    .number("abandoned", \.abandoned, decimals: RecordDecimals.contacts),
    .number("service_level", \.serviceLevel, decimals: RecordDecimals.shares),
    .choice("service_level_definition", \.serviceLevelDefinition),
    .number("threshold_seconds", \.thresholdSeconds, decimals: RecordDecimals.seconds),
    .number("service_level_error", \.serviceLevelError, decimals: RecordDecimals.shares),
    .number("service_level_p10", \.serviceLevelP10, decimals: RecordDecimals.shares),
    .number("service_level_p90", \.serviceLevelP90, decimals: RecordDecimals.shares),
    .number("asa_seconds", \.asaSeconds, decimals: RecordDecimals.seconds),
    .number("abandonment", \.abandonment, decimals: RecordDecimals.shares),
    .number("occupancy", \.occupancy, decimals: RecordDecimals.shares),
    .number("probability_of_target", \.probabilityOfTarget, decimals: RecordDecimals.shares),
    .number("agents", \.agents, decimals: RecordDecimals.agents),
    .number("blocked", \.blocked, decimals: RecordDecimals.contacts),
    .number("contained", \.contained, decimals: RecordDecimals.contacts),
    .number("redialed", \.redialed, decimals: RecordDecimals.contacts),
    .number("recontacted", \.recontacted, decimals: RecordDecimals.contacts),
    .number("transferred", \.transferred, decimals: RecordDecimals.contacts),
    .number("callbacks", \.callbacks, decimals: RecordDecimals.contacts),
    .number("wait_p50_seconds", \.waitP50Seconds, decimals: RecordDecimals.seconds),
    .number("wait_p90_seconds", \.waitP90Seconds, decimals: RecordDecimals.seconds),
    .number("wait_p95_seconds", \.waitP95Seconds, decimals: RecordDecimals.seconds),
    .number("sessions", \.sessions, decimals: RecordDecimals.agents),
    .number("backlog", \.backlog, decimals: RecordDecimals.contacts),
    .number("backlog_age_seconds", \.backlogAgeSeconds, decimals: RecordDecimals.seconds),
    .number("cost", \.cost, decimals: RecordDecimals.costs),
    .number("asa_error_seconds", \.asaErrorSeconds, decimals: RecordDecimals.seconds),
    .number("abandonment_error", \.abandonmentError, decimals: RecordDecimals.shares),
    .number("occupancy_error", \.occupancyError, decimals: RecordDecimals.shares),
    .number("asa_all_seconds", \.asaAllSeconds, decimals: RecordDecimals.seconds),
  ]

  static var blank: OutcomeRow {
    OutcomeRow(period: .run, start: Instant(secondsSinceEpoch: 0), level: .queue, name: "")
  }

  static func rows(of value: Outcome) -> [OutcomeRow] { value.rows }
  static func value(of rows: [OutcomeRow]) -> Outcome { Outcome(rows: rows) }
  /// The value with the record's decimals and in its order.
  public static func canonical(_ value: Outcome) -> Outcome { Outcome(rows: value.rounded().rows) }
}
