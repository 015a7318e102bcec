import Tables
import Testing

@Suite("Formulas in text")
struct FormulaInjectionTests {
  @Test("Whatever a spreadsheet would run is recognized")
  func dangerous() {
    for text in [
      "=1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "\u{A0}=1", "x\n=1", "x\n @y", "＝1",
      "x\r\n=1",
    ] {
      #expect(FormulaInjection.isDangerous(text), "\(text)")
    }
  }

  @Test("Ordinary names are left alone")
  func harmless() {
    for text in ["billing", "a=b", "tier-1", "", " x", "1+1", "me@example.com", "line\nline"] {
      #expect(!FormulaInjection.isDangerous(text), "\(text)")
    }
  }
}
