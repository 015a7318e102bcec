public import ContactCenter

/// Which models to replay, and from when.
public struct BacktestRequest: Sendable {
  /// The origins from which the models look ahead.
  public enum Origins: Hashable, Sendable {
    /// That many, the last one a horizon before the end of the history, spaced so that weekdays rotate.
    case count(Int)
    /// The first forecast day of each.
    case dates([CivilDate])
  }

  /// Grid, calendar, opening hours; its model, first day and days are not used.
  public var forecast: ForecastRequest
  /// The models' names.
  public var models: [String]
  /// The origins.
  public var origins: Origins
  /// Days to look ahead from each.
  public var horizonDays: Int

  /// Creates a request.
  public init(
    forecast: ForecastRequest, models: [String], origins: Origins = .count(6),
    horizonDays: Int = 28
  ) {
    self.forecast = forecast
    self.models = models
    self.origins = origins
    self.horizonDays = horizonDays
  }

  /// The first forecast days, ascending.
  ///
  /// With `count(n)`: three days less than the horizon apart, closer where the history is short, never a multiple
  /// of seven, and never with less than four weeks to learn from.
  ///
  /// *Throws*: ``ForecastingError/noOrigins(reason:hint:)``, ``ForecastingError/horizon(days:)``.
  func originDates(of history: DemandHistory) throws(ForecastingError) -> [CivilDate] {
    try usableOrigins(of: history).dates
  }

  /// The first forecast days, ascending, and a finding for each date asked for that cannot be one.
  ///
  /// *Throws*: as ``originDates(of:)``; where no date is usable.
  func usableOrigins(
    of history: DemandHistory
  ) throws(ForecastingError) -> (dates: [CivilDate], findings: [Finding]) {
    guard (1...DemandForecaster.maximumDays).contains(horizonDays) else {
      throw .horizon(days: horizonDays)
    }
    let grid = forecast.grid
    guard let first = history.queues.compactMap(\.starts.first).min().map(grid.date(of:)),
      let end = DemandForecaster.firstDay(after: history, grid: grid)
    else { throw .noData }
    switch origins {
    case .dates(let dates):
      let (earliest, latest) = (first.advanced(by: 1).text, end.advanced(by: -1).text)
      let usable = Set(dates.filter { $0 > first && $0 < end })
      guard !usable.isEmpty else {
        throw .noOrigins(
          reason: "no origin lies between \(earliest) and \(latest).",
          hint: "Maybe choose days after the history begins and before it ends.")
      }
      let refused = Set(dates).subtracting(usable).sorted().map {
        Finding(
          .warning, code: "backtest.origin-outside",
          "the origin has nothing to learn from or nothing to be scored by: it is left out",
          place: $0.text, advice: "Maybe choose days from \(earliest) to \(latest).")
      }
      return (usable.sorted(), refused)
    case .count(let count):
      let last = end.advanced(by: -horizonDays)
      let room = last.days(since: first) - 28
      guard count > 0, count <= 10_000, room >= 0, count == 1 || room / (count - 1) > 0 else {
        throw .noOrigins(
          reason: "\(count) origins with \(horizonDays) days each do not fit into the"
            + " \(end.days(since: first)) days of history after four weeks of learning.")
      }
      var step = count == 1 ? 1 : min(max(1, horizonDays - 3), room / (count - 1))
      if step % 7 == 0, step > 1 { step -= 1 }
      return ((0..<count).map { last.advanced(by: -step * (count - 1 - $0)) }, [])
    }
  }
}
