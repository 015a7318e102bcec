import ContactCenter
import Testing

@Suite struct OutcomeTests {
  private static func row(
    _ period: OutcomeRow.Period, _ level: OutcomeRow.Level, _ name: String, at seconds: Int = 0
  ) -> OutcomeRow {
    OutcomeRow(
      period: period, start: Instant(secondsSinceEpoch: seconds), level: level, name: name)
  }

  @Test("Rows stand from the run down to intervals, then by level, name and start")
  func order() {
    let sorted = [
      Self.row(.run, .center, "center"), Self.row(.run, .channel, "voice"),
      Self.row(.run, .queue, "a"), Self.row(.run, .queue, "b"), Self.row(.run, .group, "g"),
      Self.row(.run, .agent, "amy"), Self.row(.week, .queue, "a"), Self.row(.day, .queue, "a"),
      Self.row(.day, .queue, "a", at: 86_400), Self.row(.day, .queue, "b"),
      Self.row(.interval, .queue, "a"),
    ]
    var stream: UInt64 = 1
    for _ in 0..<20 {
      var shuffled = sorted
      for index in shuffled.indices.dropFirst() {
        stream = stream &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        shuffled.swapAt(index, Int(stream >> 33) % (index + 1))
      }
      #expect(Outcome(rows: shuffled).rows == sorted)
    }
  }

  @Test("Rows with one key keep the order they were given in")
  func stable() {
    let rows = (0..<10).map { number in
      var row = Self.row(.run, .queue, "a")
      row.offered = Double(number)
      return row
    }
    #expect(Outcome(rows: rows).rows == rows)
  }

  @Test("Contacts, seconds, shares and money are rounded to the record's decimals")
  func rounding() {
    var row = Self.row(.run, .queue, "a")
    row.blocked = 1.0 / 3
    row.waitP90Seconds = 1.0 / 3
    row.abandonmentError = 1.0 / 3
    row.cost = 1.0 / 3
    row.sessions = 1.0 / 3
    let rounded = Outcome(rows: [row]).rounded().rows[0]
    #expect(rounded.blocked == 0.3333)
    #expect(rounded.waitP90Seconds == 0.333)
    #expect(rounded.abandonmentError == 0.333333)
    #expect(rounded.cost == 0.33)
    #expect(rounded.sessions == 0.3333)
    #expect(rounded.backlog == nil)
  }
}
