public import ContactCenter
internal import Tables

/// Who works when.
///
/// ```
/// agent,start,end,activity,group,site
/// amy,2026-03-09T08:00:00-05:00,2026-03-09T10:00:00-05:00,work,billing,Austin
/// amy,2026-03-09T10:00:00-05:00,2026-03-09T10:15:00-05:00,break,,
/// ```
///
/// Entries are in order of agent, then start.
public enum RosterRecord: RowRecord {
  /// The roster.
  public typealias Value = Roster
  typealias Row = RosterEntry

  /// Name and columns.
  public static let schema = makeSchema("roster", "One stretch of one agent's time.")

  static let fields: [RecordField<RosterEntry>] = [
    .text("agent", \.agent), .timestamp("start", \.start), .timestamp("end", \.end),
    .choice("activity", \.activity), .text("group", \.group), .text("site", \.site),
  ]

  static var blank: RosterEntry {
    let epoch = Instant(secondsSinceEpoch: 0)
    return RosterEntry(agent: "", start: epoch, end: epoch, activity: .work)
  }

  static func rows(of value: Roster) -> [RosterEntry] { value.entries }
  static func value(of rows: [RosterEntry]) -> Roster { Roster(entries: rows) }

  static func validate(_ row: RosterEntry, _ cursor: borrowing RecordCursor) throws(TableError) {
    try cursor.requireOrder(row.start, row.end, endColumn: 2)
  }
}
