import ContactCenter
import Testing

@testable import Forecasting

@Suite("Weekday profile")
struct WeekdayProfileTests {
  private func profile(
    noise: Double, _ shape: @escaping (_ weekday: Int, _ slot: Int) -> Double
  ) -> WeekdayProfile {
    let series = DaySeries(
      slotCount: 6,
      days: (0..<112).map { d in
        ModelDay(
          date: SampleHistory.monday.advanced(by: d),
          open: (0..<6).map { slot in d % 7 < 5 && slot > 0 })
      },
      counts: (0..<112).flatMap { d in
        (0..<6).map { s in
          shape(d % 7, s) * (1 + noise * (SampleHistory.noise(d, s) - 0.5))
        }
      })
    return WeekdayProfile(CleanDays(series), open: series.openByWeekday())
  }

  @Test("Rows of open weekdays sum to one, closed slots have none")
  func sums() {
    let profile = profile(noise: 0.2) { _, s in 100 * Double(1 + s) }
    for w in 0..<5 {
      #expect(abs(profile.shares[w].reduce(0, +) - 1) < 1e-12)
      #expect(profile.shares[w][0] == 0)
    }
    #expect(profile.shares[6].allSatisfy { $0 == 0 })
    #expect(profile.recipes.count == 3)
  }

  @Test("Weekdays of different shape keep theirs")
  func different() {
    let profile = profile(noise: 0) { w, s in w == 0 ? 1000 * Double(6 - s) : 1000 * Double(s) }
    // Slots 1…5 with weights 5…1 on Monday; the light smoothing moves an end slot by a hundredth.
    #expect(abs(profile.shares[0][1] - 5 / 15.0) < 0.015)
    #expect(abs(profile.shares[3][1] - 1 / 15.0) < 0.015)
  }
}
