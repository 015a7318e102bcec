internal import ContactCenter

/// From days and slots back to the time line.
enum WallClock {
  /// Every interval of the forecast days, in order.
  ///
  /// A repeated hour has two, each with the mean of its slot; a skipped hour has none. Known factors of the
  /// calendar are multiplied on.
  static func intervals(
    _ forecast: DayForecast, days: [ModelDay], rules: DayRules, grid: TimeGrid,
    handle: HandleTimes
  ) -> [ForecastInterval] {
    var result: [ForecastInterval] = []
    result.reserveCapacity(forecast.mean.count)
    for (d, day) in days.enumerated() {
      let factors = rules.knownFactors(day.date)
      let doubt = rules.factorVariance(day.date)
      for interval in grid.intervals(on: day.date) {
        let slot = grid.slot(of: interval.start)
        let cell = d * forecast.slotCount + slot
        // Where the clock shifts by less than an interval, one is shorter or longer than the others.
        let scale =
          (factors?[slot] ?? 1) * Double(interval.seconds) / Double(grid.length.seconds)
        result.append(
          ForecastInterval(
            start: interval.start, offered: scale * forecast.mean[cell],
            handleSecondsMean: handle.seconds(weekday: day.weekday, slot: slot),
            quantiles: widened(
              forecast.quantiles(at: cell), mean: forecast.mean[cell], by: doubt?[slot] ?? 0
            ).map { scale * $0 }))
      }
    }
    return result
  }
  /// Quantiles drawn apart from their mean by what is not known of a factor.
  ///
  /// *Formula*: the distance of each from the mean times √(1 + v / w), where v is the variance of the factor's logarithm
  /// and w the relative variance that the band between p10 and p90 of a normal curve shows; never below 0.
  private static func widened(
    _ quantiles: [Double], mean: Double, by variance: Double
  ) -> [Double] {
    guard variance > 0, mean > 0, let low = quantiles.dropFirst().first,
      let high = quantiles.dropLast().last
    else { return quantiles }
    let deviation = (high - low) / (2 * 1.2816 * mean)
    guard deviation > 1e-6 else { return quantiles }
    let stretch = (1 + min(variance, 4) / (deviation * deviation)).squareRoot()
    return quantiles.map { max(0, mean + (($0 - mean) * stretch)) }
  }
}
