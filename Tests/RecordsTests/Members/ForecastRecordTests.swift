import ContactCenter
import Records
import Testing

@Suite("The forecast record")
struct ForecastRecordTests {
  private let header =
    "timestamp,queue,channel,offered," + QuantileLevels.columns.joined(separator: ",")

  private func refusal(_ rows: String) -> String? {
    letter(ForecastRecord.self, header + "\n" + rows)
  }

  @Test("Quantiles are all there or none, and never fall")
  func quantiles() throws {
    let start = "2026-03-09T10:00Z,a,voice,5,"
    #expect(refusal(start + "1,2,3,4,5,6,7,8,9,10,11\n") == nil)
    #expect(refusal(start + ",,,,,,,,,,\n") == nil)
    #expect(
      refusal(start + "1,2,3,4,5,6,7,8,9,10,\n")?.contains("p97.5 is empty, expected a number")
        == true)
    #expect(
      refusal(start + ",2,3,4,5,6,7,8,9,10,11\n")?.contains("p10 is \"2\", expected nothing")
        == true)
    #expect(
      refusal(start + "1,2,3,4,5,4.5,7,8,9,10,11\n")?.contains(
        "p50 is \"4.5\", expected at least 5.0, the quantile before it") == true)
  }

  @Test("Rows that stand twice are told or refused")
  func duplicates() throws {
    let row = "2026-03-09T10:00Z,a,voice,5,,,,,,,,,,,\n"
    let reading = try read(ForecastRecord.self, header + "\n" + row + row)
    #expect(reading.value.queues[0].intervals.count == 1)
    #expect(reading.findings.map(\.code) == ["forecast.duplicate-row"])
    #expect(
      refusal(row + "2026-03-09T10:00Z,a,voice,6,,,,,,,,,,,\n") == """
        forecast.csv:3: error: a at 2026-03-09T10:00:00+00:00 stands twice with different values, first on line 2
        Maybe two exports overlap: keep the later one.
        """)
  }

  @Test("A queue keeps its channel, and rows out of order are sorted")
  func series() throws {
    let rows = [
      "2026-03-09T10:30Z,a,voice,5", "2026-03-09T10:00Z,b,chat,5", "2026-03-09T10:00Z,a,voice,6",
    ]
    let text = "timestamp,queue,channel,offered\n" + rows.joined(separator: "\n")
    let reading = try read(ForecastRecord.self, text)
    #expect(reading.value.queues[0].intervals.map(\.offered) == [6, 5])
    #expect(reading.findings.map(\.code) == ["forecast.unsorted"])
    #expect(
      letter(ForecastRecord.self, text + "\n2026-03-09T11:00Z,a,chat,5") == """
        forecast.csv:5: error: the channel of a is chat here and voice elsewhere
        Maybe the queue takes several channels: give each its own name, such as a-chat.
        """)
  }
}
