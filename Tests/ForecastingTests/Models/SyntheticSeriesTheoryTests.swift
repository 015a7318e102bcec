import ContactCenter
import TestSupport
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

/// Hourly series that are no contact data: the default must beat repeating the last week on each kind, at each lead.
///
/// Fifty seeded series of each kind, sixteen weeks long, forecast four weeks ahead. Errors are pooled over the series
/// of a kind: on a single series of pure noise around a fixed pattern either may be luckier.
@Suite("Synthetic hourly series", .enabled(if: TestBuild.isOptimized, "thousands of fits"))
struct SyntheticSeriesTheoryTests {
  enum Kind: String, CaseIterable {
    case trend, multiplicativeSeason, levelShift, zeros
  }

  private static let days = 112
  private static let horizon = 28

  private static func value(_ kind: Kind, _ seed: Int, day: Int, hour: Int) -> Double {
    func chance(_ salt: Int) -> Double { SampleHistory.noise(seed * 1009 + salt, day * 24 + hour) }
    let depth = 0.3 + 0.5 * SampleHistory.noise(seed, 1)
    let peak = 24 * SampleHistory.noise(seed, 2)
    let weekend = day % 7 > 4 ? 0.4 + 0.5 * SampleHistory.noise(seed, 3) : 1
    let wave = 1 + depth * cos(2 * .pi * (Double(hour) - peak) / 24)
    let noise = 0.6 * (chance(7) + chance(8) - 1)
    switch kind {
    case .trend:
      let slope = 0.002 + 0.004 * SampleHistory.noise(seed, 4)
      return 500 * wave * weekend * (1 + slope * Double(day)) * (1 + 0.3 * noise)
    case .multiplicativeSeason:
      // The day's wave grows with a level that swings slowly, each series from a phase of its own.
      let period = 60 + 120 * SampleHistory.noise(seed, 4)
      let angle = 2 * .pi * (Double(day) / period + SampleHistory.noise(seed, 6))
      return 500 * wave * weekend * (1 + 0.3 * sin(angle)) * (1 + 0.3 * noise)
    case .levelShift:
      let shift = day > 70 + Int(20 * SampleHistory.noise(seed, 5)) ? 1.6 : 1
      return 500 * wave * weekend * shift * (1 + 0.3 * noise)
    case .zeros:
      // Two contacts an hour at the peak, most hours none.
      return chance(9) < 0.25 * wave * weekend ? (1 + 3 * chance(10)).rounded(.down) : 0
    }
  }

  @Test("The default beats the seasonal naive at every lead", arguments: Kind.allCases)
  func beatsNaive(kind: Kind) throws {
    let open = [Bool](repeating: true, count: 24)
    func day(_ d: Int) -> ModelDay {
      ModelDay(date: SampleHistory.monday.advanced(by: d), open: open)
    }
    let future = (Self.days..<Self.days + Self.horizon).map(day)
    var errors: [String: [Double]] = [:]
    for seed in 0..<50 {
      let series = DaySeries(
        slotCount: 24, days: (0..<Self.days).map(day),
        counts: (0..<Self.days * 24).map {
          max(0, Self.value(kind, seed, day: $0 / 24, hour: $0 % 24))
        })
      let actual = (0..<Self.horizon * 24).map {
        max(0, Self.value(kind, seed, day: Self.days + $0 / 24, hour: $0 % 24))
      }
      for model in [CombinedModels.auto, SeasonalNaive()] as [any ForecastModel] {
        let forecast = try model.fit(series).forecast(future)
        var sums = errors[model.name] ?? [0, 0, 0]
        for (lead, end) in [1, 7, 28].enumerated() {
          for cell in 0..<end * 24 { sums[lead] += abs(forecast.mean[cell] - actual[cell]) }
        }
        errors[model.name] = sums
      }
    }
    let ours = try #require(errors["auto"])
    let naive = try #require(errors["seasonal-naive"])
    for lead in 0..<3 { #expect(ours[lead] / naive[lead] < 1) }
  }
}
