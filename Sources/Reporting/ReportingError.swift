public import ContactCenter

/// Why a document for people was not written.
public enum ReportingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A sheet has more rows than a workbook can hold below its header.
  case tooManyRows(sheet: String, count: Int)
  /// A sheet has more columns than a workbook can hold.
  case tooManyColumns(sheet: String, count: Int)
  /// A number is NaN, infinite, or beyond what a workbook can hold.
  case notANumber(place: CellPlace, value: Double)
  /// A text is longer than a cell can hold, in UTF-16 units.
  case textTooLong(place: CellPlace, count: Int)
  /// A time lies outside the years 1900 to 9999.
  case timeOutOfRange(place: CellPlace, time: LocalDateTime)
  /// The library could not write the file.
  case library(path: String, message: String)

  /// What, where, value, and a line that begins "Maybe".
  public var description: String {
    switch self {
    case .tooManyRows(let sheet, let count):
      "sheet \(sheet): \(count) rows, a sheet holds \(Workbook.maximumRows) below its header\n"
        + "Maybe split the record, by week or by queue, into several files."
    case .tooManyColumns(let sheet, let count):
      "sheet \(sheet): \(count) columns, a sheet holds \(Workbook.maximumColumns)\n"
        + "Maybe rows and columns are swapped."
    case .notANumber(let place, let value):
      "\(place): the number is \(value), which a workbook cannot hold\n"
        + "Maybe leave the cell empty where there is no value."
    case .textTooLong(let place, let count):
      "\(place): the text has \(count) characters, a cell holds \(Workbook.maximumTextLength)\n"
        + "Maybe two columns ran together, or a quote is missing."
    case .timeOutOfRange(let place, let time):
      "\(place): the time is \(time.text), a workbook knows the years 1900 to 9999\n"
        + "Maybe the year is mistyped."
    case .library(let path, let message):
      "\(path): the workbook cannot be written: \(message)\nMaybe the disk is full."
    }
  }
}

/// A cell as a person finds it: the sheet, the row as the sheet numbers it (the header is row 1), the header
/// above it.
public struct CellPlace: Sendable, Hashable, CustomStringConvertible {
  /// The sheet's name.
  public var sheet: String
  /// The row's number, 2 for the first below the header.
  public var row: Int
  /// The column's header, or its number where it has none.
  public var column: String

  /// A place.
  public init(sheet: String, row: Int, column: String) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The place as `sheet forecast, row 2, column mean`.
  public var description: String { "sheet \(sheet), row \(row), column \(column)" }
}
