import Testing

@testable import Forecasting

@Suite("Seasonal strength")
struct SeasonalStrengthTests {
  @Test("A pure season is strong, noise is weak, even with a trend and gaps")
  func strength() {
    let season = (0..<140).map { [5.0, 1, 0, -2, 3, -4, -3][$0 % 7] + 0.1 * Double($0) }
    #expect(SeasonalStrength.of(season, period: 7) > 0.999)
    let gaps = season.enumerated().map { $0 % 11 == 3 ? .nan : $1 }
    #expect(SeasonalStrength.of(gaps, period: 7) > 0.95)
    #expect(SeasonalStrength.of(SimulatedSeries.noise(280), period: 7) < 0.2)
    let monthly = (0..<60).map { Double($0 % 12) }
    #expect(SeasonalStrength.of(monthly, period: 12) > 0.999)
  }

  @Test("Too short, constant or empty series have none")
  func none() {
    #expect(SeasonalStrength.of([1, 2, 3, 4, 5], period: 2) >= 0)
    #expect(SeasonalStrength.of([1, 2, 3], period: 2) == 0)
    #expect(SeasonalStrength.of([], period: 7) == 0)
    #expect(SeasonalStrength.of([Double](repeating: 2, count: 50), period: 7) == 0)
    #expect(SeasonalStrength.of([Double](repeating: .nan, count: 50), period: 7) == 0)
    #expect(SeasonalStrength.of([1, 2, 3, 4], period: 1) == 0)
  }
}
