/// Text as XML and Excel can hold it.
enum CellText {
  /// Without control characters (but tab and line feed) and without the two that XML knows not, and with
  /// what Excel would read as an escape, such as `_x0041_`, made literal.
  static func cleaned(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 < 0x80 && $0 != 0x5F }
    if isPlain { return text }
    let kept = text.unicodeScalars.filter { isAllowed($0) || $0 == "\t" || $0 == "\n" }
    return literal(Array(kept))
  }

  /// Without any control character.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.filter(isAllowed))
    return String(result)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .control && scalar.value != 0xFFFE
      && scalar.value != 0xFFFF
  }

  /// Puts `_x005F` before each underscore that begins `_xHHHH_`; Excel shows it as the underscore alone.
  private static func literal(_ scalars: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "_", index + 6 < scalars.count, scalars[index + 1] == "x",
        scalars[index + 6] == "_",
        scalars[(index + 2)...(index + 5)].allSatisfy({ $0.properties.isASCIIHexDigit })
      {
        result.append(contentsOf: "_x005F".unicodeScalars)
      }
      result.append(scalar)
    }
    return String(result)
  }
}
