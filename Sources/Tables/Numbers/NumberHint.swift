/// What the writer of a cell that is no number may have meant.
enum NumberHint {
  /// A sentence that begins with "Maybe".
  static func hint(for text: String, decimalSign: DecimalSign) -> String {
    let lowered = text.lowercased()
    let hasDigit = text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    if text.isEmpty { return "Maybe the cell was left out: write 0 if it was nothing." }
    if ["-", "--", "na", "n/a", "null", "none", "#n/a", "nan", "inf", "-inf"].contains(lowered) {
      return "Maybe it means that there is no value: leave the cell empty."
    }
    if !hasDigit {
      return "Maybe a cell is missing before it, or the columns are in another order."
    }
    if text.hasPrefix("=") { return "Maybe the spreadsheet saved the formula: save the values." }
    if text.hasSuffix("%") { return "Maybe it is a share: write 80% as 0.8." }
    if text.contains(":") { return "Maybe it is a duration: write it in seconds." }
    if lowered.hasPrefix("0x") { return "Maybe it is hexadecimal: write it in decimal digits." }
    if text.hasPrefix("+") { return "Maybe the plus sign is one too many." }
    if text.contains(".") && text.contains(",") {
      let isEuropean =
        text.lastIndex(of: ",") ?? text.startIndex > text.lastIndex(of: ".") ?? text.startIndex
      return isEuropean && decimalSign == .point
        ? "Maybe the file has decimal commas (--decimal-comma) and points between thousands:"
          + " export it without the points."
        : "Maybe it has separators between thousands: export it without them."
    }
    if text.contains(",") {
      return "Maybe the file has decimal commas (--decimal-comma), or a comma between thousands."
    }
    if text.contains(".") && decimalSign == .comma {
      return "Maybe the file has decimal points: leave out --decimal-comma."
    }
    if text.unicodeScalars.contains(where: { $0.properties.isWhitespace }) || text.contains("'") {
      return "Maybe it has separators between thousands: export it without them."
    }
    if let first = text.utf8.first, first != UInt8(ascii: "-"), first < 0x30 || first > 0x39 {
      return "Maybe it carries a currency or a unit: export the plain number."
    }
    return "Maybe a cell is missing before it, or it carries a unit."
  }
}
