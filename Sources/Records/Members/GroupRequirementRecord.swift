public import ContactCenter
internal import Tables

/// How many agents each group needs in each interval, where groups serve several queues.
///
/// ```
/// timestamp,group,agents,scheduled_agents
/// 2026-03-09T10:00:00-05:00,generalists,14,20
/// ```
public enum GroupRequirementRecord: RowRecord {
  /// The requirement.
  public typealias Value = [GroupRequirementInterval]
  typealias Row = GroupRequirementInterval

  /// Name and columns.
  public static let schema = makeSchema(
    "group_requirement", "The agents one group needs in one interval.")

  static let fields: [RecordField<GroupRequirementInterval>] = [
    .timestamp("timestamp", \.start), .text("group", \.group), .count("agents", \.agents),
    .number("scheduled_agents", \.scheduledAgents, decimals: RecordDecimals.agents),
  ]

  static var blank: GroupRequirementInterval {
    GroupRequirementInterval(start: Instant(secondsSinceEpoch: 0), group: "", agents: 0)
  }

  static func rows(of value: [GroupRequirementInterval]) -> [GroupRequirementInterval] { value }
  static func value(of rows: [GroupRequirementInterval]) -> [GroupRequirementInterval] { rows }
  static var isKeyed: Bool { true }

  static func precedes(
    _ one: GroupRequirementInterval, _ other: GroupRequirementInterval
  ) -> Bool {
    (one.group, one.start) < (other.group, other.start)
  }

  static func series(of row: GroupRequirementInterval) -> String? { row.group }

  static func name(of row: GroupRequirementInterval, zone: ZoneRules) -> String {
    "\(row.group) at \(TimestampText.text(row.start, in: zone))"
  }

  static func rounded(_ row: GroupRequirementInterval) -> GroupRequirementInterval {
    var copy = row
    copy.scheduledAgents = row.scheduledAgents.map { roundedToDecimals($0, RecordDecimals.agents) }
    return copy
  }
}
