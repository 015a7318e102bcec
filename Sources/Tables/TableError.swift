/// What is wrong with a table, and where: everything a message, a caret and a machine need.
///
/// ```
/// history.csv:3:34: error: offered is "1.234,5", expected a number
///   2026-01-05T09:00Z,billing,voice,"1.234,5",7
///                                   ^
/// Maybe the file has decimal commas (--decimal-comma) and points between thousands: export it without the points.
/// ```
public struct TableError: Error, Sendable, Equatable {
  /// The kinds of trouble, for counting and for tests.
  public enum Code: String, Sendable, CaseIterable {
    /// Nothing in the file, or nothing but blank lines.
    case emptyFile = "empty-file"
    /// A header cell without a name.
    case emptyHeader = "empty-header"
    /// Two columns of the same name.
    case duplicateHeader = "duplicate-header"
    /// A column that must be there is not.
    case missingColumn = "missing-column"
    /// Fewer cells than the header has.
    case tooFewCells = "too-few-cells"
    /// More cells than the header has.
    case tooManyCells = "too-many-cells"
    /// A quote that is never closed.
    case unclosedQuote = "unclosed-quote"
    /// Text between a closing quote and the delimiter.
    case textAfterQuote = "text-after-quote"
    /// A quote inside a cell that does not begin with one.
    case bareQuote = "bare-quote"
    /// A NUL byte.
    case nul = "nul"
    /// Bytes that are not UTF-8.
    case encoding = "encoding"
    /// A cell, row or number of columns beyond the limit.
    case tooLong = "too-long"
    /// Several delimiters fit.
    case ambiguousDelimiter = "ambiguous-delimiter"
    /// A cell that does not hold what its column is for.
    case value = "value"
    /// Rows that contradict each other.
    case conflict = "conflict"
  }

  /// The kind of trouble.
  public var code: Code
  /// The 1-based line in the file, or nil when it is about the whole file.
  public var line: Int?
  /// The 1-based column in that line, in characters.
  public var column: Int?
  /// The name of the column the cell belongs to.
  public var field: String?
  /// The offending text as it stands in the file, at most 1,000 characters of it.
  public var text: String
  /// What is wrong, in one sentence without a period.
  public var message: String
  /// What to try, beginning with "Maybe".
  public var hint: String
  /// The line of the file, or the part of it around the place.
  public var excerpt: String
  /// The 1-based column of the place within `excerpt`.
  public var excerptColumn: Int
  /// The 0-based byte in the file where it happens.
  public var byteOffset: Int?

  /// An error, with or without a place.
  public init(
    code: Code, line: Int? = nil, column: Int? = nil, field: String? = nil, text: String = "",
    message: String, hint: String, excerpt: String = "", excerptColumn: Int = 1,
    byteOffset: Int? = nil
  ) {
    self.code = code
    self.line = line
    self.column = column
    self.field = field
    self.text = text
    self.message = message
    self.hint = hint
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
    self.byteOffset = byteOffset
  }
}
