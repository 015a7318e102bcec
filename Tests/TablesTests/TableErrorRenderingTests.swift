import Tables
import Testing

@Suite("Letters about tables")
struct TableErrorRenderingTests {
  @Test("A long line is cut around the place")
  func longLine() {
    let excerpt = String(repeating: "x", count: 300) + "!" + String(repeating: "y", count: 300)
    let error = TableError(
      code: .value, line: 2, column: 301, message: "m", hint: "Maybe h", excerpt: excerpt,
      excerptColumn: 301)
    let lines = error.rendered(file: "f.csv").split(separator: "\n").map(Array.init)
    #expect(lines[1].count == 2 + 1 + 100 + 1)
    #expect(lines[2].last == "^")
    #expect(lines[1][lines[2].count - 1] == "!")
  }

  @Test("Control and direction-changing characters cannot reach the terminal")
  func controls() {
    let error = TableError(
      code: .value, line: 2, column: 6, message: "m", hint: "Maybe h",
      excerpt: "a\u{1B}[31\tm\u{202E}b\u{200B}c", excerptColumn: 9)
    let letter = error.rendered(file: "f\n.csv")
    #expect(
      letter == """
        f\\u{A}.csv:2:6: error: m
          a\\u{1B}[31 m\\u{202E}b\\u{200B}c
                              ^
        Maybe h
        """)
  }

  @Test("An error about the whole file has no line and no caret")
  func wholeFile() {
    let error = TableError(code: .emptyFile, message: "it is empty", hint: "Maybe so.")
    #expect(error.rendered(file: "f.csv") == "f.csv: error: it is empty\nMaybe so.")
  }

  @Test("Long texts are cut in messages")
  func quoted() {
    #expect(TableError.quoted("a\nb") == "\"a\\u{A}b\"")
    #expect(TableError.quoted(String(repeating: "x", count: 50)).count == 43)
  }
}
