import ContactCenter
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Occasion effects")
struct OccasionEffectsTests {
  private func effects(_ occasions: [Int: Occasion], volume: Double = 1000) throws
    -> OccasionEffects
  {
    let weekday = [1.2, 1.1, 1.0, 1.0, 0.9, 0.5, 0.4]
    let series = DaySeries(
      slotCount: 1,
      days: (0..<182).map {
        ModelDay(
          date: SampleHistory.monday.advanced(by: $0), open: [true], occasion: occasions[$0])
      },
      counts: (0..<182).map { d in
        let trend = 1 + Double(d) / 400
        return volume * trend * weekday[d % 7] * (occasions[d] == nil ? 1 : 0.5)
      })
    return try OccasionEffects(CleanDays(series))
  }

  @Test("Weekday effects come out of a growing level")
  func weekdays() throws {
    let effects = try effects([:])
    // The piecewise linear level bends where the logarithm of the trend does: a thousandth of an effect.
    #expect(abs(exp(effects.weekdays[0] - effects.weekdays[6]) - 3) < 0.01)
    #expect(abs(effects.weekdays.reduce(0, +)) < 1e-9)
  }

  @Test(
    "The more often a holiday was seen, the nearer its effect is to what it did", arguments: 1...4)
  func shrinkage(times: Int) throws {
    let days = [30, 61, 92, 124].prefix(times)
    let holiday = Occasion(name: "Spring", isHoliday: true)
    let learned = try effects(Dictionary(uniqueKeysWithValues: days.map { ($0, holiday) }))
    let n = Double(times)
    let doubt = 1 + 20 / 930.0
    let pool = log(0.5) * n / (n + doubt)
    let expected = (n * log(0.5) + doubt * pool) / (n + doubt)
    let found = try #require(learned.byName["Spring"])
    #expect(found.occurrences == times)
    #expect(abs(found.log - expected) < 0.02)
    #expect(abs(learned.effect(of: Occasion(name: "Autumn", isHoliday: true)).log - pool) < 0.02)
    #expect(learned.effect(of: Occasion(name: "Mailing", isHoliday: false)).log == 0)
    #expect(learned.effect(of: nil).variance == 0)
  }

  @Test("Tiny days are believed less")
  func tinyDays() throws {
    let holiday = [30: Occasion(name: "Spring", isHoliday: true)]
    let large = try #require(try effects(holiday).byName["Spring"])
    let small = try #require(try effects(holiday, volume: 20).byName["Spring"])
    #expect(small.log > large.log * 0.8)
  }
}
