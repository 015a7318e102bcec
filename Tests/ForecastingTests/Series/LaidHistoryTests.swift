import ContactCenter
import Testing

@testable import Forecasting

@Suite("Laid history")
struct LaidHistoryTests {
  private func laid(_ history: DemandHistory, zone: ZoneRules = .utc) throws -> LaidHistory {
    try #require(
      try LaidHistory(
        history.queues[0], length: history.length, grid: SampleHistory.grid(zone), before: nil))
  }

  @Test("Absent rows are holes where zeros are written out")
  func holes() throws {
    let history = SampleHistory.hourly(days: 14) { date, hour in
      hour == 5 ? nil : hour < 3 ? 0 : 2
    }
    var laid = try laid(history)
    #expect(laid.restoreOmittedZeros(open: laid.inferredWeek()) == 0)
    #expect(laid.counts[5].isNaN)
    #expect(!laid.inferredWeek()[0][5])
  }

  @Test("Absent rows of a small queue without a single zero are zeros")
  func omittedZeros() throws {
    let history = SampleHistory.hourly(days: 28) { date, hour in
      SampleHistory.noise(date.daysSinceEpoch, hour) < 0.5 ? nil : 1
    }
    var laid = try laid(history)
    #expect(laid.restoreOmittedZeros(open: laid.inferredWeek()) > 200)
    let inside = laid.counts.filter { !$0.isNaN }
    let mean = inside.reduce(0, +) / Double(inside.count)
    // Half of the coins, over the 15 in 16 slots that fell at least once in four weeks: 0.533, standard error 2 %.
    #expect(abs(mean - 0.533) < 0.08)
  }

  @Test("Absent rows of a busy queue stay holes")
  func busy() throws {
    let history = SampleHistory.hourly(days: 28) { date, hour in
      SampleHistory.noise(date.daysSinceEpoch, hour) < 0.1 ? nil : 50
    }
    var laid = try laid(history)
    #expect(laid.restoreOmittedZeros(open: laid.inferredWeek()) == 0)
  }

  @Test("The halves of a repeated hour are averaged and a skipped hour is a hole")
  func daylightSaving() throws {
    let zone = ZoneRules(
      identifier: "Test",
      transitions: [
        Instant(secondsSinceEpoch: 1_711_846_800), Instant(secondsSinceEpoch: 1_729_990_800),
      ], offsets: [3600, 7200, 3600])
    let day = CivilDate(daysSinceEpoch: 19_723 + 300)
    #expect(day.text == "2024-10-27")
    var count = 0.0
    let autumn = SampleHistory.hourly(days: 1, from: day, zone: zone) { _, _ in
      count += 1
      return count
    }
    // Rows 1…25; the third and fourth are 02:00 twice.
    let counts = try laid(autumn, zone: zone).counts
    #expect(counts[2] == 3.5 && counts[3] == 5 && counts[23] == 25)
    let spring = SampleHistory.hourly(
      days: 1, from: CivilDate(daysSinceEpoch: 19_723 + 90), zone: zone
    ) { _, _ in 1 }
    #expect(try laid(spring, zone: zone).counts[2].isNaN)
  }

  @Test("A weekday that a history under two weeks does not hold is taken to be open")
  func unseenWeekday() throws {
    let short = SampleHistory.hourly(days: 3) { _, hour in hour == 9 ? 5 : 0 }
    #expect(try laid(short).inferredWeek().allSatisfy { $0[9] && !$0[8] })
    let long = SampleHistory.hourly(days: 21) { date, hour in
      date.weekday < .saturday && hour == 9 ? 5 : 0
    }
    #expect(try !laid(long).inferredWeek()[5][9])
  }

  @Test("A span that no center has is an error")
  func span() {
    let history = QueueHistory(
      queue: "old", channel: "voice",
      starts: [Instant(secondsSinceEpoch: -62_000_000_000), Instant(secondsSinceEpoch: 0)],
      offered: [1, 1])
    #expect(throws: ForecastingError.span(queue: "old", days: 717_594)) {
      try LaidHistory(
        history, length: .sixtyMinutes, grid: SampleHistory.grid(), before: nil)
    }
  }
}
