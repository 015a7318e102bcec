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
            quantiles: forecast.quantiles(at: cell).map { scale * $0 }))
      }
    }
    return result
  }
}
