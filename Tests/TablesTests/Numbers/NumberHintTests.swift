import Testing

@testable import Tables

@Suite("Guessing what a cell meant")
struct NumberHintTests {
  @Test("Every guess begins with Maybe, whatever the cell")
  func always() {
    for text in ["", "-", "x", "1,5", "1.5", "€5", "5 €", "\u{0}", "1e400", "=", "%", "'", "٣"] {
      for sign in [DecimalSign.point, .comma] {
        #expect(NumberHint.hint(for: text, decimalSign: sign).hasPrefix("Maybe "), "\(text)")
      }
    }
  }
}
