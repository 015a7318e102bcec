import ContactCenter
import Forecasting
import Testing

@Suite("Demand forecaster")
struct DemandForecasterTests {
  private func office(_ date: CivilDate, _ hour: Int) -> Double {
    guard date.weekday < .saturday, (8..<18).contains(hour) else { return 0 }
    let wiggle = 0.95 + 0.1 * SampleHistory.noise(date.daysSinceEpoch, hour)
    return (200 * wiggle * (date.weekday == .monday ? 1.5 : 1)).rounded()
  }

  @Test("The default horizon begins the day after the last history and covers every interval")
  func horizon() throws {
    let history = SampleHistory.hourly(days: 91, offered: office)
    let result = try DemandForecaster.forecast(
      history, ForecastRequest(grid: SampleHistory.grid(), days: 14))
    let queue = try #require(result.forecast[queue: "sales"])
    #expect(queue.intervals.count == 14 * 24)
    let first = try #require(queue.intervals.first)
    #expect(first.start == Instant(secondsSinceEpoch: (19_723 + 91) * 86_400))
    #expect(result.failedQueues.isEmpty)
    #expect(result.models.map(\.model) == ["auto"])
  }

  @Test("Hours that a weekday never saw a contact stay closed; the rest is near what usually comes")
  func shape() throws {
    let history = SampleHistory.hourly(days: 91, offered: office)
    let result = try DemandForecaster.forecast(
      history, ForecastRequest(grid: SampleHistory.grid(), days: 7))
    let intervals = try #require(result.forecast.queues.first).intervals
    for (index, interval) in intervals.enumerated() {
      let day = index / 24
      let hour = index % 24
      if day > 4 || !(8..<18).contains(hour) {
        #expect(interval.offered == 0)
        #expect(interval.quantiles == [Double](repeating: 0, count: 11))
      } else {
        // Noise of ±5 % around the rule, averaged over weeks: 3 % of the rule is five deviations.
        let usual = day == 0 ? 300.0 : 200
        #expect(abs(interval.offered - usual) < 0.03 * usual, "day \(day) hour \(hour)")
        #expect(interval.quantiles == interval.quantiles.sorted())
      }
    }
  }

