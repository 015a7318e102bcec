/// Writes a table cell by cell into bytes in memory.
///
/// ```swift
/// var table = TableWriter(columns: ["queue", "offered"])
/// table.text("billing, US")
/// try table.number(12.5, decimals: 2)
/// table.endRow()
/// table.bytes  // queue,offered\n"billing, US",12.5\n
/// ```
///
/// A text is quoted when it holds the delimiter, a quote or a line end, when its outer blanks would be
/// lost, and when it is empty (a missing value is an empty cell without quotes).
public struct TableWriter: Sendable {
  /// The names of the columns.
  public let columns: [String]
  /// How it is written.
  public let style: TableStyle
  /// What has been written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  /// Rows ended so far, the header not counted.
  public private(set) var rowCount = 0
  private var column = 0

  /// A table that begins with its header row.
  public init(columns: [String], style: TableStyle = .standard) {
    self.columns = columns
    self.style = style
    if style.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    for name in columns { text(name) }
    endRow()
    rowCount = 0
  }

  /// Returns the bytes written so far and forgets them, so that a caller can write a long table in parts.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Writes a text.
  public mutating func text(_ text: String) {
    var text = text
    if style.neutralizesFormulas && FormulaInjection.isDangerous(text) { text = "'" + text }
    startCell()
    text.withUTF8 { utf8 in
      if needsQuotes(utf8) {
        bytes.append(UInt8(ascii: "\""))
        for byte in utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
  }

  /// Writes a text, or an empty cell for nil.
  public mutating func text(_ text: String?) {
    if let text { self.text(text) } else { empty() }
  }

  /// Lets `body` append the bytes of a cell that needs no quotes, such as a timestamp.
  public mutating func raw(_ body: (inout [UInt8]) -> Void) {
    startCell()
    body(&bytes)
  }

  /// Writes a number with at most `decimals` decimals.
  ///
  /// *Throws:* `TableError` with row and column name when it is not a number or infinite.
  public mutating func number(_ value: Double, decimals: Int) throws(TableError) {
    startCell()
    let first = bytes.count
    guard
      NumberFormatting.append(
        value, decimals: decimals, decimalSign: style.decimalSign, to: &bytes)
    else {
      let name = column <= columns.count ? columns[column - 1] : "column \(column)"
      throw TableError(
        code: .value, field: name, text: value.description,
        message: "\(name) of row \(rowCount + 1) would be \(value), expected a finite number",
        hint: "Maybe an input was zero where it must not be; this is worth reporting.")
    }
    if style.decimalSign.rawValue == style.delimiter && bytes[first...].contains(style.delimiter) {
      bytes.insert(UInt8(ascii: "\""), at: first)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Writes a number, or an empty cell for nil.
  ///
  /// *Throws:* `TableError` as for a number.
  public mutating func number(_ value: Double?, decimals: Int) throws(TableError) {
    if let value { try number(value, decimals: decimals) } else { empty() }
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    startCell()
    NumberFormatting.append(value, to: &bytes)
  }

  /// Writes a whole number, or an empty cell for nil.
  public mutating func integer(_ value: Int?) {
    if let value { integer(value) } else { empty() }
  }

  /// Writes an empty cell: a missing value.
  public mutating func empty() {
    startCell()
  }

  /// Ends the row; cells not written are left empty.
  public mutating func endRow() {
    while column < columns.count { startCell() }
    if style.usesCarriageReturn { bytes.append(0x0D) }
    bytes.append(0x0A)
    column = 0
    rowCount += 1
  }

  private mutating func startCell() {
    if column > 0 { bytes.append(style.delimiter) }
    column += 1
    assert(column <= columns.count, "more cells than columns")
  }

  private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    if first == UInt8(ascii: "#") { return true }
    return text.contains {
      $0 == style.delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
  }
}
