/// How a table is to be written.
public struct TableStyle: Sendable, Equatable {
  /// The byte between cells.
  public var delimiter: UInt8
  /// The sign before decimals.
  public var decimalSign: DecimalSign
  /// Whether lines end with CRLF rather than LF.
  public var usesCarriageReturn: Bool
  /// Whether the file begins with EF BB BF, which Excel needs to see UTF-8.
  public var hasByteOrderMark: Bool
  /// Whether text cells that a spreadsheet would run as formulas get a leading `'`.
  ///
  /// What is neutralized does not read back equal, so this is for people's spreadsheets only.
  public var neutralizesFormulas: Bool

  /// A style; the defaults are those of the files that Muster reads back.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), decimalSign: DecimalSign = .point,
    usesCarriageReturn: Bool = false, hasByteOrderMark: Bool = false,
    neutralizesFormulas: Bool = false
  ) {
    self.delimiter = delimiter
    self.decimalSign = decimalSign
    self.usesCarriageReturn = usesCarriageReturn
    self.hasByteOrderMark = hasByteOrderMark
    self.neutralizesFormulas = neutralizesFormulas
  }

  /// Comma, point, LF: what machines exchange.
  public static let standard = TableStyle()

  /// Semicolon, decimal comma, byte order mark, CRLF: what Excel opens where commas are decimal.
  public static let excelEurope = TableStyle(
    delimiter: UInt8(ascii: ";"), decimalSign: .comma, usesCarriageReturn: true,
    hasByteOrderMark: true, neutralizesFormulas: true)

  /// Comma, point, byte order mark, CRLF: what Excel opens in the United States.
  public static let excelUnitedStates = TableStyle(
    usesCarriageReturn: true, hasByteOrderMark: true, neutralizesFormulas: true)

  /// The format that reads what this style writes.
  public var format: TableFormat {
    TableFormat(delimiter: delimiter, decimalSign: decimalSign)
  }
}
