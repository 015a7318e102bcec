public import ContactCenter
internal import Tables

/// Contacts one by one, as a call-by-call log tells them.
///
/// ```
/// timestamp,queue,channel,outcome,wait_seconds,talk_seconds,hold_seconds,wrap_seconds,handle_seconds,self_service_seconds,agent,customer,transferred_to
/// 2026-03-09T10:00:12-05:00,billing,voice,answered,14,180.5,0,22,202.5,31,amy,c-1001,
/// 2026-03-09T10:00:40-05:00,billing,voice,abandoned,95,,,,,28,,c-1002,
/// ```
///
/// Rows are in order of time; contacts of the same second keep the order of the file.
public enum ContactsRecord: RowRecord {
  /// The contacts.
  public typealias Value = [ContactRecord]
  typealias Row = ContactRecord

  /// Name and columns.
  public static let schema = makeSchema("contacts", "One contact and how it ended.")

  static let fields: [RecordField<ContactRecord>] = [
    .timestamp("timestamp", \.timestamp), .text("queue", \.queue), .text("channel", \.channel),
    .choice("outcome", \.outcome),
    .number("wait_seconds", \.waitSeconds, decimals: RecordDecimals.seconds),
    .number("talk_seconds", \.talkSeconds, decimals: RecordDecimals.seconds),
    .number("hold_seconds", \.holdSeconds, decimals: RecordDecimals.seconds),
    .number("wrap_seconds", \.wrapSeconds, decimals: RecordDecimals.seconds),
    .number("handle_seconds", \.handleSeconds, decimals: RecordDecimals.seconds),
    .number("self_service_seconds", \.selfServiceSeconds, decimals: RecordDecimals.seconds),
    .text("agent", \.agent), .text("customer", \.customer),
    .text("transferred_to", \.transferredTo),
  ]

  static var blank: ContactRecord {
    ContactRecord(
      timestamp: Instant(secondsSinceEpoch: 0), queue: "", channel: "", outcome: .answered)
  }

  static func rows(of value: [ContactRecord]) -> [ContactRecord] { value }
  static func value(of rows: [ContactRecord]) -> [ContactRecord] { rows }
  static func precedes(_ one: ContactRecord, _ other: ContactRecord) -> Bool {
    one.timestamp < other.timestamp
  }

  static func rounded(_ row: ContactRecord) -> ContactRecord {
    var copy = row
    for path in [
      \ContactRecord.waitSeconds, \.talkSeconds, \.holdSeconds, \.wrapSeconds, \.handleSeconds,
      \.selfServiceSeconds,
    ] {
      copy[keyPath: path] = copy[keyPath: path].map {
        roundedToDecimals($0, RecordDecimals.seconds)
      }
    }
    return copy
  }
}
