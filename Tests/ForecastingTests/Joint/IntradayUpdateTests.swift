import Probability
import TestSupport
import Testing

@testable import Forecasting

@Suite("Intraday update")
struct IntradayUpdateTests {
  private let unseen = [Double](repeating: .nan, count: SampleDays.slots)

  /// The first half of a day at a multiple of its forecast.
  private func morning(_ base: DayForecast, times factor: Double) -> [Double] {
    (0..<SampleDays.slots).map { $0 < 8 ? (factor * base.mean[$0]).rounded() : .nan }
  }

  @Test("With nothing seen the forecast stays as it is to the last bit")
  func nothingSeen() {
    let update = IntradayUpdate(SampleDays.series(days: 200, volume: 60, level: 0.1))
    let base = SampleDays.forecast(days: 3, volume: 60, deviation: 0.1)
    #expect(update.update(base, days: SampleDays.days(3), seen: unseen) == base)
  }

  @Test("Where days do not differ, a busy morning moves next to nothing")
  func quietQueue() {
    let update = IntradayUpdate(SampleDays.series(days: 300, volume: 12, level: 0))
    let base = SampleDays.forecast(days: 1, volume: 12, deviation: 0.02)
    let updated = update.update(
      base, days: SampleDays.days(1), seen: morning(base, times: 1.3))
    for s in 8..<SampleDays.slots { #expect(abs(updated.mean[s] / base.mean[s] - 1) < 0.03) }
  }

  @Test(
    "Where days differ, a morning 20 % up brings most of 20 % to the afternoon and narrows the bands"
  )
  func levelQueue() {
    let update = IntradayUpdate(SampleDays.series(days: 300, volume: 100, level: 0.1))
    let base = SampleDays.forecast(days: 1, volume: 100, deviation: 0.1)
    let seen = morning(base, times: 1.2)
    let updated = update.update(base, days: SampleDays.days(1), seen: seen)
    for s in 0..<8 { #expect(updated.mean[s] == base.mean[s]) }
    for s in 8..<SampleDays.slots {
      // The morning of 800 contacts tells the level to 3.5 %; against 10 % the step keeps nine tenths.
      let step = updated.mean[s] / base.mean[s]
      #expect(step > 1.13 && step < 1.22, "\(step)")
      let before = base.quantiles(at: s)
      let after = updated.quantiles(at: s)
      #expect((after[9] - after[1]) / step.squareRoot() < before[9] - before[1])
      #expect(after == after.sorted())
      #expect(after[0] < updated.mean[s] && updated.mean[s] < after[10])
    }
  }

  @Test("Later days follow by the share that lasts")
  func laterDays() {
    let update = IntradayUpdate(
      SampleDays.series(days: 300, volume: 100, level: 0.1, carry: 0.9))
    let base = SampleDays.forecast(days: 5, volume: 100, deviation: 0.1)
    let updated = update.update(
      base, days: SampleDays.days(5), seen: morning(base, times: 1.2))
    let steps = (0..<5).map { day -> Double in
      let cells = day * SampleDays.slots + 8..<(day + 1) * SampleDays.slots
      return cells.reduce(0) { $0 + updated.mean[$1] } / cells.reduce(0) { $0 + base.mean[$1] }
    }
    #expect(steps[1] > 1.02)
    for day in 1..<5 { #expect(steps[day] <= steps[day - 1] + 1e-12) }
  }

  @Test("A broken counter moves the day no further than a very strange day would")
  func brokenCounter() {
    let update = IntradayUpdate(SampleDays.series(days: 300, volume: 100, level: 0.1))
    let base = SampleDays.forecast(days: 1, volume: 100, deviation: 0.1)
    var seen = morning(base, times: 1)
    seen[3] = 1e9
    let updated = update.update(base, days: SampleDays.days(1), seen: seen)
    #expect(updated.mean[12] < 1.15 * base.mean[12])
    seen = [Double](repeating: 1e12, count: SampleDays.slots)
    seen[15] = .nan
    let wild = update.update(base, days: SampleDays.days(1), seen: seen)
    #expect(wild.mean[15].isFinite && wild.mean[15] < 10 * base.mean[15])
  }

  @Test(
    "Whatever the past was like, the update gives finite, ordered numbers",
    arguments: SampleSeries.Kind.allCases)
  func laws(kind: SampleSeries.Kind) throws {
    let series = SampleSeries.series(kind)
    let days = SampleSeries.future(of: series, kind: kind, count: 9)
    let fitted = try HistoryMean().fit(series)
    let update = IntradayUpdate(series)
    for value in [0.0, 1, 700, 1e9, .nan, -4, .infinity] {
      let seen = (0..<SampleSeries.slotCount).map { $0 < 12 ? value : .nan }
      let result = fitted.forecast(days, seen: seen, by: update)
      #expect(result.mean.allSatisfy { $0.isFinite && $0 >= 0 })
      for cell in result.mean.indices {
        let quantiles = result.quantiles(at: cell)
        #expect(quantiles == quantiles.sorted() && quantiles.allSatisfy { $0.isFinite && $0 >= 0 })
      }
    }
  }

  @Test("A series of another grid is left alone")
  func otherGrid() {
    let update = IntradayUpdate(SampleDays.series(days: 100, volume: 60, level: 0.1))
    let base = DayForecast(zerosForDays: 1, slotCount: 24)
    #expect(update.update(base, days: [], seen: []) == base)
  }
}
