public import ContactCenter

/// One table of a workbook.
public struct Sheet: Sendable, Hashable {
  /// What stands in one cell.
  public enum Cell: Sendable, Hashable {
    /// Text, never a formula, whatever it begins with.
    case text(String)
    /// A number shown with so many decimals; the cell holds all of it.
    case number(Double, decimals: Int)
    /// What the clock on the wall showed; a workbook knows no zones.
    case timestamp(LocalDateTime)
    /// Nothing.
    case empty
  }

  /// The name as wished; `SheetName` makes of it what Excel allows.
  public var name: String
  /// The names of the columns.
  public var header: [String]
  /// The rows below the header.
  public var rows: [[Cell]]

  /// A sheet.
  public init(name: String, header: [String], rows: [[Cell]] = []) {
    self.name = name
    self.header = header
    self.rows = rows
  }

  /// The number of columns: the header's, or the longest row's where that is longer.
  var columnCount: Int { rows.reduce(header.count) { max($0, $1.count) } }
}
