import ContactCenter
import Forecasting
import TestSupport
import Testing

/// Histories of nonsense: whatever is in them, no NaN, infinity or negative number comes out.
enum GarbageHistory {
  /// What goes wrong with a forecast of a seeded history by every model, in words.
  static func broken(seed: Int, days: Int) throws -> [String] {
    var broken: [String] = []
    let history = SampleHistory.hourly(days: days) { date, hour in value(seed, date, hour) }
    let calendar = BusinessCalendar([
      CalendarEntry(
        date: SampleHistory.monday.advanced(by: seed % 20), name: "A", kind: .holiday,
        repeats: CalendarRule(.weeks(1 + seed % 3))),
      CalendarEntry(
        date: SampleHistory.monday.advanced(by: seed % 15), name: "B", kind: .event,
        startMinute: 60 * (seed % 20), repeats: CalendarRule(.monthly), days: 1 + seed % 9),
      CalendarEntry(
        date: SampleHistory.monday.advanced(by: days + 3), name: "C", kind: .event,
        expectedEffect: seed % 2 == 0 ? 0 : 900),
    ])
    let regressors = (0..<days).map { day in
      RegressorValue(
        name: "r", date: SampleHistory.monday.advanced(by: day),
        value: value(seed + 1, SampleHistory.monday.advanced(by: day), 3) ?? .nan)
    }
    for model in ForecastModelCatalog.all.map(\.name) {
      let request = ForecastRequest(
        grid: SampleHistory.grid(), calendar: calendar, days: 40, model: model,
        regressors: regressors)
      let result: ForecastResult
      do {
        result = try DemandForecaster.forecast(history, request)
      } catch {
        continue
      }
      for interval in result.forecast.queues.flatMap(\.intervals) {
        let numbers = [interval.offered] + interval.quantiles
        if !numbers.allSatisfy({ $0.isFinite && $0 >= 0 }) {
          broken.append("\(model), seed \(seed): \(numbers)")
          break
        }
        if interval.quantiles != interval.quantiles.sorted() {
          broken.append("\(model), seed \(seed): quantiles \(interval.quantiles)")
          break
        }
      }
    }
    return broken
  }

  private static func value(_ seed: Int, _ date: CivilDate, _ hour: Int) -> Double? {
    let chance = SampleHistory.noise(seed * 7919 + date.daysSinceEpoch, hour)
    let size = [0, 1, 5, 40, 3000, 1e9][(seed + hour / 6) % 6]
    switch chance {
    case ..<0.02: return nil
    case ..<0.03: return -1
    case ..<0.035: return .nan
    case ..<0.04: return .infinity
    case ..<0.045: return 1e300
    case ..<0.05: return 1e11
    case ..<0.06: return .leastNonzeroMagnitude
    case ..<(0.06 + 0.3 * Double(seed % 3)): return seed % 2 == 0 ? nil : 0
    default: return size * chance
    }
  }
}

@Suite("Garbage histories")
struct GarbageHistoryTests {
  @Test("No nonsense comes out of nonsense", arguments: [1, 2])
  func few(seed: Int) throws { #expect(try GarbageHistory.broken(seed: seed, days: 45) == []) }
}

@Suite(
  "Garbage histories, many",
  .enabled(if: TestBuild.isOptimized, "dozens of fits by every model need optimized code"))
struct GarbageHistoryTheoryTests {
  @Test("No nonsense comes out of nonsense", arguments: 0..<36)
  func many(seed: Int) throws {
    #expect(try GarbageHistory.broken(seed: seed, days: [3, 12, 45, 200][seed % 4]) == [])
  }
}
