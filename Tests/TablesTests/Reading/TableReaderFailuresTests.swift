import Tables
import Testing

@Suite("Refusing a table")
struct TableReaderFailuresTests {
  /// Files that must not be read, and the whole letter each of them gets.
  static let cases: [(text: String, letter: String)] = [
    (
      "",
      """
      t.csv: error: the file is empty, expected a header row
      Maybe the export failed or was interrupted.
      """
    ),
    (
      "\n\n\r\n",
      """
      t.csv: error: the file is empty, expected a header row
      Maybe the export failed or was interrupted.
      """
    ),
    (
      "a,b\n1,\"2\n3,4\n",
      """
      t.csv:2:3: error: the quote that opens here is never closed
        1,"2
          ^
      Maybe a quote inside a text must be doubled (""), or the file was cut.
      """
    ),
    (
      "a,b\n\"x\"y,2\n",
      """
      t.csv:2:4: error: text follows a closing quote
        "x"y,2
           ^
      Maybe a quote inside a text must be doubled ("").
      """
    ),
    (
      "a,b\n1,5\" wide\n",
      """
      t.csv:2:4: error: a quote stands inside a cell that does not begin with one
        1,5" wide
           ^
      Maybe the whole cell needs quotes and its inner ones must be doubled ("").
      """
    ),
    (
      "a,b\n1, \"2\"\n",
      """
      t.csv:2:4: error: a quote stands inside a cell that does not begin with one
        1, "2"
           ^
      Maybe the whole cell needs quotes and its inner ones must be doubled ("").
      """
    ),
    (
      "a,b\n1,2\n1\n",
      """
      t.csv:3:1: error: the row has 1 cell, the header has 2
        1
        ^
      Maybe the line was cut, or a title stands above the header.
      """
    ),
    (
      "a,b\n1,2,3\n",
      """
      t.csv:2:5: error: the row has 3 cells, the header has 2
        1,2,3
            ^
      Maybe a text or number holds the delimiter and needs quotes.
      """
    ),
    (
      "a,b,\n1,2,\n",
      """
      t.csv:1:5: error: column 3 has no name
        a,b,
            ^
      Maybe every line ends with a delimiter, or a title stands above the header.
      """
    ),
    (
      "a,b,a\n1,2,3\n",
      """
      t.csv:1:5: error: two columns are named "a"
        a,b,a
            ^
      Maybe two exports were pasted side by side: rename one of them.
      """
    ),
    (
      "a,b\n1,x\0y\n",
      """
      t.csv:2:4: error: a NUL byte stands in the text
        1,x\\u{0}y
           ^
      Maybe the file is UTF-16 or not a text: save it as "CSV UTF-8".
      """
    ),
    (
      "a,b;c\n1,2;3\n",
      """
      t.csv: error: both "," and ";" could stand between the cells
      Maybe --delimiter can settle it.
      """
    ),
  ]

  @Test("Every refusal is a letter with place, line, caret and hint", arguments: cases.indices)
  func letters(index: Int) {
    let (text, letter) = Self.cases[index]
    #expect(TableText.letter(text) == letter)
  }

  @Test("Every refusal is the same for a buffer that has to grow", arguments: cases.indices)
  func lettersSmallBuffer(index: Int) {
    let (text, letter) = Self.cases[index]
    if text.contains(";") { return }
    let format = TableFormat(delimiter: UInt8(ascii: ","))
    var sliding = Array(text.utf8)
    if text.hasPrefix("a,b\n1") && letter.contains("t.csv:2") {
      // Rows before the bad one push it over the edge of the window.
      sliding = Array("a,b\n".utf8) + sliding.dropFirst(4)
    }
    do {
      _ = try TableText.read(sliding, format: format, chunk: 3, buffer: 64)
      Issue.record("was read")
    } catch let error as TableError {
      #expect(error.rendered(file: "t.csv") == letter)
    } catch { Issue.record("\(error)") }
  }

