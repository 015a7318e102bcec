import Probability
import Testing

@testable import Staffing

@Suite struct ReturnFitTests {
  /// So many customers, of whom a share returns after an exponential delay, all calling by chance as well.
  static func times(
    _ count: Int, share: Double, delay: Double, chancePerHour: Double, window: Double, seed: UInt64
  ) -> CensoredTimes {
    var random = Xoshiro256(key: seed)
    var (events, censored): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      var next = Double.infinity
      if random.uniform() < share { next = delay * random.exponential() }
      if chancePerHour > 0 { next = min(next, 3600 / chancePerHour * random.exponential()) }
      if next <= window { events.append(next) } else { censored.append(window) }
    }
    return CensoredTimes(events: events, censored: censored)
  }

  @Test("Redials are told from chance calls")
  func mixture() throws {
    let fit = try #require(
      ReturnFit(
        Self.times(
          4000, share: 0.4, delay: 600, chancePerHour: 0.05, window: 4 * 3600, seed: 3),
        windowSeconds: 4 * 3600, confidence: 0.999))
    #expect(fit.share.contains(0.4), "\(fit.share)")
    #expect(fit.delay.contains(600), "\(fit.delay)")
    #expect(abs(fit.chancePerHour - 0.05) < 0.02)
    #expect(fit.share.upper - fit.share.lower < 0.12)
    // Counting who is seen again would say more than half.
    #expect(Double(fit.seenAgain) / Double(fit.followed) > fit.share.upper)
  }

  @Test("Without redials the share's interval begins at zero")
  func chanceAlone() throws {
    let fit = try #require(
      ReturnFit(
        Self.times(3000, share: 0, delay: 1, chancePerHour: 0.05, window: 4 * 3600, seed: 5),
        windowSeconds: 4 * 3600))
    #expect(fit.share.lower == 0)
    #expect(fit.share.value < 0.05 || fit.delay.value > 3600)
  }

  @Test("Without chance calls the share is who came back")
  func noChance() throws {
    let fit = try #require(
      ReturnFit(
        Self.times(2000, share: 0.3, delay: 300, chancePerHour: 0, window: 4 * 3600, seed: 7),
        windowSeconds: 4 * 3600))
    #expect(abs(fit.share.value - Double(fit.seenAgain) / 2000) < 2e-3)
    #expect(fit.delay.contains(300))
    #expect(fit.chancePerHour < 1e-3)
  }

  @Test("Nobody followed is nothing; nobody seen again is a share of zero")
  func empty() throws {
    #expect(ReturnFit(CensoredTimes(events: [], censored: []), windowSeconds: 60) == nil)
    let none = try #require(
      ReturnFit(
        CensoredTimes(events: [], censored: [60, 60, 60]), windowSeconds: 60))
    #expect(none.share.value == 0)
    #expect(none.share.upper > 0.5)
  }
}
