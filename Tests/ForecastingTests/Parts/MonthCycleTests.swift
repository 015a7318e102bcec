import ContactCenter
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Month cycle")
struct MonthCycleTests {
  private static let usual = [true, true, true, true, true, false, false]

  /// Working days from 2025-01-01 on.
  private static func workdays(months: Int) -> [Int] {
    let first = CivilDate(year: 2025, month: 1, day: 1)?.daysSinceEpoch ?? 0
    return (first..<first + months * 30).filter {
      usual[CivilDate(daysSinceEpoch: $0).weekday.rawValue]
    }
  }

  /// Noise of standard deviation about 0.03, the same on every machine.
  private static func noise(_ i: Int) -> Double {
    var z = UInt64(truncatingIfNeeded: i) &* 0x9E37_79B9_7F4A_7C15
    var sum = 0.0
    for _ in 0..<12 {
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB &+ 0x9E37_79B9_7F4A_7C15
      sum += Double(z >> 11) / Double(1 << 53) - 0.5
    }
    return 0.03 * sum
  }

  private static func cycle(months: Int, effect: (Int) -> Double) -> MonthCycle {
    let days = workdays(months: months)
    return MonthCycle(
      places: days.map { MonthPlace($0, usual: usual) },
      residuals: days.map { effect($0) + noise($0) })
  }

  @Test("A turn of the month that eight months share is learned to a third of its noise")
  func turn() {
    let wave = { (day: Int) in 0.1 * cos(2 * .pi * MonthPlace(day, usual: Self.usual).byDate) }
    let cycle = Self.cycle(months: 8, effect: wave)
    #expect(cycle.confirmed > 0.9)
    for day in Self.workdays(months: 8) {
      #expect(abs(cycle.effect(at: MonthPlace(day, usual: Self.usual)) - wave(day)) < 0.03)
    }
  }

  @Test("The last working day alone is told from its neighbors")
  func sharp() {
    let cycle = Self.cycle(months: 12) { day in
      MonthPlace(day, usual: Self.usual).byOpenDay > 0.95 ? 0.2 : 0
    }
    // 2026-01-30 is a Friday, the last of the month; the 27th is three working days before.
    let last = MonthPlace(
      CivilDate(year: 2026, month: 1, day: 30)?.daysSinceEpoch ?? 0, usual: Self.usual)
    let before = MonthPlace(
      CivilDate(year: 2026, month: 1, day: 27)?.daysSinceEpoch ?? 0, usual: Self.usual)
    #expect(cycle.effect(at: last) > 0.09)
    #expect(abs(cycle.effect(at: before)) < 0.04)
  }

  @Test("Noise alone makes no cycle worth the name")
  func none() {
    let cycle = Self.cycle(months: 12) { _ in 0 }
    let worst = Self.workdays(months: 12).map {
      abs(cycle.effect(at: MonthPlace($0, usual: Self.usual)))
    }.max()
    // Unshrunk, 28 waves fitted to 250 days of noise 0.03 would reach 0.02.
    #expect((worst ?? 1) < 0.015)
  }

  @Test("Two months are too few to believe in")
  func short() {
    let cycle = Self.cycle(months: 2) { day in
      0.1 * cos(2 * .pi * MonthPlace(day, usual: Self.usual).byDate)
    }
    #expect(cycle.confirmed == 0)
  }

  @Test("Places within a month are told by date and by open day")
  func places() throws {
    // June 2026 begins on a Monday and has 22 working days.
    let first = try #require(CivilDate(year: 2026, month: 6, day: 1)).daysSinceEpoch
    let place = MonthPlace(first, usual: Self.usual)
    #expect(place.month == 2026 * 12 + 6)
    #expect(abs(place.byDate - 0.5 / 30) < 1e-12)
    #expect(abs(place.byOpenDay - 0.5 / 22) < 1e-12)
    #expect(abs(MonthPlace(first + 29, usual: Self.usual).byOpenDay - 21.5 / 22) < 1e-12)
    let never = MonthPlace(first, usual: Array(repeating: false, count: 7))
    #expect(never.byOpenDay == never.byDate)
  }
}
