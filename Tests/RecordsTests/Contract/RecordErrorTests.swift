import ContactCenter
import Records
import Tables
import Testing

@Suite("Refusing a record")
struct RecordErrorTests {
  @Test("The first twenty problems are shown, the rest counted by kind, the verdict last")
  func many() throws {
    var text = "name,date,value\n"
    for row in 0..<25 { text += "x,2026-01-\(row < 9 ? "0" : "")\(row + 1),none\n" }
    let lines = try #require(letter(RegressorsRecord.self, text)).split(separator: "\n")
    #expect(lines.count { $0.contains(": error: ") } == 20)
    #expect(lines[0] == "regressors.csv:2:14: error: value is \"none\", expected a number")
    #expect(lines[lines.count - 2] == "… 5 more (value 25)")
    #expect(
      lines.last == "regressors.csv: 25 errors; it was not read as a record of regressors")
  }

  @Test("One problem is one letter")
  func one() {
    #expect(
      letter(RegressorsRecord.self, "name,date,value\nx,2026-02-30,1\n") == """
        regressors.csv:2:3: error: date is "2026-02-30", expected a date such as 2026-03-09 between 1990 and 2099
          x,2026-02-30,1
            ^
        Maybe there is no such day.
        """)
  }

  @Test("Reading goes on after a bad cell but ends at a broken table")
  func broken() throws {
    let text = "name,date,value\nx,2026-01-01,a\nx,2026-01-02,\"1\n"
    do {
      _ = try read(RegressorsRecord.self, text)
      Issue.record("was read")
    } catch let error as RecordError {
      #expect(error.problems.map(\.code) == [.value, .unclosedQuote])
      #expect(error.count == 2)
      #expect(error.counts == [.value: 1, .unclosedQuote: 1])
    }
  }

  @Test("Numbers beyond reason are refused before anyone counts with them")
  func numbers() {
    for cell in ["-1", "1e13", "1e300", "9e999", "2.5"] {
      let text = "timestamp,group,agents\n2026-01-01T00:00Z,a,\(cell)\n"
      #expect(letter(GroupRequirementRecord.self, text)?.contains("Maybe") == true, "\(cell)")
    }
    let volume = "timestamp,queue,channel,offered\n2026-01-01T00:00Z,a,voice,"
    for cell in ["-1", "1e13", "nan", "inf", ""] {
      #expect(letter(HistoryRecord.self, volume + cell + "\n") != nil, "\(cell)")
    }
    #expect(letter(HistoryRecord.self, volume + "-0\n") == nil)
  }
}
