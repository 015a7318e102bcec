import Testing

@testable import Reporting

@Suite("Names of sheets")
struct SheetNameTests {
  @Test("Signs that Excel refuses become hyphens")
  func signs() {
    #expect(SheetName.cleaned("a[b]c:d*e?f/g\\h") == "a-b-c-d-e-f-g-h")
  }

  @Test("Apostrophes and blanks at the ends and control characters go")
  func ends() {
    #expect(SheetName.cleaned(" 'Amy's\u{7} shifts'' ") == "Amy's shifts")
  }

  @Test("A name of which nothing is left becomes Sheet", arguments: ["", "  ", "'''", "\u{1}"])
  func nothing(_ name: String) {
    #expect(SheetName.cleaned(name) == "Sheet")
  }

  @Test("A long name is cut to 31 UTF-16 units, never within a character")
  func length() {
    #expect(SheetName.cleaned(String(repeating: "x", count: 40)).utf16.count == 31)
    #expect(SheetName.cleaned(String(repeating: "😀", count: 40)).utf16.count == 30)
  }

  @Test("Names that are alike but for case are told apart within 31 units")
  func unique() {
    #expect(
      SheetName.cleaned(["roster", "Roster", "ROSTER"]) == ["roster", "Roster (2)", "ROSTER (3)"])
    let long = String(repeating: "x", count: 31)
    let names = SheetName.cleaned([long, long])
    #expect(names == [long, String(repeating: "x", count: 27) + " (2)"])
  }

  @Test("The name that Excel keeps for itself is not taken")
  func reserved() {
    #expect(SheetName.cleaned(["History"]) == ["History (2)"])
  }
}
