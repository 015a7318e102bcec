@testable import Forecasting

/// Seeded series such as broken exports hold: gaps, steps, spikes, constants, trends and numbers of absurd size.
enum OddSeries {
  /// One series and its seasons.
  static func series(_ number: Int) -> SeasonalSeries {
    let chance = SimulatedSeries.noise(260, seed: UInt64(number) &+ 77)
    let length = 1 + Int(abs(chance[0]) * 70)
    let scale = [1e-12, 1, 40, 1e6, 1e15, 1e150, 1e300][number % 7]
    let gaps = [-9.0, -1, 0.5][number / 7 % 3]
    let period = [7, 1, 2, 12, 24, 0, -3][number / 3 % 7]
    var values = (0..<length).map { t -> Double in
      let noise = chance[1 + t % 250]
      return switch number / 5 % 6 {
      case 0: noise
      case 1: Double(t % 7) + 0.1 * noise
      case 2: t < length / 2 ? 1 : 9 + noise
      case 3: 3
      case 4: t == length / 2 ? 1e6 : noise.rounded()
      default: Double(t) + noise
      }
    }
    for t in values.indices {
      values[t] = chance[(t * 13 + 5) % 260] < gaps ? .nan : values[t] * scale
    }
    return SeasonalSeries(
      values: values, periods: number % 4 == 0 ? [period, 5 * period] : [period])
  }

  /// What is broken in a fit and its forecast, in words; nil where nothing is.
  ///
  /// A series may be refused where it has hardly any values, or values whose squares are no numbers.
  static func broken(_ model: some SeriesModel, _ number: Int) -> String? {
    let series = series(number)
    guard let fitted = try? model.fit(series) else {
      let seen = series.values.filter { !$0.isNaN }
      let isOrdinary = seen.count > 2 && seen.allSatisfy { abs($0) < 1e140 }
      return isOrdinary ? "\(number): refused" : nil
    }
    let ahead = fitted.forecast(steps: 30)
    if ahead.mean.count != 30 || ahead.variance.count != 30 { return "\(number): not 30 steps" }
    if !ahead.mean.allSatisfy({ $0.isFinite }) { return "\(number): mean \(ahead.mean)" }
    if !ahead.variance.allSatisfy({ $0.isFinite && $0 >= 0 }) {
      return "\(number): variance \(ahead.variance)"
    }
    return nil
  }
}
