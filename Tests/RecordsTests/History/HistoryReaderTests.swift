import ContactCenter
import Records
import Testing

@Suite("Reading a history")
struct HistoryReaderTests {
  private func history(_ rows: [String], columns: String = "") -> String {
    "timestamp,queue,channel,offered\(columns)\n" + rows.map { $0 + "\n" }.joined()
  }

  private func row(_ time: String, _ queue: String = "a", _ rest: String) -> String {
    "2026-03-09T\(time)Z,\(queue),voice,\(rest)"
  }

  @Test("Rows of several queues become columns, empty cells nil")
  func columns() throws {
    let value = try read(
      HistoryRecord.self,
      history(
        [
          row("10:00", "b", "3,2,"), row("10:00", "a", "1,,"), row("10:15", "b", "4,4,"),
          row("10:15", "a", "2,,"),
        ], columns: ",answered,backlog")
    ).value
    #expect(value.queues.map(\.queue) == ["a", "b"])
    #expect(value.queues[0].offered == [1, 2])
    #expect(value.queues[0].measures.isEmpty)
    #expect(value.queues[1].measures == [.answered: [2, 4]])
    #expect(value.length == .fifteenMinutes)
  }

  @Test("A negative volume is refused")
  func negative() {
    #expect(
      letter(HistoryRecord.self, history([row("10:00", "a", "-3")])) == """
        history.csv:2:27: error: offered is "-3", expected a number of 0 or more
          2026-03-09T10:00Z,a,voice,-3
                                    ^
        Maybe corrections were booked as negative rows: export the corrected totals.
        """)
  }

  @Test("A queue with two channels is refused, because one line waits in one way")
  func channels() {
    let text = history([row("10:00", "a", "1"), "2026-03-09T10:15Z,a,chat,2"])
    #expect(
      letter(HistoryRecord.self, text) == """
        history.csv:3:21: error: channel is "chat", expected voice, the channel of a in the rows before
          2026-03-09T10:15Z,a,chat,2
                              ^
        Maybe the queue takes several channels: give each its own name, such as a-chat.
        """)
  }

  @Test("A row that fails in its first cells leaves the queues in step")
  func badFirstRows() throws {
    let text = history([
      "2026-03-09T10:00Z,a,,1", ",b,voice,1", "2026-03-09T10:00Z,c,voice,x", row("10:00", "d", "1"),
    ])
    let problems = try #require(letter(HistoryRecord.self, text))
    #expect(problems.contains("history.csv:2:21: error: channel is empty, expected a text"))
    #expect(problems.contains("history.csv:3:1: error: timestamp is empty"))
    #expect(problems.contains("history.csv:4:27: error: offered is \"x\""))
    #expect(problems.hasSuffix("3 errors; it was not read as a record of history"))
  }

  @Test("A header without rows is told apart from an empty file")
  func empty() {
    #expect(
      letter(HistoryRecord.self, history([])) == """
        history.csv: error: the file has a header and no rows
        Maybe the export found no data for its dates.
        """)
    #expect(letter(HistoryRecord.self, "")?.contains("the file is empty") == true)
  }

  @Test("Average handle times become totals over the contacts they were taken over")
  func averages() throws {
    func handle(_ columns: String, _ rest: String) throws -> Double? {
      let reading = try read(
        HistoryRecord.self, history([row("10:00", "a", rest)], columns: columns))
      #expect(reading.findings.map(\.code) == ["history.average-handle-time"])
      return reading.value.queues[0].measures[.handleSeconds]?[0]
    }
    #expect(try handle(",answered,aht_seconds", "10,8,300") == 2400)
    #expect(try handle(",abandoned,handle_seconds_mean", "10,1,300.5") == 2704.5)
    #expect(try handle(",AHT seconds", "10,300") == 3000)
  }

  @Test("Totals are taken as they are even where an average stands beside them")
  func totalsFirst() throws {
    let reading = try read(
      HistoryRecord.self,
      history([row("10:00", "a", "10,1234,300")], columns: ",handle_seconds,aht_seconds"))
    #expect(reading.value.queues[0].measures[.handleSeconds]?[0] == 1234)
    #expect(reading.findings.isEmpty)
  }
}
