import ContactCenter
import Probability
import Testing

@testable import Staffing

@Suite struct ArrivalDispersionTests {
  /// Weeks of days with factors of their own.
  static func days(
    weeks: Int, day: Double, interval: Double, seed: UInt64
  ) throws -> [ArrivalDispersion.Day] {
    var random = Xoshiro256(key: seed)
    let first = try #require(CivilDate(text: "2026-01-05"))
    return (0..<7 * weeks).map { number in
      let factor = day > 0 ? Gamma(mean: 1, coefficientOfVariation: day).sample(using: &random) : 1
      let level = number % 7 < 5 ? 20.0 : 8
      let counts = (0..<40).map { slot -> Double in
        let own =
          interval > 0
          ? Gamma(mean: 1, coefficientOfVariation: interval).sample(using: &random) : 1
        let shape = 1 + Double(min(slot, 39 - slot)) / 10
        return Poisson(mean: level * shape * factor * own).sample(using: &random)
      }
      return ArrivalDispersion.Day(date: first.advanced(by: number), counts: counts)
    }
  }

  @Test("Poisson days have an index of one and no busyness of their own")
  func poisson() throws {
    let fit = try #require(
      ArrivalDispersion(days: Self.days(weeks: 20, day: 0, interval: 0, seed: 1)))
    #expect(fit.index.contains(1), "\(fit.index)")
    #expect(fit.day.lower == 0)
    #expect(fit.interval.lower == 0)
    #expect(fit.interval.value < 0.06)
    #expect(fit.weekdays.count == 7)
  }

  @Test("Days that differ and intervals that differ are told apart")
  func both() throws {
    let fit = try #require(
      ArrivalDispersion(
        days: Self.days(weeks: 30, day: 0.2, interval: 0.3, seed: 2), confidence: 0.999))
    #expect(fit.day.contains(0.2), "\(fit.day)")
    #expect(fit.interval.contains(0.3), "\(fit.interval)")
    #expect(fit.day.upper - fit.day.lower < 0.12)
    #expect(fit.interval.upper - fit.interval.lower < 0.06)
    let onlyIntervals = try #require(
      ArrivalDispersion(
        days: Self.days(weeks: 30, day: 0, interval: 0.3, seed: 4), confidence: 0.999))
    #expect(onlyIntervals.day.lower == 0, "\(onlyIntervals.day)")
  }

  @Test("A day far from its weekday's mean is named")
  func farthest() throws {
    var days = try Self.days(weeks: 8, day: 0, interval: 0, seed: 3)
    days[10].counts = days[10].counts.map { ($0 / 5).rounded() }
    let fit = try #require(ArrivalDispersion(days: days))
    #expect(fit.farthest?.date == days[10].date)
  }

  @Test("Too few days are nothing")
  func few() throws {
    #expect(try ArrivalDispersion(days: Self.days(weeks: 1, day: 0, interval: 0, seed: 1)) == nil)
    #expect(ArrivalDispersion(days: []) == nil)
  }

  @Test("A first and a last day that the data cut are left out and named")
  func cut() throws {
    let whole = try Self.days(weeks: 8, day: 0, interval: 0, seed: 3)
    var days = whole
    for slot in 0..<25 { days[0].counts[slot] = 0 }
    for slot in 20..<40 { days[55].counts[slot] = 0 }
    let fit = try #require(ArrivalDispersion(days: days))
    #expect(fit.cutDays == [days[0].date, days[55].date])
    let rest = try #require(ArrivalDispersion(days: Array(whole[1..<55])))
    #expect(fit.day == rest.day)
    #expect(fit.interval == rest.interval)
    #expect(ArrivalDispersion(days: whole)?.cutDays == [])
    // In the middle such a day is an unusual one.
    days = whole
    for slot in 0..<25 { days[20].counts[slot] = 0 }
    let middle = try #require(ArrivalDispersion(days: days))
    #expect(middle.cutDays == [])
    #expect(middle.farthest?.date == days[20].date)
  }

  @Test("A level that grows by half within the year is no busyness")
  func trend() throws {
    var random = Xoshiro256(key: 9)
    let first = try #require(CivilDate(text: "2026-01-05"))
    let days = (0..<364).map { number in
      let level = 20 * (0.8 + 0.4 * Double(number) / 363)
      return ArrivalDispersion.Day(
        date: first.advanced(by: number),
        counts: (0..<40).map { _ in Poisson(mean: level).sample(using: &random) })
    }
    let fit = try #require(ArrivalDispersion(days: days))
    // Around their mean over the year the days have a standard deviation of 12 %.
    #expect(fit.day.value < 0.02, "\(fit.day)")
    #expect(fit.index.contains(1), "\(fit.index)")
  }
}
