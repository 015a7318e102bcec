import ContactCenter
import TestSupport
import Testing

@testable import Forecasting

@Suite("Open days")
struct OpenDaysTests {
  @Test("Closed weekdays have no rows, and steps count usual days alone")
  func weekdays() {
    let series = SampleSeries.series(.weekdaysOnly)
    let clean = CleanDays(series)
    let days = OpenDays(clean, of: series)
    #expect(days.usual == [true, true, true, true, true, false, false])
    #expect(days.daysPerWeek == 5)
    #expect(days.rows.count == 100)
    let last = series.days[series.days.count - 1].date.daysSinceEpoch
    // The series ends on a Sunday: Monday is step 0, the next Monday step 5, and Saturday has Friday's step.
    #expect(days.steps(of: [last + 1, last + 6, last + 8]) == [0, 4, 5])
    #expect(days.weekdays(ofSteps: 7) == [0, 1, 2, 3, 4, 0, 1])
  }

  @Test("A missing day is a row without data")
  func gaps() {
    let series = SampleSeries.series(.gappy)
    let clean = CleanDays(series)
    let days = OpenDays(clean, of: series)
    #expect(days.rows.contains(nil))
    #expect(days.rows.compactMap { $0 } == Array(clean.days.indices))
    let first = clean.days[0].ordinal
    #expect(days.rows.count == days.lastOrdinal - first + 1)
  }
}
