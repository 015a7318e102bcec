internal import ContactCenter

/// Tables for people who open them in Excel or LibreOffice: typed cells, real dates, a header that stays.
///
/// ```swift
/// let sheet = Sheet(
///   name: "forecast", header: ["queue", "mean"],
///   rows: [[.text("billing"), .number(12.5, decimals: 1)]])
/// try Workbook(sheets: [sheet]).write(toTemporaryPath: "out/.report.tmp")
/// ```
///
/// One way only: what a workbook shows is not read back.
public struct Workbook: Sendable, Hashable {
  /// Rows that a sheet holds below its header: 2²⁰ less one.
  public static let maximumRows = 1_048_575
  /// Columns that a sheet holds: 2¹⁴.
  public static let maximumColumns = 16_384
  /// UTF-16 units that a cell holds.
  public static let maximumTextLength = 32_767
  /// The largest magnitude that Excel takes for a number.
  static let maximumMagnitude = 9.999_999_999_999_99e307

  /// The sheets in the order of their tabs.
  public var sheets: [Sheet]

  /// A workbook.
  public init(sheets: [Sheet]) { self.sheets = sheets }

  /// Writes the workbook to a path that nobody reads yet: beside the target, to be moved there when complete.
  ///
  /// The same workbook gives the same bytes: the date of creation inside is fixed.
  ///
  /// *Edge cases*: a workbook without sheets is written with one empty sheet, because Excel opens none without.
  ///
  /// *Throws*: `ReportingError`; all but `.library` before the file is touched.
  ///
  /// *Complexity*: time and memory linear in the cells.
  public func write(toTemporaryPath path: String) throws(ReportingError) {
    for sheet in sheets { try Self.check(sheet) }
    try XLSXExporter.write(self, to: path)
  }

  /// Refuses what the format cannot hold.
  static func check(_ sheet: Sheet) throws(ReportingError) {
    guard sheet.rows.count <= maximumRows else {
      throw .tooManyRows(sheet: sheet.name, count: sheet.rows.count)
    }
    guard sheet.columnCount <= maximumColumns else {
      throw .tooManyColumns(sheet: sheet.name, count: sheet.columnCount)
    }
    func place(_ row: Int, _ column: Int) -> CellPlace {
      let isNamed = column < sheet.header.count
      return CellPlace(
        sheet: sheet.name, row: row, column: isNamed ? sheet.header[column] : "\(column + 1)")
    }
    for (column, title) in sheet.header.enumerated() {
      try check(.text(title), place(1, column))
    }
    for (index, row) in sheet.rows.enumerated() {
      for (column, cell) in row.enumerated() { try check(cell, place(index + 2, column)) }
    }
  }

  private static func check(
    _ cell: Sheet.Cell, _ place: @autoclosure () -> CellPlace
  ) throws(ReportingError) {
    switch cell {
    case .text(let text):
      let count = CellText.cleaned(text).utf16.count
      if count > maximumTextLength { throw .textTooLong(place: place(), count: count) }
    case .number(let value, _):
      // A NaN fails every comparison, so it is refused here too.
      if !(value.magnitude <= maximumMagnitude) { throw .notANumber(place: place(), value: value) }
    case .timestamp(let time):
      if !(1900...9999).contains(time.date.parts.year) {
        throw .timeOutOfRange(place: place(), time: time)
      }
    case .empty: break
    }
  }
}