  @Test("Bytes that are not UTF-8 are refused with their place in the file")
  func encodings() {
    let latin = Array("a,b\nM".utf8) + [0xFC] + Array("ller,2\n".utf8)
    #expect(
      TableText.letter(latin)
        == """
        t.csv:2:2: error: the bytes here are not UTF-8 (byte 5)
          M�ller,2
           ^
        Maybe the file is Windows-1252 or Latin-1: save it as "CSV UTF-8".
        """)
    let cut = Array("a,b\n1,".utf8) + [0xE2, 0x82]
    #expect(TableText.letter(cut)?.hasPrefix("t.csv:2:3: error: the bytes here") == true)
    let quoted = Array("a,b\n\"x".utf8) + [0xED, 0xA0, 0x80] + Array("\",2\n".utf8)
    #expect(TableText.letter(quoted)?.contains("(byte 6)") == true)
  }

  @Test("UTF-16 is named, whichever way round")
  func utf16() {
    let letter = """
      t.csv:1:1: error: the file is UTF-16, expected UTF-8
      Maybe it was saved as "Unicode text": save it as "CSV UTF-8".
      """
    #expect(TableText.letter([0xFF, 0xFE, 0x61, 0x00]) == letter)
    #expect(TableText.letter([0xFE, 0xFF, 0x00, 0x61]) == letter)
    #expect(TableText.letter([0x61, 0x00, 0x2C, 0x00])?.contains("UTF-16") == true)
  }

  @Test("Limits on cells, columns and rows end the reading before memory does")
  func limits() {
    var format = TableFormat(delimiter: UInt8(ascii: ","), maximumCellBytes: 100)
    let long = String(repeating: "x", count: 101)
    #expect(
      TableText.letter("a,b\n1,\(long)\n", format: format)?.contains(
        "2:3: error: the cell is longer than 100 bytes") == true)
    #expect(
      TableText.letter("a,b\n1,\"\(long)\"\n", format: format)?.contains("longer than 100 bytes")
        == true)
    #expect(TableText.letter("a,b\n1,\"\(long.dropLast())\"\n", format: format) == nil)
    #expect(TableText.letter("a,b\n1,\(long.dropLast())\n", format: format) == nil)
    format = TableFormat(delimiter: UInt8(ascii: ","), maximumColumns: 3)
    #expect(TableText.letter("a,b,c,d\n", format: format)?.contains("more than 3 cells") == true)
    format = TableFormat(delimiter: UInt8(ascii: ","), maximumRowBytes: 200, bufferBytes: 64)
    let row = String(repeating: "12345,", count: 100)
    let letter = TableText.letterSmall("a,b\n\(row)\n", format: format)
    #expect(letter?.contains("the row is longer than 200 bytes") == true)
  }

  @Test("An endless quote stops at the limit, not at the end of the file")
  func endlessQuote() {
    var served = 0
    let source = ByteChunks {
      served += 1
      return served == 1 ? Array("a,b\n1,\"".utf8) : Array(repeating: 0x78, count: 65_536)
    }
    do {
      var table = try TableReader.open(source)
      while try table.next() {}
      Issue.record("was read")
    } catch let error as TableError {
      #expect(error.code == .tooLong)
      #expect(error.line == 2)
    } catch { Issue.record("\(error)") }
    #expect(served < 64)
  }

  @Test("Column and line of a cell behind quotes, line ends and wide characters")
  func places() throws {
    var table = try TableReader.open(ByteChunks("a,b,c\n\"é\n日本\",x,y\n"))
    _ = try table.next()
    let error = table.failure(2, expected: "a number", hint: "Maybe not.")
    #expect(error.line == 3)
    #expect(error.column == 7)
    #expect(error.field == "c")
    #expect(error.text == "y")
    #expect(error.byteOffset == 20)
    #expect(
      error.rendered(file: "t.csv") == """
        t.csv:3:7: error: c is "y", expected a number
          日本",x,y
                ^
        Maybe not.
        """)
    #expect(table.failure(0, expected: "z", hint: "").line == 2)
  }
}

extension TableText {
  /// The letter with the buffer the format asks for.
  static func letterSmall(_ text: String, format: TableFormat) -> String? {
    do {
      var table = try TableReader.open(ByteChunks(text), format: format)
      while try table.next() {}
      return nil
    } catch let error as TableError {
      return error.rendered(file: "t.csv")
    } catch { return "\(error)" }
  }
}
