import Testing

@testable import Reporting

@Suite("Text in cells")
struct CellTextTests {
  @Test("Control characters go, tab and line feed stay")
  func controls() {
    #expect(CellText.cleaned("a\u{0}b\u{1B}[31m\tc\nd\r\u{7F}\u{85}\u{FFFF}") == "ab[31m\tc\nd")
  }

  @Test("What Excel would read as an escape is made literal")
  func escapes() {
    #expect(CellText.cleaned("_x0041_") == "_x005F_x0041_")
    #expect(CellText.cleaned("_x0041_x0042_") == "_x005F_x0041_x005F_x0042_")
    #expect(CellText.cleaned("_x00_ service_level _x004") == "_x00_ service_level _x004")
  }

  @Test("Names in any script stay as they are", arguments: ["Zoë", "客服", "=1+1", "👩‍💻"])
  func scripts(_ text: String) {
    #expect(CellText.cleaned(text) == text)
  }
}
