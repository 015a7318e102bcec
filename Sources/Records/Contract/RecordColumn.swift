/// What one column of a record holds: enough for a reader of the documentation and for `check`.
public struct RecordColumn: Sendable, Equatable {
  /// What stands in the cells.
  public enum Kind: Sendable, Equatable {
    /// A name or free text.
    case text
    /// ISO 8601 with offset; a naive local time is read in the plan's zone.
    case timestamp
    /// A date as `2026-03-09`.
    case date
    /// A time of day as `08:30`, up to `24:00`.
    case timeOfDay
    /// A number written with at most so many decimals.
    case number(decimals: Int)
    /// A whole number, 0 or more.
    case count
    /// One of a few words.
    case choice([String])
    /// Skills as `billing:0.9;sales`.
    case skills
  }

  /// The name in the header.
  public var name: String
  /// What stands in the cells.
  public var kind: Kind
  /// Whether a file without it is refused, and a row with an empty cell.
  public var isRequired: Bool
  /// Other names under which files carry it.
  public var aliases: [String]

  /// A column.
  public init(_ name: String, _ kind: Kind, isRequired: Bool = false, aliases: [String] = []) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.aliases = aliases
  }

  /// The decimals of a number; nil for other kinds.
  public var decimals: Int? {
    if case .number(let decimals) = kind { decimals } else { nil }
  }
}

/// The name of a record and its columns in the order in which they are written.
public struct RecordSchema: Sendable, Equatable {
  /// The name, such as `history`; the file is `history.csv` unless the plan says otherwise.
  public var name: String
  /// What one row tells, in one sentence.
  public var summary: String
  /// The columns.
  public var columns: [RecordColumn]

  /// A schema.
  public init(name: String, summary: String, columns: [RecordColumn]) {
    self.name = name
    self.summary = summary
    self.columns = columns
  }

  /// The names of the columns in order.
  public var columnNames: [String] { columns.map(\.name) }
}
