import ContactCenter
import Testing

@testable import Forecasting

@Suite struct PastForecastTests {
  static let grid = SampleHistory.grid()
  static let history = SampleHistory.hourly(days: 60) { _, hour in
    (8..<18).contains(hour) ? 100 : 0
  }
  static var queue: String { history.queues[0].queue }

  /// A forecast of `days` from day 28 on that says `said` contacts in open hours.
  static func forecast(_ said: Double, days: Int) -> DemandForecast {
    let first = SampleHistory.monday.advanced(by: 28)
    return DemandForecast(queues: [
      QueueForecast(
        queue: queue, channel: "voice",
        intervals: grid.intervals(from: first, days: days).map { interval in
          let hour = grid.zone.local(interval.start).secondOfDay / 3600
          return ForecastInterval(
            start: interval.start, offered: (8..<18).contains(hour) ? said : 0,
            handleSecondsMean: nil)
        })
    ])
  }

  static func score(_ past: [PastForecast]) async throws -> PastForecastScore {
    try await PastForecastScore(
      past, history: history, request: ForecastRequest(grid: grid))
  }

  static func past(_ published: Double, model: Double? = nil, days: Int = 7) -> PastForecast {
    let first = SampleHistory.monday.advanced(by: 28)
    var past = PastForecast(firstDay: first, published: forecast(published, days: days))
    if let model {
      past.unadjusted = forecast(model, days: days)
      past.adjustments = [
        Adjustment(
          queue: nil, start: grid.zone.startOfDay(first),
          end: grid.zone.startOfDay(first.advanced(by: 2)), kind: .factor, value: 2,
          reason: "promised mailing", author: "ann")
      ]
    }
    return past
  }

  @Test("Without edits there are two steps, and the naive one is exact on a constant history")
  func steps() async throws {
    let score = try await Self.score([Self.past(110)])
    #expect(score.scored == 1)
    #expect(score.edits.isEmpty)
    let week = score.overall.filter { $0.leadDays == 7 }
    #expect(week.map(\.model) == ["model", "naive"])
    #expect(abs(week[0].wape - 0.1) < 1e-12)
    #expect(week[1].wape == 0)
    #expect(!score.overall.contains { $0.leadDays == AccuracyTable.longer })
  }

  @Test("Edits are scored against the model on the intervals they changed")
  func edits() async throws {
    let score = try await Self.score([Self.past(120, model: 110)])
    let all = try #require(score.edits.first)
    #expect(all.group == .all)
    #expect((all.days, all.improved, all.worsened) == (2, 0, 2))
    #expect(abs(all.wapeBefore - 0.1) < 1e-12)
    #expect(abs(all.wapeAfter - 0.2) < 1e-12)
    #expect(!all.helped)
    #expect(
      score.edits.map { "\($0.group.rawValue) \($0.name)" } == [
        "all ", "queue \(Self.queue)", "reason promised mailing", "author ann",
      ])
    #expect(
      score.overall.filter { $0.leadDays == 1 }.map(\.model) == ["adjusted", "model", "naive"])
  }

  @Test("Leads of four weeks and more have their own row")
  func longer() async throws {
    let score = try await Self.score([Self.past(110, days: 32)])
    let long = try #require(
      score.overall.first { $0.leadDays == AccuracyTable.longer && $0.model == "model" })
    #expect(long.intervals == 4 * 24)
    let month = try #require(score.overall.first { $0.leadDays == 28 && $0.model == "model" })
    #expect(month.intervals == 28 * 24)
  }

  @Test("A forecast of which nothing has happened is not scored; an unknown queue is told")
  func waiting() async throws {
    var late = Self.past(100)
    late.firstDay = SampleHistory.monday.advanced(by: 400)
    late.published.queues[0].intervals = late.published.queues[0].intervals.map {
      var interval = $0
      interval.start = interval.start.advanced(by: 372 * 86_400)
      return interval
    }
    let nothing = try await Self.score([late])
    #expect(nothing.scored == 0)
    #expect(nothing.accuracy.isEmpty)
    var renamed = Self.past(100)
    renamed.published.queues[0].queue = "elsewhere"
    let score = try await Self.score([renamed])
    #expect(score.findings.map(\.code) == ["accuracy.queue-without-history"])
  }
}
