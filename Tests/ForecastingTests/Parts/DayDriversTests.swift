import ContactCenter
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Day drivers")
struct DayDriversTests {
  private static func series(days: Int, elasticity: Double, season: Double, constant: Bool = false)
    -> DaySeries
  {
    let customers = { (d: Int) in constant ? 500.0 : 1000 * exp(0.3 * sin(Double(d) / 17)) }
    return DaySeries(
      slotCount: 1,
      days: (0..<days).map { d in
        ModelDay(
          date: SampleHistory.monday.advanced(by: d), open: [true], regressors: [customers(d)])
      },
      counts: (0..<days).map { d in
        let date = SampleHistory.monday.advanced(by: d).daysSinceEpoch
        let wave = season * cos(2 * .pi * Double(date) / 365.25)
        let noise = 1 + 0.06 * (SampleHistory.noise(d) - 0.5)
        return 5000 * pow(customers(d) / 1000, elasticity) * exp(wave) * noise
      }, regressorNames: ["customers"])
  }

  @Test("An elasticity of 0.8 is found, and extends to values not seen")
  func elasticity() throws {
    let series = Self.series(days: 364, elasticity: 0.8, season: 0)
    let drivers = try DayDrivers(CleanDays(series), series: series)
    let driver = try #require(drivers.drivers.first)
    #expect(driver.isLogarithmic)
    #expect(abs(driver.effect / driver.deviation - 0.8) < 0.05)
    let more = drivers.effect(ordinal: 20_000, regressors: [1600])
    let usual = drivers.effect(ordinal: 20_000, regressors: [1000])
    #expect(abs(more - usual - 0.8 * log(1.6)) < 0.03)
  }

  @Test("Two years tell the season of the year; one year does not claim to")
  func year() throws {
    let long = Self.series(days: 800, elasticity: 0, season: 0.2, constant: true)
    let drivers = try DayDrivers(CleanDays(long), series: long)
    let january = SampleHistory.monday.daysSinceEpoch + 731
    let difference =
      drivers.effect(ordinal: january, regressors: [500])
      - drivers.effect(ordinal: january + 182, regressors: [500])
    // From the top to the bottom of the wave 0.4; some of it stays with the level.
    #expect(difference > 0.2 && difference < 0.45)
    let short = Self.series(days: 364, elasticity: 0, season: 0.2, constant: true)
    let none = try DayDrivers(CleanDays(short), series: short)
    #expect(none.year.isEmpty)
  }

  @Test("A regressor that never changes, or is missing on a past day, is left out")
  func leftOut() throws {
    let constant = Self.series(days: 200, elasticity: 0.8, season: 0, constant: true)
    let unchanged = try DayDrivers(CleanDays(constant), series: constant)
    #expect(unchanged.drivers.isEmpty)
    let whole = Self.series(days: 200, elasticity: 0.8, season: 0)
    var days = whole.days
    days[50].regressors = [.nan]
    let holed = DaySeries(
      slotCount: 1, days: days, counts: whole.counts, regressorNames: ["customers"])
    let missing = try DayDrivers(CleanDays(holed), series: holed)
    #expect(missing.drivers.isEmpty)
  }

  @Test("A future value that is missing or absurd moves nothing beyond six deviations")
  func absurd() throws {
    let series = Self.series(days: 364, elasticity: 0.8, season: 0)
    let drivers = try DayDrivers(CleanDays(series), series: series)
    #expect(drivers.effect(ordinal: 0, regressors: [.nan]) == 0)
    #expect(drivers.effect(ordinal: 0, regressors: []) == 0)
    #expect(drivers.effect(ordinal: 0, regressors: [1e300]) <= 3)
  }
}
