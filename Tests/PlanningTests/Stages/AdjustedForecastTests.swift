import ContactCenter
import Testing

@testable import Planning

@Suite struct AdjustedForecastTests {
  static func at(_ hour: Int) -> Instant { Instant(secondsSinceEpoch: hour * 3600) }

  static func utc() throws -> TimeGrid {
    TimeGrid(zone: try ZoneRules.named("UTC"), length: .sixtyMinutes)
  }

  static let forecast = DemandForecast(queues: [
    QueueForecast(
      queue: "q", channel: "voice",
      intervals: (0..<4).map {
        ForecastInterval(
          start: at($0), offered: $0 == 3 ? 0 : 10, handleSecondsMean: 60,
          quantiles: $0 == 3 ? [0, 0] : [8, 12])
      })
  ])

  /// Two days of 24 hours with 10 contacts each, for two queues.
  static let days = DemandForecast(
    queues: ["a", "b"].map { name in
      QueueForecast(
        queue: name, channel: "voice",
        intervals: (0..<48).map {
          ForecastInterval(
            start: at($0), offered: 10, handleSecondsMean: nil, quantiles: [5, 15])
        })
    })

  static func apply(
    _ changes: [Adjustment], to forecast: DemandForecast = days,
    calendar: [CalendarEntry] = []
  ) throws -> AdjustedForecast {
    AdjustedForecast(
      changes, to: forecast,
      scope: AdjustmentScope(
        grid: try utc(), calendar: BusinessCalendar(calendar),
        queues: Set(forecast.queues.map(\.queue))))
  }

  static func change(
    _ kind: Adjustment.Kind, _ value: Double, _ hours: Range<Int>, queue: String? = "q"
  ) -> Adjustment {
    Adjustment(
      queue: queue, start: at(hours.lowerBound), end: at(hours.upperBound), kind: kind,
      value: value)
  }

  @Test(
    "Mean and quantiles move together, only inside the half-open period",
    arguments: [
      (Adjustment.Kind.factor, 1.5, 15.0, [12.0, 18.0]), (.add, 5, 15, [12, 18]),
      (.replace, 20, 20, [16, 24]), (.add, -50, 0, [0, 0]), (.dayTotal, 20, 20, [16, 24]),
    ])
  func kinds(kind: Adjustment.Kind, value: Double, mean: Double, quantiles: [Double]) throws {
    let result = try Self.apply([Self.change(kind, value, 1..<2)], to: Self.forecast)
    let intervals = result.forecast.queues[0].intervals
    #expect(intervals.map(\.offered) == [10, mean, 10, 0])
    #expect(intervals[1].quantiles == quantiles)
    #expect(intervals.map(\.unadjusted) == [nil, 10, nil, nil])
    #expect(result.findings.map(\.code) == ["forecast.adjusted"])
  }

  @Test("What was zero takes the new value without a spread of its own")
  func zero() throws {
    let result = try Self.apply([Self.change(.replace, 7, 3..<4)], to: Self.forecast)
    #expect(result.forecast.queues[0].intervals[3].quantiles == [7, 7])
  }

  @Test("A hundred contacts in place of a hundredth do not get a band of thousands")
  func fromNearlyZero() throws {
    var sparse = Self.forecast
    sparse.queues[0].intervals[0].offered = 0.01
    sparse.queues[0].intervals[0].quantiles = [0, 1]
    let result = try Self.apply([Self.change(.replace, 100, 0..<1)], to: sparse)
    // The root of 10,000 times the distance of 1 to 0.01.
    #expect(result.forecast.queues[0].intervals[0].quantiles == [99, 199])
  }

  @Test("A change after the forecast is a warning, one of the past a note")
  func outside() throws {
    let late = try Self.apply([Self.change(.factor, 2, 50..<60, queue: "a")])
    #expect(late.forecast == Self.days)
    #expect(late.findings.map(\.code) == ["forecast.adjustment-without-effect"])
    #expect(late.findings[0].severity == .warning)
    let past = try Self.apply([Self.change(.factor, 2, -60..<0, queue: "a")])
    #expect(past.findings[0].severity == .note)
    #expect(past.applied.isEmpty)
  }

