import ContactCenter
import Records
import Testing

@Suite("Finding the columns")
struct ColumnBindingTests {
  private let row = "2026-03-09T10:00Z,billing,voice,26\n"

  @Test("Columns may stand in any order, with other capitals and blanks")
  func anyOrder() throws {
    let text = "Offered,CHANNEL,Queue,Time Stamp\n26,voice,billing,2026-03-09T10:00Z\n"
    let value = try read(HistoryRecord.self, text).value
    #expect(value[queue: "billing"]?.offered == [26])
  }

  @Test("A mapping names the file's column for the record's")
  func mapping() throws {
    let text = "Start,Skill,Media,Calls\n" + row
    let reading = try read(HistoryRecord.self, text) {
      $0.mapping = ["queue": "Skill", "channel": "Media", "offered": "Calls"]
    }
    #expect(reading.value[queue: "billing"]?.offered == [26])
    #expect(reading.columns.map(\.record) == ["timestamp", "queue", "channel", "offered"])
    #expect(reading.findings.isEmpty)
  }

  @Test("The names of other forecasting tools are understood, and a channel can be given")
  func aliases() throws {
    let text = "unique_id,ds,y\nbilling,2026-03-09 10:00:00,26\n"
    let reading = try read(HistoryRecord.self, text) { $0.constants = ["channel": "voice"] }
    #expect(reading.value[queue: "billing"]?.channel == "voice")
    #expect(reading.value[queue: "billing"]?.offered == [26])
  }

  @Test("A missing column names what was there and the nearest")
  func missing() {
    #expect(
      letter(HistoryRecord.self, "timestamp,queue,channel,calls offered\n" + row) == """
        history.csv:1: error: column offered is missing; the file has "timestamp", "queue", "channel", "calls offered"
        Maybe it is the column "calls offered": --map offered=calls offered
        """)
    #expect(
      letter(HistoryRecord.self, "timestamp,queue,channel,x\n" + row)?.hasSuffix(
        "Maybe it has another name: --map offered=NAME") == true)
    #expect(
      letter(HistoryRecord.self, row)?.contains(
        "Maybe the file has no header row, or a title stands above it.") == true)
  }

  @Test("A mapping to a column that is not there, or of one that does not exist, is refused")
  func badMapping() {
    let text = "timestamp,queue,channel,offered\n" + row
    #expect(
      letter(HistoryRecord.self, text) { $0.mapping = ["offered": "Offerd"] } == """
        history.csv:1: error: offered is mapped to the column "Offerd", which the file has not
        Maybe "offered" is meant.
        """)
    #expect(
      letter(HistoryRecord.self, text) { $0.mapping = ["offerd": "offered"] } == """
        history.csv: error: the record history has no column "offerd" to map to
        Maybe offered is meant.
        """)
  }

  @Test("Extra columns are told with the nearest known name")
  func extra() throws {
    let text =
      "timestamp,queue,channel,offered,abandonned,Weather\n2026-03-09T10:00Z,billing,voice,26,1,3\n"
    let findings = try read(HistoryRecord.self, text).findings
    #expect(findings.map(\.code) == ["history.extra-column", "history.extra-column"])
    #expect(findings[0].message == "the column \"abandonned\" is not read")
    #expect(findings[0].advice == "Maybe it is abandoned: --map abandoned=abandonned")
    #expect(findings[0].place == "history.csv:1")
    #expect(findings[1].advice == "")
  }
}
