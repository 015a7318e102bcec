public import ContactCenter
public import Tables

/// A file that round-trips: a schema, a reader and a writer that belong together.
///
/// The law, held by `CheckRecord` in the tests: what is written reads back equal (values first brought to
/// the record's decimals and order by `canonical`), and writing that again gives the same bytes.
///
/// ```swift
/// let reading = try RosterRecord.read(ByteChunks(text), options: RecordOptions(file: "roster.csv", zone: zone))
/// let bytes = try RosterRecord.bytes(of: reading.value, zone: zone)
/// ```
public protocol Record {
  /// The noun in memory.
  associatedtype Value: Equatable & Sendable

  /// Name and columns.
  static var schema: RecordSchema { get }

  /// Reads a file.
  ///
  /// *Throws:* `RecordError` with the first problems and their number; whatever the source throws.
  static func read(
    _ source: any ByteSource, options: RecordOptions
  ) throws -> RecordReading<Value>

  /// The value as it reads back: in the record's order and with its decimals.
  static func canonical(_ value: Value) -> Value

  /// Writes a file into bytes, times in `zone`.
  ///
  /// *Throws:* `TableError` for a number that is not finite.
  static func bytes(
    of value: Value, zone: ZoneRules, style: TableStyle
  ) throws(TableError) -> [UInt8]
}

extension Record {
  /// Writes a file in the standard style.
  ///
  /// *Throws:* `TableError` for a number that is not finite.
  public static func bytes(of value: Value, zone: ZoneRules) throws(TableError) -> [UInt8] {
    try bytes(of: value, zone: zone, style: .standard)
  }
}

/// What a reader returns: the noun, and everything worth telling about the file.
public struct RecordReading<Value: Sendable>: Sendable {
  /// The noun.
  public var value: Value
  /// What was found on the way, each kind once with its count and first place.
  public var findings: [Finding]
  /// How the file was written.
  public var dialect: TableDialect
  /// Rows of data in the file.
  public var rowCount: Int
  /// The columns of the file, in its order, and the column of the record each was read as.
  public var columns: [(file: String, record: String?)]
}

/// What a reader must know beside the bytes.
public struct RecordOptions: Sendable {
  /// The file's name in messages.
  public var file: String
  /// The zone in which naive local times are read.
  public var zone: ZoneRules
  /// What to do with local times that come twice or never.
  public var localTimes: LocalTimePolicy
  /// Columns of the record that stand in the file under another name: `["offered": "Calls"]`.
  public var mapping: [String: String]
  /// Columns that are not in the file and hold the same text in every row: `["channel": "voice"]`.
  public var constants: [String: String]
  /// Words of the file that stand for a record's own, by column: `["activity": ["Phone": "work"]]`.
  ///
  /// A column that is named here, with whatever words, can be translated by a flag of its name: hints say so.
  public var words: [String: [String: String]] = [:]
  /// How the file is written, as far as known.
  public var format: TableFormat
  /// The interval length that a history must have; nil infers it.
  public var length: IntervalLength?

  /// Options; only the file's name and the zone have no default.
  public init(
    file: String, zone: ZoneRules, localTimes: LocalTimePolicy = LocalTimePolicy(),
    mapping: [String: String] = [:], constants: [String: String] = [:],
    format: TableFormat = TableFormat(), length: IntervalLength? = nil
  ) {
    self.file = file
    self.zone = zone
    self.localTimes = localTimes
    self.mapping = mapping
    self.constants = constants
    self.format = format
    self.length = length
  }
}
