import ContactCenter
import Records
import Testing

@Suite("Findings about a history")
struct HistoryFindingsTests {
  private func findings(_ columns: String, _ rows: [String]) throws -> [Finding] {
    let text =
      "timestamp,queue,channel,offered\(columns)\n" + rows.map { "2026-03-09T\($0)\n" }.joined()
    return try read(HistoryRecord.self, text).findings
  }

  @Test("Missing intervals are counted, with the first, and stay missing")
  func missing() throws {
    let told = try findings(
      "",
      [
        "10:00Z,a,voice,1", "10:15Z,a,voice,1", "11:00Z,a,voice,1", "10:00Z,b,voice,1",
        "10:30Z,b,voice,1",
      ])
    #expect(told.map(\.code) == ["history.missing-intervals"])
    #expect(
      told[0].message == "3 intervals of 2 queues between first and last row are absent,"
        + " first a at 2026-03-09T10:30:00+00:00")
    #expect(told[0].severity == .note)
  }

  @Test("Answered contacts without handle time are told with their number and first place")
  func handleTimeGap() throws {
    let told = try findings(
      ",answered,handle_seconds",
      [
        "10:00Z,a,voice,5,5,900", "10:15Z,a,voice,5,5,0", "10:30Z,a,voice,0,0,0",
        "10:45Z,a,voice,5,4,0",
      ])
    #expect(told.map(\.code) == ["history.handle-time-gap"])
    #expect(told[0].place == "history.csv:3")
    #expect(told[0].message.hasSuffix("(first of 2)"))
    #expect(told[0].severity == .warning)
  }

  @Test("Counts that do not fit each other are told")
  func counts() throws {
    let told = try findings(
      ",answered,abandoned,answered_in_threshold",
      ["10:00Z,a,voice,5,4,1,4", "10:15Z,a,voice,5,5,1,2", "10:30Z,a,voice,5,3,1,4"])
    #expect(told.map(\.code) == ["history.more-than-offered", "history.threshold-count"])
    #expect(told.map(\.place) == ["history.csv:3", "history.csv:4"])
  }

  @Test("Blank lines are counted")
  func blank() throws {
    let told = try findings("", ["10:00Z,a,voice,1\n\n,,,"])
    #expect(told.map(\.message) == ["2 blank lines were passed over"])
  }
}
