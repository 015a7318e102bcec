import ContactCenter
import Testing

@testable import Forecasting

@Suite("Open intervals")
struct OpenIntervalsTests {
  /// Eight weeks of four slots, 10 20 30 40 on every day; Saturdays are open in the first two slots alone.
  private func series(factor: (Int) -> Double = { _ in 1 }) -> DaySeries {
    let first = CivilDate(daysSinceEpoch: 4)
    let days = (0..<56).map { d in
      ModelDay(
        date: first.advanced(by: d),
        open: d % 7 == 6
          ? [false, false, false, false]
          : d % 7 == 5 ? [true, true, false, false] : [true, true, true, true])
    }
    let counts = (0..<56).flatMap { d in [10.0, 20, 30, 40].map { $0 * factor(d) } }
    return DaySeries(slotCount: 4, days: days, counts: counts)
  }

  @Test("A slot that only one weekday has closed is filled by the shape of the others")
  func closedSlots() {
    let series = series { $0 % 7 == 5 ? 0.5 : 1 }
    let clean = CleanDays(series)
    let days = OpenDays(clean, of: series)
    let columns = OpenIntervals.columns(series, usual: days.usual)
    #expect(columns == [0, 1, 2, 3])
    let intervals = OpenIntervals(clean, of: series, columns: columns, days: days)
    #expect(intervals.counts.count == 8 * 6 * 4)
    let saturday = Array(intervals.counts[20..<24])
    #expect(zip(saturday.prefix(2), [5.0, 10]).allSatisfy { abs($0 - $1) < 1e-9 })
    // The other weekdays have more in every slot; the ratio of what both have open is the Saturday's.
    #expect(abs(saturday[3] / saturday[2] - 4.0 / 3) < 1e-9)
    #expect(saturday[2] > 14 && saturday[2] < 20)
  }
}
