import Tables
import Testing

@Suite("Reading a table")
struct TableReaderTests {
  /// What RFC 4180 and the files people have ask of a reader: name, bytes, columns, rows.
  static let cases: [(name: String, text: String, columns: [String], rows: [[String]])] = [
    ("plain", "a,b\n1,2\n3,4\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    ("no line end at the end", "a,b\n1,2", ["a", "b"], [["1", "2"]]),
    ("CRLF", "a,b\r\n1,2\r\n", ["a", "b"], [["1", "2"]]),
    ("CR only", "a,b\r1,2\r3,4\r", ["a", "b"], [["1", "2"], ["3", "4"]]),
    (
      "mixed line ends", "a,b\n1,2\r\n3,4\r5,6", ["a", "b"],
      [["1", "2"], ["3", "4"], ["5", "6"]]
    ),
    ("comma in quotes", "a,b\n\"1,5\",2\n", ["a", "b"], [["1,5", "2"]]),
    (
      "doubled quotes", "a,b\n\"she said \"\"no\"\"\",2\n", ["a", "b"], [["she said \"no\"", "2"]]
    ),
    ("only a quote", "a,b\n\"\"\"\",2\n", ["a", "b"], [["\"", "2"]]),
    ("line end in quotes", "a,b\n\"1\n2\",3\n", ["a", "b"], [["1\n2", "3"]]),
    ("CRLF in quotes", "a,b\n\"1\r\n2\",3\n", ["a", "b"], [["1\r\n2", "3"]]),
    ("empty cells", "a,b,c\n,,3\n1,,\n", ["a", "b", "c"], [["", "", "3"], ["1", "", ""]]),
    ("empty in quotes", "a,b\n\"\",\"\"\n", ["a", "b"], [["", ""]]),
    ("quoted header", "\"a b\",\"c\"\"d\"\n1,2\n", ["a b", "c\"d"], [["1", "2"]]),
    ("header only", "a,b\n", ["a", "b"], []),
    ("header without line end", "a,b", ["a", "b"], []),
    ("byte order mark", "\u{FEFF}a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    ("mark before a quoted header", "\u{FEFF}\"a\",b\n1,2\n", ["a", "b"], [["1", "2"]]),
    ("blank lines", "\n\na,b\n\n1,2\n\r\n\n3,4\n\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    ("rows of delimiters", "a,b\n1,2\n,\n,\n", ["a", "b"], [["1", "2"]]),
    ("outer blanks", "a, b\n 1 ,\t2\t\n\" 3 \",4\n", ["a", "b"], [["1", "2"], [" 3 ", "4"]]),
    ("one column", "a\n1\n\"\"\n2\n", ["a"], [["1"], [""], ["2"]]),
    ("semicolons", "a;b\n1,5;2\n", ["a", "b"], [["1,5", "2"]]),
    ("tabs", "a\tb\n1\t2, 3\n", ["a", "b"], [["1", "2, 3"]]),
    ("bars", "a|b\n1|2\n", ["a", "b"], [["1", "2"]]),
    ("Excel's separator line", "sep=;\r\na;b\r\n1;2\r\n", ["a", "b"], [["1", "2"]]),
    (
      "all of UTF-8", "a,b\né,日本\n🙂,\u{10FFFF}\n", ["a", "b"], [["é", "日本"], ["🙂", "\u{10FFFF}"]]
    ),
    ("a number sign is no comment", "a,b\n#1,2\n", ["a", "b"], [["#1", "2"]]),
  ]

  @Test("Every form of a table is read", arguments: cases.indices)
  func reads(index: Int) throws {
    let (_, text, columns, rows) = Self.cases[index]
    #expect(try TableText.read(text) == TableText(columns: columns, rows: rows))
  }

  @Test("The size of chunks and buffer changes nothing", arguments: [1, 2, 3, 7, 64, 1000])
  func chunks(size: Int) throws {
    for (name, text, columns, rows) in Self.cases where name != "semicolons" {
      // The sniffer sees the first bytes only, so a delimiter that must be guessed needs a line of them.
      var format = TableFormat()
      format.delimiter = try TableReader.open(ByteChunks(text)).dialect.delimiter
      let read = try TableText.read(Array(text.utf8), format: format, chunk: size, buffer: size)
      #expect(read == TableText(columns: columns, rows: rows), "\(name)")
    }
  }

  @Test("A file of nothing but CR at every edge of the buffer keeps its line numbers")
  func carriageReturnAtEdge() throws {
    for pad in 0..<140 {
      let text = "a,b\r\n" + String(repeating: "x", count: pad) + ",1\r\n2,3,4\r\n"
      let letter = TableText.letter(
        text, format: TableFormat(delimiter: UInt8(ascii: ","), bufferBytes: 64))
      #expect(letter?.hasPrefix("t.csv:3:5: error: the row has 3 cells") == true, "pad \(pad)")
    }
  }

  @Test("Comments are passed over by option, and only whole lines")
  func comments() throws {
    let format = TableFormat(allowsComments: true)
    let text = "# made by hand; really\na,b\n# more, \"words\n1,#2\n"
    #expect(
      try TableText.read(text, format: format)
        == TableText(columns: ["a", "b"], rows: [["1", "#2"]]))
  }

  @Test("A file without a header takes its column names from the caller")
  func headerless() throws {
    let format = TableFormat(columns: ["queue", "offered"])
    #expect(
      try TableText.read("billing,12\n", format: format)
        == TableText(columns: ["queue", "offered"], rows: [["billing", "12"]]))
  }

  @Test("The dialect is reported")
  func dialect() throws {
    let table = try TableReader.open(ByteChunks("\u{FEFF}a;b\n1;2\n"))
    #expect(table.dialect.delimiterName == "semicolon")
    #expect(table.dialect.isDelimiterSniffed)
    #expect(table.dialect.hasByteOrderMark)
    #expect(table.dialect.decimalSign == .point)
    let given = try TableReader.open(
      ByteChunks("a;b\n1;2\n"), format: TableFormat(delimiter: UInt8(ascii: ",")))
    #expect(!given.dialect.isDelimiterSniffed)
    #expect(given.columns == ["a;b"])
  }

  @Test("Rows and blank lines are counted, and the line of a row is known")
  func counts() throws {
    var table = try TableReader.open(ByteChunks("a,b\n\n\"1\n\n2\",3\n,\n4,5\n"))
    var lines: [Int] = []
    while try table.next() { lines.append(table.line) }
    #expect(lines == [3, 7])
    let (rows, blanks) = (table.rowCount, table.blankRowCount)
    #expect(rows == 2)
    #expect(blanks == 2)
  }

  @Test("An empty cell differs from an empty text in quotes")
  func emptiness() throws {
    var table = try TableReader.open(ByteChunks("a,b,c\n,\"\",x\n"))
    _ = try table.next()
    let empty = [table.isEmpty(0), table.isEmpty(1), table.isEmpty(2)]
    #expect(empty == [true, false, false])
    // But neither is a number.
    let numbers = [try table.optionalNumber(0), try table.optionalNumber(1)]
    #expect(numbers == [nil, nil])
    #expect(throws: TableError.self) { try table.optionalNumber(2) }
  }

  @Test("What the source throws passes through untouched")
  func sourceFails() {
    struct Broken: Error {}
    var calls = 0
    let source = ByteChunks {
      calls += 1
      if calls == 1 { return Array("a,b\n1,2\n".utf8) }
      throw Broken()
    }
    #expect(throws: Broken.self) { _ = try TableReader.open(source) }
  }
}
