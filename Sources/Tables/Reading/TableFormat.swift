/// How a table is written down, as far as the caller knows: what is nil is found out by the reader.
public struct TableFormat: Sendable, Equatable {
  /// The byte between cells; nil looks at the first lines and picks `,` `;` tab or `|`.
  public var delimiter: UInt8?
  /// The sign before decimals.
  ///
  /// Nil means a point, but in a file with `;` between cells a number like `1.234` is refused, because
  /// half of Europe writes one thousand two hundred thirty-four so.
  public var decimalSign: DecimalSign?
  /// Lines that begin with `#` are passed over.
  public var allowsComments: Bool
  /// The names of the columns of a file that has no header row; nil takes them from the first row.
  public var columns: [String]?
  /// The largest number of bytes in one cell, at most 256 MiB.
  public var maximumCellBytes: Int
  /// The largest number of cells in one row.
  public var maximumColumns: Int
  /// The largest number of bytes in one row, at most 256 MiB.
  public var maximumRowBytes: Int
  /// The bytes held in memory at first, and for good unless a row is longer.
  public var bufferBytes: Int

  /// A format; the defaults read any well-formed comma, semicolon, tab or bar file with a header.
  public init(
    delimiter: UInt8? = nil, decimalSign: DecimalSign? = nil, allowsComments: Bool = false,
    columns: [String]? = nil, maximumCellBytes: Int = 1 << 20, maximumColumns: Int = 10_000,
    maximumRowBytes: Int = 1 << 24, bufferBytes: Int = 1 << 18
  ) {
    self.delimiter = delimiter
    self.decimalSign = decimalSign
    self.allowsComments = allowsComments
    self.columns = columns
    self.maximumCellBytes = min(maximumCellBytes, 1 << 28)
    self.maximumColumns = maximumColumns
    self.maximumRowBytes = min(maximumRowBytes, 1 << 28)
    self.bufferBytes = bufferBytes
  }
}

/// The sign between a number and its decimals.
public enum DecimalSign: UInt8, Sendable {
  /// `1.5`
  case point = 0x2E
  /// `1,5`
  case comma = 0x2C
}

/// How a table turned out to be written, for `inspect` to print and for the caller to confirm.
public struct TableDialect: Sendable, Equatable {
  /// The byte between cells.
  public var delimiter: UInt8
  /// Whether the delimiter was guessed from the first lines rather than given.
  public var isDelimiterSniffed: Bool
  /// The sign before decimals.
  public var decimalSign: DecimalSign
  /// Whether `1.234` is refused because nobody said what the point means.
  public var refusesAmbiguousPoint: Bool
  /// Whether the file began with the UTF-8 byte order mark.
  public var hasByteOrderMark: Bool

  /// The delimiter as a word: comma, semicolon, tab, bar or the character itself.
  public var delimiterName: String {
    switch delimiter {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "bar"
    default: "\"\(Character(Unicode.Scalar(delimiter)))\""
    }
  }
}
