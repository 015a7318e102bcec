import Tables
import Testing

@Suite("Writing a table")
struct TableWriterTests {
  private func text(_ writer: TableWriter) -> String {
    String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("Cells are quoted when they must be and not otherwise")
  func quoting() throws {
    var table = TableWriter(columns: ["queue", "offered", "note"])
    table.text("billing, US")
    try table.number(12.5, decimals: 2)
    table.text("say \"no\"")
    table.endRow()
    table.text(" x")
    table.empty()
    table.text("")
    table.endRow()
    table.text("a\nb")
    table.integer(-3)
    table.endRow()
    table.text("#1")
    table.endRow()
    #expect(
      text(table) == """
        queue,offered,note
        "billing, US",12.5,"say ""no\"""
        " x",,""
        "a
        b",-3,
        "#1",,

        """)
    #expect(table.rowCount == 4)
  }

  @Test("The European style writes what Excel opens, and its format reads it")
  func europe() throws {
    var style = TableStyle.excelEurope
    style.neutralizesFormulas = false
    var table = TableWriter(columns: ["a", "b"], style: style)
    table.text("x;y")
    try table.number(1234.5, decimals: 2)
    table.endRow()
    #expect(self.text(table) == "\u{FEFF}a;b\r\n\"x;y\";1234,5\r\n")
    var reader = try TableReader.open(ByteChunks(table.bytes), format: style.format)
    _ = try reader.next()
    let (text, number) = (reader.text(0), try reader.number(1))
    #expect(text == "x;y")
    #expect(number == 1234.5)
  }

  @Test("A decimal comma between commas is quoted")
  func commaInComma() throws {
    var table = TableWriter(columns: ["a", "b"], style: TableStyle(decimalSign: .comma))
    try table.number(1.5, decimals: 1)
    try table.number(2, decimals: 1)
    table.endRow()
    #expect(text(table) == "a,b\n\"1,5\",2\n")
  }

  @Test("A number that is not finite is refused with row and column")
  func notFinite() {
    var table = TableWriter(columns: ["a", "b"])
    table.text("x")
    do {
      try table.number(.nan, decimals: 2)
      Issue.record("was written")
    } catch {
      #expect(error.message == "b of row 1 would be nan, expected a finite number")
      #expect(error.hint.hasPrefix("Maybe"))
    }
  }

  @Test("Taking the bytes lets a long table leave in parts")
  func parts() {
    var table = TableWriter(columns: ["a"])
    var whole = table.takeBytes()
    #expect(table.bytes.isEmpty)
    for index in 0..<3 {
      table.integer(index)
      table.endRow()
      whole += table.takeBytes()
    }
    #expect(String(decoding: whole, as: UTF8.self) == "a\n0\n1\n2\n")
  }

  @Test("Formulas are neutralized in text when asked, never in numbers")
  func formulas() throws {
    var table = TableWriter(columns: ["a", "b"], style: TableStyle(neutralizesFormulas: true))
    table.text("=1+1")
    try table.number(-5, decimals: 0)
    table.endRow()
    #expect(text(table) == "a,b\n'=1+1,-5\n")
    var plain = TableWriter(columns: ["a"])
    plain.text("=1+1")
    #expect(text(plain) == "a\n=1+1")
  }

  @Test("Any texts written are the texts read, in every style and through any buffer")
  func roundTrip() throws {
    var random = SplitMix(state: 3)
    let pieces = [
      "a", "\"", "\n", "\r", "\r\n", ",", ";", "\t", "|", " ", "#", "é", "🙂", "'", "=", "0",
      "sep=;",
    ]
    for _ in 0..<3_000 {
      let delimiter = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
      let style = TableStyle(
        delimiter: delimiter.utf8.first ?? 0x2C, usesCarriageReturn: Bool.random(using: &random),
        hasByteOrderMark: Bool.random(using: &random))
      let width = Int.random(in: 1...4, using: &random)
      let columns = (0..<width).map { "c\($0)" }
      var rows: [[String]] = []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        rows.append(
          columns.map { _ in
            (0..<Int.random(in: 0...5, using: &random)).map { _ in
              pieces.randomElement(using: &random) ?? ""
            }.joined()
          })
      }
      var writer = TableWriter(columns: columns, style: style)
      for row in rows {
        for cell in row { writer.text(cell) }
        writer.endRow()
      }
      let read = try TableText.read(
        writer.bytes, format: style.format, chunk: Int.random(in: 1...40, using: &random),
        buffer: 64)
      #expect(read == TableText(columns: columns, rows: rows))
      if read.rows != rows { return }
    }
  }
}
