internal import CXLSXWriter
internal import ContactCenter

/// A checked workbook through libxlsxwriter, which writes to a path and nowhere else.
struct XLSXExporter {
  /// 1980-01-01 UTC, the first moment a ZIP archive knows: a real one would make each file differ.
  private static let created = 315_532_800
  private static let timeFormat = "yyyy-mm-dd hh:mm:ss"
  /// The widest a column is made, in characters.
  private static let maximumWidth = 60

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let headerFormat: UnsafeMutablePointer<lxw_format>?
  private let timestampFormat: UnsafeMutablePointer<lxw_format>?
  private var numberFormats: [Int: UnsafeMutablePointer<lxw_format>] = [:]

  /// Writes a workbook that `Workbook.check` has passed.
  ///
  /// *Throws*: `ReportingError.library`.
  static func write(_ workbook: Workbook, to path: String) throws(ReportingError) {
    guard let book = workbook_new(path) else {
      throw .library(path: path, message: "out of memory")
    }
    var exporter = XLSXExporter(book)
    var fault: lxw_error? = nil
    let names = SheetName.cleaned(workbook.sheets.map(\.name))
    for (sheet, name) in zip(workbook.sheets, names) where fault == nil {
      fault = exporter.add(sheet, named: name)
    }
    if let fault {
      lxw_workbook_free(book)
      throw .library(path: path, message: text(of: fault))
    }
    let outcome = workbook_close(book)
    if outcome != LXW_NO_ERROR { throw .library(path: path, message: text(of: outcome)) }
  }

  private init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    headerFormat = workbook_add_format(book)
    format_set_bold(headerFormat)
    timestampFormat = workbook_add_format(book)
    format_set_num_format(timestampFormat, Self.timeFormat)
    var properties = lxw_doc_properties()
    properties.created = Self.created
    workbook_set_properties(book, &properties)
  }

  private mutating func add(_ sheet: Sheet, named name: String) -> lxw_error? {
    guard let page = workbook_add_worksheet(book, name) else {
      return LXW_ERROR_PARAMETER_VALIDATION
    }
    worksheet_freeze_panes(page, 1, 0)
    var outcomes: Set<UInt32> = []
    for (column, width) in Self.widths(of: sheet).enumerated() {
      let column = lxw_col_t(column)
      outcomes.insert(worksheet_set_column(page, column, column, Double(width), nil).rawValue)
    }
    for (column, title) in sheet.header.enumerated() {
      let text = CellText.cleaned(title)
      outcomes.insert(
        worksheet_write_string(page, 0, lxw_col_t(column), text, headerFormat).rawValue)
    }
    for (index, row) in sheet.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        outcomes.insert(
          put(cell, page, row: lxw_row_t(index + 1), column: lxw_col_t(column)).rawValue)
      }
    }
    return outcomes.subtracting([LXW_NO_ERROR.rawValue]).min().map { lxw_error(rawValue: $0) }
  }

  private mutating func put(
    _ cell: Sheet.Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, row: lxw_row_t,
    column: lxw_col_t
  ) -> lxw_error {
    switch cell {
    case .text(let text):
      return worksheet_write_string(page, row, column, CellText.cleaned(text), nil)
    case .number(let value, let decimals):
      return worksheet_write_number(page, row, column, value, numberFormat(decimals))
    case .timestamp(let time):
      let (year, month, day) = time.date.parts
      var parts = lxw_datetime(
        year: Int32(year), month: Int32(month), day: Int32(day),
        hour: Int32(time.secondOfDay / 3600), min: Int32(time.secondOfDay / 60 % 60),
        sec: Double(time.secondOfDay % 60))
      return worksheet_write_datetime(page, row, column, &parts, timestampFormat)
    case .empty: return LXW_NO_ERROR
    }
  }

  /// `0`, `0.0`, `0.00` …, at most the 30 decimals that Excel shows.
  private mutating func numberFormat(_ decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
    let decimals = min(max(decimals, 0), 30)
    if let known = numberFormats[decimals] { return known }
    let format = workbook_add_format(book)
    let zeros = String(repeating: "0", count: decimals)
    format_set_num_format(format, decimals == 0 ? "0" : "0." + zeros)
    numberFormats[decimals] = format
    return format
  }

  /// The width of each column: its longest text with room around it.
  private static func widths(of sheet: Sheet) -> [Int] {
    var widths = [Int](repeating: 0, count: sheet.columnCount)
    for (column, title) in sheet.header.enumerated() { widths[column] = title.count }
    for row in sheet.rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], length(of: cell))
      }
    }
    return widths.map { min($0 + 2, maximumWidth) }
  }

  private static func length(of cell: Sheet.Cell) -> Int {
    switch cell {
    case .text(let text): return text.utf8.count
    case .number(let value, let decimals):
      var digits = value < 0 ? 2 : 1
      var rest = value.magnitude
      while rest >= 10, digits < maximumWidth {
        rest /= 10
        digits += 1
      }
      return digits + (decimals > 0 ? min(decimals, 30) + 1 : 0)
    case .timestamp: return timeFormat.utf8.count
    case .empty: return 0
    }
  }

  private static func text(of fault: lxw_error) -> String {
    lxw_strerror(fault).map { String(cString: $0) } ?? "error \(fault.rawValue)"
  }
}