  @Test("A closed day is 0, a known factor multiplies, and both leave the rest alone")
  func calendar() throws {
    let history = SampleHistory.hourly(days: 91, offered: office)
    let first = SampleHistory.monday.advanced(by: 91)
    let calendar = BusinessCalendar([
      CalendarEntry(date: first.advanced(by: 1), name: "Move", kind: .closed),
      CalendarEntry(
        date: first.advanced(by: 2), name: "Mailing", kind: .event, startMinute: 600,
        endMinute: 720, expectedEffect: 1.5),
    ])
    let request = ForecastRequest(grid: SampleHistory.grid(), days: 4)
    var special = request
    special.calendar = calendar
    let plain = try #require(try DemandForecaster.forecast(history, request).forecast.queues.first)
    let changed = try #require(
      try DemandForecaster.forecast(history, special).forecast.queues.first)
    for index in plain.intervals.indices {
      let before = plain.intervals[index].offered
      let after = changed.intervals[index].offered
      switch (index / 24, index % 24) {
      case (1, _): #expect(after == 0)
      // Rounding to four decimals is all that may differ.
      case (2, 10..<12): #expect(abs(after - 1.5 * before) < 2e-4)
      default: #expect(after == before)
      }
    }
  }

  @Test("A holiday seen once moves its next occurrence about half of the way")
  func holiday() throws {
    let seen = SampleHistory.monday.advanced(by: 44)
    let next = SampleHistory.monday.advanced(by: 91 + 2)
    let history = SampleHistory.hourly(days: 91) { date, hour in
      office(date, hour) * (date == seen ? 0.4 : 1)
    }
    let calendar = BusinessCalendar([
      CalendarEntry(date: seen, name: "Spring", kind: .holiday),
      CalendarEntry(date: next, name: "Spring", kind: .holiday),
    ])
    func wednesday(_ calendar: BusinessCalendar) throws -> Double {
      let request = ForecastRequest(grid: SampleHistory.grid(), calendar: calendar, days: 3)
      let result = try DemandForecaster.forecast(history, request)
      return try #require(result.forecast.queues.first).intervals[48...].reduce(0) {
        $0 + $1.offered
      }
    }
    let ratio = try wednesday(calendar) / wednesday(BusinessCalendar())
    // Seen once the raw effect is 0.4; the pool of all holidays is that one shrunk by half, and the name lies
    // half-way between: 0.4^0.75 = 0.503. The doubt of days of 2,000 contacts moves it by 1 %.
    #expect(abs(ratio - 0.503) < 0.03)
  }

  @Test("Days of 23 and 25 hours have so many intervals, the repeated hour both times the same")
  func daylightSaving() throws {
    // Clocks go forward on 31 March 2024 and back on 27 October 2024, at 01:00 UTC.
    let zone = ZoneRules(
      identifier: "Test/Berlin",
      transitions: [
        Instant(secondsSinceEpoch: 1_711_846_800), Instant(secondsSinceEpoch: 1_729_990_800),
      ], offsets: [3600, 7200, 3600])
    let history = SampleHistory.hourly(days: 297, zone: zone) { date, hour in
      100 + Double(hour)
    }
    let request = ForecastRequest(grid: SampleHistory.grid(zone), days: 4)
    let result = try DemandForecaster.forecast(history, request)
    let intervals = try #require(result.forecast.queues.first).intervals
    let sunday = intervals.filter { SampleHistory.grid(zone).date(of: $0.start).parts.day == 27 }
    #expect(sunday.count == 25)
    #expect(sunday[2].offered == sunday[3].offered)
    #expect(sunday[3].start == sunday[2].start.advanced(by: 3600))
    // The slot after the repeated hour is 03:00 by the wall, not shifted by one.
    #expect(abs(sunday[4].offered - 103) < 1)
  }

  @Test("One bad queue is reported and does not stop the others")
  func badQueue() throws {
    var history = SampleHistory.hourly(days: 60, offered: office)
    let nan = QueueHistory(
      queue: "broken", channel: "voice", starts: history.queues[0].starts,
      offered: history.queues[0].offered.map { _ in .nan })
    let farApart = QueueHistory(
      queue: "years", channel: "voice",
      starts: [Instant(secondsSinceEpoch: -62_000_000_000), Instant(secondsSinceEpoch: 0)],
      offered: [1, 1])
    let empty = QueueHistory(queue: "empty", channel: "voice")
    history = DemandHistory(
      queues: history.queues + [nan, farApart, empty], length: history.length)
    let result = try DemandForecaster.forecast(
      history, ForecastRequest(grid: SampleHistory.grid(), days: 2))
    #expect(result.failedQueues == ["empty", "years"])
    #expect(result.forecast.queues.map(\.queue) == ["broken", "sales"])
    #expect(
      result.findings.filter { $0.severity == .error }.map(\.place) == ["empty", "years"])
    #expect(result.findings.contains { $0.place == "broken" && $0.code == "forecast.all-zero" })
  }

  @Test("Short histories fall back and say so", arguments: [1, 5, 9, 20])
  func fallback(days: Int) throws {
    let history = SampleHistory.hourly(days: days, offered: office)
    let result = try DemandForecaster.forecast(
      history, ForecastRequest(grid: SampleHistory.grid(), days: 7))
    #expect(result.models.map(\.model) == [days < 7 ? "history-mean" : "planners-average"])
    #expect(result.findings.contains { $0.code == "forecast.fallback" })
    let total = result.forecast.queues[0].intervals.reduce(0) { $0 + $1.offered }
    #expect(total > 5000 && total < 22_000)
  }

  @Test("A spike of a billion is reported and hardly moves the forecast")
  func spike() throws {
    func total(_ history: DemandHistory) throws -> (Double, [Finding]) {
      let result = try DemandForecaster.forecast(
        history, ForecastRequest(grid: SampleHistory.grid(), days: 7))
      return (
        result.forecast.queues[0].intervals.reduce(0) { $0 + $1.offered }, result.findings
      )
    }
    let calm = SampleHistory.hourly(days: 91, offered: office)
    let wild = SampleHistory.hourly(days: 91) { date, hour in
      date == SampleHistory.monday.advanced(by: 72) && hour == 9 ? 1e9 : office(date, hour)
    }
    let (before, _) = try total(calm)
    let (after, findings) = try total(wild)
    #expect(abs(after / before - 1) < 0.01)
    #expect(findings.contains { $0.code == "forecast.spike" })
  }

  @Test(
    "Numbers near the end of the scale are reported and nothing overflows",
    arguments: [1e13, 1e300])
  func hugeNumbers(value: Double) throws {
    let history = SampleHistory.hourly(days: 60) { date, hour in
      hour == 11 ? value : office(date, hour)
    }
    for model in ForecastModelCatalog.all.map(\.name) {
      let result = try DemandForecaster.forecast(
        history, ForecastRequest(grid: SampleHistory.grid(), days: 3, model: model))
      #expect(result.findings.contains { $0.code == "forecast.unbelievable-count" })
      let numbers = result.forecast.queues.flatMap(\.intervals).flatMap {
        [$0.offered] + $0.quantiles
      }
      #expect(!numbers.isEmpty)
      #expect(numbers.allSatisfy { $0.isFinite && $0 >= 0 && $0 < 1000 }, "\(model)")
    }
  }

  @Test("Requests that make no sense are errors")
  func errors() {
    let history = SampleHistory.hourly(days: 30, offered: office)
    func ask(_ change: (inout ForecastRequest) -> Void) -> ForecastRequest {
      var request = ForecastRequest(grid: SampleHistory.grid())
      change(&request)
      return request
    }
    #expect(throws: ForecastingError.horizon(days: 0)) {
      try DemandForecaster.forecast(history, ask { $0.days = 0 })
    }
    #expect(throws: ForecastingError.unknownModel(name: "smooth-days", nearest: "smoothed-days")) {
      try DemandForecaster.forecast(history, ask { $0.model = "smooth-days" })
    }
    #expect(throws: ForecastingError.coarseHistory(historyMinutes: 60, gridMinutes: 30)) {
      try DemandForecaster.forecast(
        history, ask { $0.grid = TimeGrid(zone: .utc, length: .thirtyMinutes) })
    }
    #expect(throws: ForecastingError.noData) {
      try DemandForecaster.forecast(history, ask { $0.firstDay = SampleHistory.monday })
    }
    #expect(throws: ForecastingError.noData) {
      try DemandForecaster.forecast(
        DemandHistory(queues: [], length: .sixtyMinutes), ask { _ in })
    }
  }

  @Test("History on and after the first day is not looked at")
  func cutOff() throws {
    let long = SampleHistory.hourly(days: 91, offered: office)
    let short = SampleHistory.hourly(days: 70, offered: office)
    let request = ForecastRequest(
      grid: SampleHistory.grid(), firstDay: SampleHistory.monday.advanced(by: 70), days: 7)
    #expect(
      try DemandForecaster.forecast(long, request).forecast
        == DemandForecaster.forecast(short, request).forecast)
  }

  @Test("Any number of workers gives the same forecast")
  func workers() async throws {
    let queues = (0..<5).map { number in
      SampleHistory.hourly(queue: "queue \(number)", days: 60) { date, hour in
        office(date, hour) * Double(number + 1)
      }.queues[0]
    }
    let history = DemandHistory(queues: queues, length: .sixtyMinutes)
    let request = ForecastRequest(grid: SampleHistory.grid(), days: 7)
    let alone: ForecastResult = try DemandForecaster.forecast(history, request)
    for workers in [1, 2, 3, 8] {
      let together = try await DemandForecaster.forecast(history, request, workers: workers)
      #expect(together.forecast == alone.forecast)
      #expect(together.findings == alone.findings)
    }
  }

  @Test("A finer history is summed, and a slot with a part missing is not a small one")
  func finerHistory() throws {
    let hourly = SampleHistory.hourly(days: 60, offered: office)
    var quarter = QueueHistory(queue: "sales", channel: "voice")
    for (start, value) in zip(hourly.queues[0].starts, hourly.queues[0].offered) {
      for part in 0..<4 where !(part == 3 && start.secondsSinceEpoch % 977 == 0) {
        quarter.starts.append(start.advanced(by: 900 * part))
        quarter.offered.append(value / 4)
      }
    }
    let fine = DemandHistory(queues: [quarter], length: .fifteenMinutes)
    let request = ForecastRequest(grid: SampleHistory.grid(), days: 5)
    let coarse = try DemandForecaster.forecast(hourly, request).forecast.queues[0].intervals
    let summed = try DemandForecaster.forecast(fine, request).forecast.queues[0].intervals
    for (a, b) in zip(coarse, summed) {
      // Completed holes differ from the true value by the noise of one cell in sixty days.
      #expect(abs(a.offered - b.offered) <= 0.01 * a.offered)
    }
  }
}
