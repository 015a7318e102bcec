import ContactCenter
import Forecasting
import Testing

/// What planners' exports really hold: each gives a forecast by a named model with a finding, or says what to do.
@Suite("Bad input")
struct BadInputTests {
  private func office(_ date: CivilDate, _ hour: Int) -> Double {
    guard date.weekday < .saturday, (8..<18).contains(hour) else { return 0 }
    return (60 + 20 * SampleHistory.noise(date.daysSinceEpoch, hour)).rounded()
  }

  private func age(_ date: CivilDate) -> Int { date.days(since: SampleHistory.monday) }

  /// The forecast of four weeks, its findings' codes, and the model used; every number checked.
  private func forecast(
    _ history: DemandHistory, model: String = "auto",
    calendar: BusinessCalendar = BusinessCalendar()
  ) throws -> (total: Double, codes: Set<String>, model: String?) {
    let result = try DemandForecaster.forecast(
      history,
      ForecastRequest(grid: SampleHistory.grid(), calendar: calendar, days: 28, model: model))
    let intervals = result.forecast.queues.first?.intervals ?? []
    for interval in intervals {
      #expect(interval.offered.isFinite && interval.offered >= 0)
      #expect(interval.quantiles.allSatisfy { $0.isFinite && $0 >= 0 })
    }
    for finding in result.findings where finding.severity > .note {
      #expect(finding.advice.hasPrefix("Maybe"), "\(finding.code)")
    }
    return (
      intervals.reduce(0) { $0 + $1.offered }, Set(result.findings.map(\.code)),
      result.models.first?.model
    )
  }

  /// Four weeks of the office.
  private var usual: Double { 20 * 10 * 70 }

  @Test("Less than two weeks: a simpler model, by name")
  func short() throws {
    let (total, codes, model) = try forecast(SampleHistory.hourly(days: 11, offered: office))
    #expect(codes.contains("forecast.fallback") && model == "planners-average")
    #expect(abs(total / usual - 1) < 0.15)
    let (_, fewer, simplest) = try forecast(SampleHistory.hourly(days: 3, offered: office))
    #expect(fewer.contains("forecast.fallback") && simplest == "history-mean")
  }

  @Test("One constant value, and all zeros")
  func constant() throws {
    let (total, codes, _) = try forecast(SampleHistory.hourly(days: 60) { _, _ in 5 })
    #expect(codes.contains("forecast.constant") && abs(total / (28 * 24 * 5) - 1) < 0.02)
    let zero = try forecast(SampleHistory.hourly(days: 60) { _, _ in 0 })
    #expect(zero.codes.contains("forecast.all-zero") && zero.total == 0)
  }

  @Test("A level shift is dated and followed")
  func levelShift() throws {
    let (total, codes, _) = try forecast(
      SampleHistory.hourly(days: 168) { (age($0) >= 112 ? 2 : 1) * office($0, $1) })
    #expect(codes.contains("forecast.level-shift"))
    #expect(abs(total / (2 * usual) - 1) < 0.05)
  }

  @Test("Forty percent missing: told, and the rest is enough")
  func missing() throws {
    let (total, codes, _) = try forecast(
      SampleHistory.hourly(days: 112) { date, hour in
        SampleHistory.noise(date.daysSinceEpoch, hour + 99) < 0.4 ? nil : office(date, hour)
      })
    #expect(codes.contains("forecast.missing"))
    #expect(abs(total / usual - 1) < 0.08)
  }

  @Test("A queue that starts mid-way learns from its living part")
  func starts() throws {
    let (total, codes, _) = try forecast(
      SampleHistory.hourly(days: 168) { age($0) < 84 ? 0 : office($0, $1) })
    #expect(codes.contains("forecast.starts-late"))
    #expect(abs(total / usual - 1) < 0.04)
  }

  @Test("A queue that has stopped is forecast as 0, one that pauses goes on, and both say so")
  func stops() throws {
    let stopped = try forecast(
      SampleHistory.hourly(days: 168) { age($0) >= 126 ? 0 : office($0, $1) })
    #expect(stopped.codes.contains("forecast.stopped") && stopped.model == "stopped")
    #expect(stopped.total == 0)
    let paused = try forecast(
      SampleHistory.hourly(days: 168) { age($0) >= 158 ? 0 : office($0, $1) })
    #expect(paused.codes.contains("forecast.silent-end"))
    #expect(abs(paused.total / usual - 1) < 0.05)
  }

