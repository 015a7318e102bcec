import ContactCenter
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("The weekly-drivers model")
struct WeeklyDriversTests {
  private static let slots = 8

  /// Days whose total is base · growth · season · weekday · drivers^elasticity · noise.
  private func series(
    days: Int, growthPerYear: Double = 0, season: Double = 0, elasticity: Double = 0,
    noise: Double = 0.05, drivers: ((Int) -> Double)? = nil
  ) -> DaySeries {
    var counts: [Double] = []
    for d in 0..<days {
      let value = total(
        d, growthPerYear: growthPerYear, season: season, elasticity: elasticity, drivers: drivers)
      // The week as a whole strays too: days alone would average out.
      let wiggle =
        1 + noise * (2 * SampleHistory.noise(d / 7, 7) - 1) + noise
        * (2 * SampleHistory.noise(d, 3) - 1)
      for s in 0..<Self.slots { counts.append(value * wiggle * Double(s + 1) / 36) }
    }
    return DaySeries(
      slotCount: Self.slots, days: Self.days(0..<days, drivers), counts: counts,
      regressorNames: drivers == nil ? [] : ["customers"])
  }

  private func total(
    _ d: Int, growthPerYear: Double = 0, season: Double = 0, elasticity: Double = 0,
    drivers: ((Int) -> Double)? = nil
  ) -> Double {
    let angle = 2 * Double.pi * Double(d) / 365.2425
    let weekday = [1.3, 1.1, 1, 1, 0.9, 0.6, 0.4][d % 7]
    return 3000 * weekday * power(1 + growthPerYear, Double(d) / 365.2425)
      * (1 + season * sine(angle)) * power((drivers?(d) ?? 1) / 1000, elasticity)
  }

  private static func days(_ range: Range<Int>, _ drivers: ((Int) -> Double)? = nil) -> [ModelDay] {
    range.map { d in
      ModelDay(
        date: SampleHistory.monday.advanced(by: d), open: [Bool](repeating: true, count: slots),
        regressors: drivers.map { [$0(d)] } ?? [])
    }
  }

  private func weekTotals(_ forecast: DayForecast) -> [Double] {
    (0..<forecast.dayCount / 7).map { w in
      forecast.mean[w * 7 * Self.slots..<(w + 1) * 7 * Self.slots].reduce(0, +)
    }
  }

  @Test("Two years teach the season of the third, and the days of its weeks")
  func season() throws {
    let past = series(days: 728, season: 0.25)
    let forecast = try WeeklyDrivers().fit(past).forecast(Self.days(728..<728 + 364))
    for (w, said) in weekTotals(forecast).enumerated() {
      let came = (0..<7).reduce(0.0) { $0 + total(728 + 7 * w + $1, season: 0.25) }
      // Weekly noise of ±5 % over 104 weeks, and a prior that shrinks the amplitude by a few percent.
      #expect(abs(said / came - 1) < 0.06, "week \(w)")
    }
    let monday = forecast.mean[0..<Self.slots].reduce(0, +)
    let sunday = forecast.mean[6 * Self.slots..<7 * Self.slots].reduce(0, +)
    #expect(abs(monday / sunday - 1.3 / 0.4) < 0.1)
  }

  @Test("A driver that grows in steps carries the forecast by its elasticity")
  func driver() throws {
    let customers: (Int) -> Double = { d in
      // Up and down by campaigns, then 30 % more next year.
      1000 + 40 * Double(d / 90 % 4) + (d >= 728 ? 300 : 0)
    }
    let past = series(days: 728, season: 0.2, elasticity: 0.8, drivers: customers)
    let fitted = try WeeklyDrivers().fit(past)
    let elasticity = try #require(fitted.parameters.first { $0.name == "driver customers" }).value
    #expect(abs(elasticity - 0.8) < 0.25)
    let said = weekTotals(fitted.forecast(Self.days(728..<728 + 364, customers))).reduce(0, +)
    let came = (728..<728 + 364).reduce(0.0) {
      $0 + total($1, season: 0.2, elasticity: 0.8, drivers: customers)
    }
    #expect(abs(said / came - 1) < 0.05)
    let blind = weekTotals(
      try WeeklyDrivers().fit(series(days: 728, season: 0.2, elasticity: 0.8, drivers: nil))
        .forecast(Self.days(728..<728 + 364))
    ).reduce(0, +)
    #expect(abs(blind / came - 1) > 0.1)
  }

  @Test("A driver without any effect gets none, also where there are few weeks")
  func idleDriver() throws {
    let random: (Int) -> Double = { 1000 * (1 + 0.2 * SampleHistory.noise($0 / 7, 99)) }
    // Two and a half times what that many weeks leave open: 3 % noise a week over a driver that moves by 5.5 %.
    for (days, most) in [(84, 0.4), (728, 0.14)] {
      let past = series(days: days, drivers: random)
      let row = try WeeklyDrivers().fit(past).parameters.first { $0.name == "driver customers" }
      #expect(abs(try #require(row).value) < most, "\(days) days")
    }
  }

  @Test("Eighteen months ahead nothing explodes: growth flattens, bands widen and stay finite")
  func damped() throws {
    let past = series(days: 728, growthPerYear: 0.4)
    let fitted = try WeeklyDrivers().fit(past)
    let forecast = fitted.forecast(Self.days(728..<728 + 78 * 7))
    let weeks = weekTotals(forecast)
    let now = (721..<728).reduce(0.0) { $0 + total($1, growthPerYear: 0.4) }
    #expect(weeks[77] > 1.05 * now && weeks[77] < 1.35 * now)
    #expect(weeks[77] / weeks[52] < weeks[25] / weeks[0])
    func band(_ week: Int) -> Double {
      let cell = week * 7 * Self.slots + 3
      let quantiles = forecast.quantiles(at: cell)
      return (quantiles[9] - quantiles[1]) / forecast.mean[cell]
    }
    for (early, late) in [(0, 12), (12, 25), (25, 51), (51, 77)] {
      #expect(band(late) > band(early))
    }
    #expect(band(77) < 1)
  }

  @Test("A few weeks, a driver that never changes and one that turns negative are survived")
  func edges() throws {
    for (days, driver) in [
      (63, { _ in 5.0 }), (200, { d in Double(d - 100) }), (400, { d in d > 350 ? 1e300 : 1 }),
    ] as [(Int, (Int) -> Double)] {
      let past = series(days: days, drivers: driver)
      let forecast = try WeeklyDrivers().fit(past).forecast(Self.days(days..<days + 546, driver))
      #expect(forecast.mean.allSatisfy { $0.isFinite && $0 >= 0 && $0 < 1e6 })
    }
  }

  private func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  private func sine(_ angle: Double) -> Double { sin(angle) }
}