  @Test("A day's total keeps the shape of each day, and holds for each day apart")
  func dayTotal() throws {
    let result = try Self.apply([Self.change(.dayTotal, 480, 0..<48, queue: "a")])
    #expect(result.forecast.queues[0].intervals.allSatisfy { $0.offered == 20 })
    #expect(result.forecast.queues[0].intervals[0].quantiles == [10, 30])
    #expect(result.forecast.queues[1] == Self.days.queues[1])
  }

  @Test("A total for a day without contacts cannot be spread, and that is told")
  func dayTotalWithoutShape() throws {
    let result = try Self.apply([Self.change(.dayTotal, 5, 3..<4)], to: Self.forecast)
    #expect(result.forecast.queues[0].intervals[3].offered == 0)
    #expect(result.findings.map(\.code).contains("forecast.adjustment-without-shape"))
  }

  @Test("Without a queue all are changed")
  func allQueues() throws {
    let result = try Self.apply([Self.change(.factor, 2, 0..<1, queue: nil)])
    #expect(result.forecast.queues.map { $0.intervals[0].offered } == [20, 20])
    #expect(result.applied == [Self.change(.factor, 2, 0..<1, queue: nil)])
  }

  @Test("An event is changed at its hours on its days, and kept with its time per queue")
  func event() throws {
    let entry = CalendarEntry(
      date: CivilDate(daysSinceEpoch: 1), name: "Sale", kind: .event, queue: "b",
      startMinute: 600, endMinute: 720)
    let result = try Self.apply(
      [Adjustment(queue: nil, kind: .factor, value: 3, event: "Sale")], calendar: [entry])
    let changed = result.forecast.queues.map { $0.intervals.count { $0.offered == 30 } }
    #expect(changed == [0, 2])
    #expect(
      result.applied == [
        Adjustment(
          queue: "b", start: Self.at(34), end: Self.at(36), kind: .factor, value: 3,
          event: "Sale")
      ])
  }

  @Test("Unknown queues and events are errors that name the nearest, and change nothing")
  func unknown() throws {
    let entry = CalendarEntry(date: CivilDate(daysSinceEpoch: 1), name: "Easter", kind: .holiday)
    let result = try Self.apply(
      [
        Self.change(.factor, 2, 0..<1, queue: "c"),
        Adjustment(queue: nil, kind: .factor, value: 3, event: "Eastr"),
      ], calendar: [entry])
    #expect(result.forecast == Self.days)
    #expect(result.findings.map(\.severity) == [.error, .error])
    #expect(result.findings[1].advice == "Maybe Easter is meant.")
    #expect(result.findings.map(\.place) == ["adjustment 1", "adjustment 2"])
  }

  @Test("Values that mean nothing change nothing", arguments: [-1, .nan, .infinity])
  func badValue(value: Double) throws {
    let result = try Self.apply([Self.change(.factor, value, 0..<1, queue: "a")])
    #expect(result.forecast == Self.days)
    #expect(result.findings.map(\.severity) == [.error])
  }

  @Test("Changes are applied in order, and an overlap is told")
  func overlap() throws {
    let result = try Self.apply([
      Self.change(.factor, 2, 0..<2, queue: "a"), Self.change(.add, 5, 1..<3, queue: "a"),
      Self.change(.replace, 1, 2..<3, queue: "a"),
    ])
    #expect(result.forecast.queues[0].intervals[..<4].map(\.offered) == [20, 25, 1, 10])
    #expect(result.forecast.queues[0].intervals[2].unadjusted == 10)
    let overlaps = result.findings.filter { $0.code == "forecast.adjustments-overlap" }
    #expect(overlaps.map(\.place) == ["adjustment 2", "adjustment 3"])
  }

  @Test("A factor that is a percentage is told")
  func percentage() throws {
    let result = try Self.apply([Self.change(.factor, 115, 0..<2, queue: "a")])
    #expect(result.findings.map(\.code).contains("forecast.adjustment-factor"))
  }
}
