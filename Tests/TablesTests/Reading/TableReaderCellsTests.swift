import Tables
import Testing

@Suite("Numbers in cells")
struct TableReaderCellsTests {
  private func letter(_ cell: String, format: TableFormat = TableFormat()) -> String? {
    do {
      var table = try TableReader.open(
        ByteChunks("queue\toffered\nbilling\t\(cell)\n"), format: format)
      _ = try table.next()
      _ = try table.number(1)
      return nil
    } catch let error as TableError {
      return error.rendered(file: "history.csv")
    } catch { return "\(error)" }
  }

  @Test("A number with separators gets the letter of the design")
  func letterOfTheDesign() throws {
    var table = try TableReader.open(ByteChunks("queue,offered,n\nbilling,\"1.234,5\",7\n"))
    _ = try table.next()
    do {
      _ = try table.number(1)
      Issue.record("was read")
    } catch {
      #expect(
        error.rendered(file: "history.csv") == """
          history.csv:2:9: error: offered is "1.234,5", expected a number
            billing,"1.234,5",7
                    ^
          Maybe the file has decimal commas (--decimal-comma) and points between thousands: export it without the points.
          """)
    }
    let (number, integer) = (try table.number(2), try table.integer(2))
    #expect(number == 7)
    #expect(integer == 7)
  }

  /// Cells that are no numbers, and what their writers may have meant.
  static let hints: [(cell: String, hint: String)] = [
    ("", "Maybe the cell was left out: write 0 if it was nothing."),
    ("-", "Maybe it means that there is no value: leave the cell empty."),
    ("N/A", "Maybe it means that there is no value: leave the cell empty."),
    ("NaN", "Maybe it means that there is no value: leave the cell empty."),
    ("inf", "Maybe it means that there is no value: leave the cell empty."),
    ("many", "Maybe a cell is missing before it, or the columns are in another order."),
    ("=A1+1", "Maybe the spreadsheet saved the formula: save the values."),
    ("80%", "Maybe it is a share: write 80% as 0.8."),
    ("00:05:30", "Maybe it is a duration: write it in seconds."),
    ("0x10", "Maybe it is hexadecimal: write it in decimal digits."),
    ("+1", "Maybe the plus sign is one too many."),
    ("1,234.5", "Maybe it has separators between thousands: export it without them."),
    ("1,5", "Maybe the file has decimal commas (--decimal-comma), or a comma between thousands."),
    ("1 234", "Maybe it has separators between thousands: export it without them."),
    ("1\u{A0}234", "Maybe it has separators between thousands: export it without them."),
    ("1'234", "Maybe it has separators between thousands: export it without them."),
    ("$12", "Maybe it carries a currency or a unit: export the plain number."),
    ("12s", "Maybe a cell is missing before it, or it carries a unit."),
    ("1e400", "Maybe a cell is missing before it, or it carries a unit."),
    ("١٢", "Maybe a cell is missing before it, or the columns are in another order."),
  ]

  @Test("Whatever is no number is refused with a guess at what was meant", arguments: hints.indices)
  func hint(index: Int) throws {
    let (cell, hint) = Self.hints[index]
    let lines = try #require(letter(cell)).split(separator: "\n")
    #expect(lines.last.map(String.init) == hint)
    #expect(lines[0].contains("offered is "))
  }

  @Test("A decimal comma is read by option, and a point is then refused")
  func decimalComma() throws {
    let format = TableFormat(decimalSign: .comma)
    #expect(letter("1,5", format: format) == nil)
    #expect(
      letter("1.5", format: format)?.hasSuffix(
        "Maybe the file has decimal points: leave out --decimal-comma.") == true)
  }

  @Test(
    "One point and three decimals between semicolons is refused until someone says what it means")
  func ambiguousPoint() throws {
    func read(_ cell: String, _ sign: DecimalSign?) throws -> Double {
      var table = try TableReader.open(
        ByteChunks("a;b\n1;\(cell)\n"), format: TableFormat(decimalSign: sign))
      _ = try table.next()
      return try table.number(1)
    }
    #expect(throws: TableError.self) { try read("1.234", nil) }
    #expect(throws: TableError.self) { try read("-123.456", nil) }
    #expect(try read("1.234", .point) == 1.234)
    #expect(try read("0.234", nil) == 0.234)
    #expect(try read("1.23", nil) == 1.23)
    #expect(try read("1234.567", nil) == 1234.567)
  }

  @Test("A cell of two quotes is a text without letters, and no number")
  func blank() throws {
    var table = try TableReader.open(ByteChunks("a,b,c\n\"\",,0\n"))
    _ = try table.next()
    let empty = (0..<3).map { table.isEmpty($0) }
    let blank = (0..<3).map { table.isBlank($0) }
    let numbers = try (0..<3).map { try table.optionalNumber($0) }
    #expect(empty == [false, true, false])
    #expect(blank == [true, true, false])
    #expect(numbers == [nil, nil, 0])
  }
}
