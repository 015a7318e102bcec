import ContactCenter
import Testing

@testable import Forecasting

@Suite("Calendar rhythm")
struct CalendarRhythmTests {
  private static let holiday = Occasion(name: "Holiday", isHoliday: true)

  /// Seven days a week of one slot with 1000 contacts; every fifth Monday is a closed holiday, and `after` come on
  /// the Tuesday after it.
  private static func series(days: Int, after: Double) -> DaySeries {
    DaySeries(
      slotCount: 1, days: (0..<days).map(day),
      counts: (0..<days).map { d in
        if isHoliday(d) { return 0 }
        return (isHoliday(d - 1) ? after : 1000) * (d % 2 == 0 ? 1.01 : 0.99)
      })
  }

  private static func isHoliday(_ d: Int) -> Bool { d >= 0 && d % 35 == 0 }

  private static func day(_ d: Int) -> ModelDay {
    ModelDay(
      date: SampleHistory.monday.advanced(by: d), open: [!isHoliday(d)],
      occasion: isHoliday(d) ? holiday : nil)
  }

  private static func rhythm(days: Int, after: Double) -> CalendarRhythm {
    let series = series(days: days, after: after)
    return CalendarRhythm(
      CleanDays(series), series: series, weekdays: [Double](repeating: 0, count: 7))
  }

  @Test(
    "What a closure keeps back comes on the next open day, and is shrunk for being seen few times")
  func rebound() {
    let rhythm = Self.rhythm(days: 245, after: 1400)
    #expect(rhythm.rebounds == 7)
    // The logarithm of 1.4 is 0.336; seven of 8.5 parts of it, less what chance explains.
    #expect(abs(rhythm.rebound - 0.336 * 7 / 8.5) < 0.03)
    let effects = rhythm.effects(of: (245..<248).map(Self.day))
    #expect(abs(effects[1].log - effects[2].log - rhythm.rebound) < 0.01)
    #expect(effects[1].variance > 0)
    #expect(effects[2].variance == 0)
  }

  @Test("Where nothing follows a closure nothing is expected after one")
  func nothing() {
    #expect(abs(Self.rhythm(days: 245, after: 1000).rebound) < 0.01)
  }

  @Test("A closure on the last day of the history is followed up in the forecast")
  func acrossTheEnd() {
    let rhythm = Self.rhythm(days: 246, after: 1400)
    let effects = rhythm.effects(of: (246..<248).map(Self.day))
    #expect(effects[0].log - effects[1].log > 0.2)
  }
}
