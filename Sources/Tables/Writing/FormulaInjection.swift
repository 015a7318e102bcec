/// Text that a spreadsheet would run.
///
/// *Source:* OWASP, CSV Injection: cells that begin with `=`, `+`, `-`, `@`, tab or CR, also after blanks
/// and after a line end inside the cell.
public enum FormulaInjection {
  /// Whether any line of the text begins like a formula.
  public static func isDangerous(_ text: String) -> Bool {
    var atStart = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": atStart = true
      case "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
        if atStart { return true }
      case " ", "\u{A0}": break
      default: atStart = false
      }
    }
    return false
  }
}
