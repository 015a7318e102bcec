import ContactCenter
import TestSupport
import Testing

@testable import Forecasting

@Suite("Clean days")
struct CleanDaysTests {
  private func series(
    days: Int, occasion: [Int: Occasion] = [:], _ value: (_ day: Int, _ slot: Int) -> Double
  ) -> DaySeries {
    DaySeries(
      slotCount: 4,
      days: (0..<days).map {
        ModelDay(
          date: SampleHistory.monday.advanced(by: $0), open: [true, true, true, true],
          occasion: occasion[$0])
      },
      counts: (0..<days).flatMap { d in (0..<4).map { value(d, $0) } })
  }

  @Test("A hole in a day is filled in proportion to what was observed of it")
  func completion() {
    // Day 10 runs at twice the usual volume and lacks its last slot, a quarter of a usual day.
    let clean = CleanDays(
      series(days: 28) { d, s in d == 10 && s == 3 ? .nan : d == 10 ? 150 : 100 })
    #expect(clean.days.count == 28)
    #expect(abs(clean.days[10].rawTotal - 600) < 1e-9)
  }

  @Test("A day of which less than half is observed is left out")
  func leftOut() {
    let clean = CleanDays(series(days: 28) { d, s in d == 10 && s > 0 ? .nan : 100 })
    #expect(clean.days.count == 27)
    #expect(!clean.days.contains { $0.index == 10 })
  }

  @Test("A freak day takes the median of its weekday around it; others keep their values")
  func freakDay() {
    let clean = CleanDays(series(days: 42) { d, s in d == 17 ? 1000 : 100 + Double(s) })
    let outliers = clean.days.filter(\.isOutlier)
    #expect(outliers.map(\.index) == [17])
    #expect(Array(clean.values(ofDay: 17)) == [100, 101, 102, 103])
    #expect(outliers.first?.rawTotal == 4000)
    #expect(clean.days.filter { !$0.isOutlier }.allSatisfy { $0.total == $0.rawTotal })
  }

  @Test("Small days that stray by chance are not freak days")
  func smallDays() {
    // Totals of 4 and 12 around 8: outside the range, inside three Poisson deviations.
    let clean = CleanDays(series(days: 56) { d, _ in d % 14 < 7 ? 1 : 3 })
    #expect(clean.days.allSatisfy { !$0.isOutlier })
  }

  @Test("A lasting new level is kept")
  func levelShift() {
    let clean = CleanDays(series(days: 56) { d, _ in d >= 42 ? 300 : 100 })
    #expect(clean.days.allSatisfy { $0.total == $0.rawTotal })
  }

  @Test("An occasion is replaced but is no freak day")
  func occasion() {
    let clean = CleanDays(
      series(days: 42, occasion: [17: Occasion(name: "Spring", isHoliday: true)]) { d, _ in
        d == 17 ? 20 : 100
      })
    #expect(clean.days[17].total == 400)
    #expect(clean.days[17].rawTotal == 80)
    #expect(!clean.days[17].isOutlier)
  }
}
