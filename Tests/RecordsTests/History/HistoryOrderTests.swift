import ContactCenter
import Records
import Testing

@Suite("Order and duplicates of a history")
struct HistoryOrderTests {
  private func history(_ rows: [(String, Int)]) -> String {
    "timestamp,queue,channel,offered\n"
      + rows.map { "2026-03-09T\($0.0)Z,a,voice,\($0.1)\n" }.joined()
  }

  @Test("Rows out of order are sorted and told once with their number")
  func unsorted() throws {
    let reading = try read(
      HistoryRecord.self,
      history([("10:45", 4), ("10:00", 1), ("10:30", 3), ("10:15", 2), ("11:00", 5)]))
    #expect(reading.value.queues[0].offered == [1, 2, 3, 4, 5])
    #expect(reading.findings.map(\.code) == ["history.unsorted"])
    #expect(reading.findings[0].message.contains("stands after a later row"))
  }

  @Test("Files in order of time with queues side by side are sorted already")
  func interleaved() throws {
    var text = "timestamp,queue,channel,offered\n"
    for time in ["10:00", "10:15"] {
      for queue in ["b", "a"] { text += "2026-03-09T\(time)Z,\(queue),voice,1\n" }
    }
    #expect(try read(HistoryRecord.self, text).findings.isEmpty)
  }

  @Test("Equal duplicates are read once and counted")
  func equal() throws {
    let reading = try read(
      HistoryRecord.self, history([("10:00", 1), ("10:15", 2), ("10:00", 1), ("10:15", 2)]))
    #expect(reading.value.queues[0].offered == [1, 2])
    #expect(reading.findings.map(\.code) == ["history.duplicate-interval"])
    #expect(reading.findings[0].place == "history.csv:4")
    #expect(
      reading.findings[0].message == "a at 2026-03-09T10:00:00+00:00 stands twice with the same"
        + " values; read once (first of 2)")
  }

  @Test("Duplicates that contradict each other are refused with both lines")
  func conflicting() {
    #expect(
      letter(HistoryRecord.self, history([("10:00", 1), ("10:15", 2), ("10:00", 3)])) == """
        history.csv:4: error: a at 2026-03-09T10:00:00+00:00 stands twice with different values, first on line 2
        Maybe two exports overlap, or the repeated hour needs its offset.
        """)
  }
}