  @Test("A queue whose rows end before the others' goes on, with a warning")
  func endsEarly() throws {
    var history = SampleHistory.hourly(days: 112, offered: office)
    var early = try #require(
      SampleHistory.hourly(queue: "old", days: 84, offered: office).queues.first)
    early.queue = "old"
    history = DemandHistory(queues: history.queues + [early], length: .sixtyMinutes)
    let result = try DemandForecaster.forecast(history, ForecastRequest(grid: SampleHistory.grid()))
    let finding = try #require(result.findings.first { $0.code == "forecast.ends-early" })
    #expect(finding.place == "old" && finding.message.contains("28 days before"))
    let total = result.forecast[queue: "old"]?.intervals.reduce(0) { $0 + $1.offered } ?? 0
    #expect(abs(total / usual - 1) < 0.05)
  }

  @Test(
    "A grid that changes from 30 to 15 minutes",
    arguments: [IntervalLength.fifteenMinutes, .thirtyMinutes])
  func gridChange(length: IntervalLength) throws {
    var queue = QueueHistory(queue: "sales", channel: "voice")
    for day in 0..<84 {
      let step = day < 56 ? 30 : 15
      for minute in stride(from: 480, to: 1080, by: step) where day % 7 < 5 {
        queue.starts.append(Instant(secondsSinceEpoch: (19_723 + day) * 86_400 + minute * 60))
        queue.offered.append(
          Double(step) / 15 * (18 + (4 * SampleHistory.noise(day, minute)).rounded()))
      }
    }
    let result = try DemandForecaster.forecast(
      DemandHistory(queues: [queue], length: .fifteenMinutes),
      ForecastRequest(grid: TimeGrid(zone: .utc, length: length)))
    #expect(result.findings.contains { $0.code == "forecast.grid-change" })
    let total = result.forecast.queues[0].intervals.reduce(0) { $0 + $1.offered }
    #expect(abs(total / (20 * 40 * 20) - 1) < 0.05)
  }

  @Test("A spike of a billion, an outage at noon and a dead day are told and not learned from")
  func disturbed() throws {
    let calm = try forecast(SampleHistory.hourly(days: 112, offered: office))
    let wild = try forecast(
      SampleHistory.hourly(days: 112) { date, hour in
        switch (age(date), hour) {
        case (87, 11): 1e9
        case (100, 10..<13): 0
        case (108, _): 0
        default: office(date, hour)
        }
      })
    for code in ["forecast.spike", "forecast.outage", "forecast.outage-day"] {
      #expect(wild.codes.contains(code) && !calm.codes.contains(code), "\(code)")
    }
    #expect(abs(wild.total / calm.total - 1) < 0.02)
  }

  @Test("Negative counts are told and taken as missing, fractions are taken as they are")
  func negative() throws {
    let (total, codes, _) = try forecast(
      SampleHistory.hourly(days: 112) { date, hour in
        hour == 10 && age(date) % 9 == 0 ? -5 : office(date, hour) * 0.37
      })
    #expect(codes.contains("forecast.impossible-count"))
    #expect(abs(total / (0.37 * usual) - 1) < 0.04)
  }

  @Test("One bad queue among many does not stop the others, and is listed")
  func oneBad() throws {
    let good = SampleHistory.hourly(days: 60, offered: office)
    let bad = QueueHistory(
      queue: "bad", channel: "voice",
      starts: [Instant(secondsSinceEpoch: -9_000_000_000)] + [good.queues[0].starts[0]],
      offered: [1, 1])
    let result = try DemandForecaster.forecast(
      DemandHistory(queues: good.queues + [bad], length: .sixtyMinutes),
      ForecastRequest(grid: SampleHistory.grid()))
    #expect(result.failedQueues == ["bad"])
    #expect(result.forecast.queues.map(\.queue) == ["sales"])
    #expect(result.findings.contains { $0.severity == .error && $0.place == "bad" })
  }

  @Test("The hour that clocks skip is not missing")
  func daylightSaving() throws {
    let zone = ZoneRules(
      identifier: "Test/Berlin", transitions: [Instant(secondsSinceEpoch: 1_711_846_800)],
      offsets: [3600, 7200])
    let result = try DemandForecaster.forecast(
      SampleHistory.hourly(days: 120, zone: zone) { _, hour in 20 + Double(hour) },
      ForecastRequest(grid: SampleHistory.grid(zone), days: 3))
    #expect(!result.findings.contains { $0.code == "forecast.missing" })
  }

  @Test("Missing days are told from closed ones, with their numbers and first places")
  func missingAndClosed() throws {
    let history = SampleHistory.hourly(days: 84) { date, hour in
      guard date.weekday < .saturday, (8..<18).contains(hour), age(date) != 45 else { return nil }
      return age(date) == 30 && hour == 9 ? nil : age(date) == 37 ? nil : office(date, hour)
    }
    let calendar = BusinessCalendar([
      CalendarEntry(
        date: SampleHistory.monday.advanced(by: 45), name: "Move", kind: .closed)
    ])
    let result = try DemandForecaster.forecast(
      history, ForecastRequest(grid: SampleHistory.grid(), calendar: calendar, days: 3))
    let finding = try #require(result.findings.first { $0.code == "forecast.missing" })
    #expect(
      finding.message == "11 of 590 open intervals have no row (1 whole days and parts of 1), first"
        + " 2024-01-31 09:00; 22 days are closed by opening hours, first 2024-01-06; 1 days are closed by"
        + " the calendar, first 2024-02-15")
  }
}
