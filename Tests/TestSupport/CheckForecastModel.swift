public import ContactCenter
public import Forecasting

/// Series that every model must survive.
public enum SampleSeries {
  /// The kinds of series.
  public enum Kind: String, CaseIterable, Sendable {
    case regular, short, constant, gappy, zeroHeavy, allZero, spike, levelShift, weekdaysOnly,
      oneDay
  }

  /// A Monday.
  public static let firstDate = CivilDate(daysSinceEpoch: 19_723 - 19_723 % 7 + 4)
  /// Slots per day.
  public static let slotCount = 24

  /// A repeatable series of one kind, its volume multiplied by `scale`.
  public static func series(_ kind: Kind, scale: Double = 1) -> DaySeries {
    let dayCount =
      switch kind {
      case .short: 9
      case .oneDay: 1
      default: 140
      }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func chance() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    var counts: [Double] = []
    for d in 0..<dayCount {
      let weekday = d % 7
      for s in 0..<slotCount {
        let noise = 0.9 + 0.2 * chance()
        let shape = s < 7 || s > 20 ? 0.0 : 1 + 0.5 * Double((s + weekday) % 5)
        var value = (1000 * shape * (weekday > 4 ? 0.5 : 1) * noise).rounded()
        switch kind {
        case .constant: value = 500
        case .gappy: if chance() < 0.3 || d % 11 == 0 { value = .nan }
        case .zeroHeavy: value = chance() < 0.03 ? 1 : 0
        case .allZero: value = 0
        case .spike: if d == 100, s == 12 { value = 1e9 }
        case .levelShift: if d > 120 { value *= 3 }
        case .weekdaysOnly: if weekday > 4 { value = 0 }
        case .regular, .short, .oneDay: break
        }
        counts.append(value * scale)
      }
    }
    return DaySeries(
      slotCount: slotCount, days: days(from: 0, count: dayCount, kind: kind), counts: counts)
  }

  /// What each kind of series says about updates within its days.
  static let updates = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { ($0, IntradayUpdate(series($0))) })

  /// The days that follow a series.
  public static func future(of series: DaySeries, kind: Kind, count: Int = 35) -> [ModelDay] {
    days(from: series.days.count, count: count, kind: kind)
  }

  private static func days(from start: Int, count: Int, kind: Kind) -> [ModelDay] {
    (start..<start + count).map { d in
      let closed = kind == .weekdaysOnly && d % 7 > 4
      return ModelDay(
        date: firstDate.advanced(by: d),
        open: (0..<slotCount).map { !closed && $0 >= 7 && $0 <= 20 })
    }
  }
}

/// Holds a model to the laws of `ForecastModel`, and returns what is broken, in words; empty when they hold.
///
/// - Finite numbers ≥ 0; quantiles ascending; the mean between p2.5 and p97.5; closed slots 0.
/// - Scaling a large series scales its mean within 1 %.
/// - The relative band at the same weekday and slot does not shrink with the lead.
/// - A refit gives the same forecast, and a description.
/// - A day of which nothing was seen is forecast as before; whatever was seen, the laws of numbers hold.
public func checkForecastModel(_ model: any ForecastModel) throws -> [String] {
  var broken: [String] = []
  if model.name.isEmpty || model.summary.isEmpty || model.needs.minimumDays < 1 {
    broken.append("no name, no summary, or needs no history")
  }
  for kind in SampleSeries.Kind.allCases {
    let series = SampleSeries.series(kind)
    guard series.observedDayCount >= model.needs.minimumDays else { continue }
    let days = SampleSeries.future(of: series, kind: kind)
    let fitted = try model.fit(series)
    let forecast = fitted.forecast(days)
    broken += brokenNumbers(forecast, days).prefix(3).map { "\(kind.rawValue): \($0)" }
    if try model.fit(series).forecast(days) != forecast {
      broken.append("\(kind.rawValue): a refit forecasts otherwise")
    }
    if (fitted.parameters + fitted.fit).contains(where: \.name.isEmpty) {
      broken.append("\(kind.rawValue): a row of the description has no name")
    }
    broken += brokenUpdate(fitted, kind, days, forecast).map { "\(kind.rawValue): \($0)" }
    if fitted.forecast([]).dayCount != 0 {
      broken.append("\(kind.rawValue): no days are not forecast as no days")
    }
  }
  return try (broken + brokenScaling(model) + brokenBands(model)).map { "\(model.name), \($0)" }
}

private func brokenNumbers(_ forecast: DayForecast, _ days: [ModelDay]) -> [String] {
  guard forecast.mean.count == days.count * SampleSeries.slotCount else {
    return ["\(forecast.mean.count) cells for \(days.count) days"]
  }
  var broken: [String] = []
  for cell in forecast.mean.indices {
    let mean = forecast.mean[cell]
    let quantiles = forecast.quantiles(at: cell)
    let open = days[cell / SampleSeries.slotCount].open[cell % SampleSeries.slotCount]
    if !mean.isFinite || mean < 0 { broken.append("mean \(mean) at \(cell)") }
    if !quantiles.allSatisfy({ $0.isFinite && $0 >= 0 }) || quantiles != quantiles.sorted() {
      broken.append("quantiles \(quantiles) at \(cell)")
    }
    // The mean of a tiny count lies beyond most of its quantiles.
    if mean > 1, mean < quantiles[0] || mean > quantiles[quantiles.count - 1] {
      broken.append("mean \(mean) outside \(quantiles) at \(cell)")
    }
    if !open, mean != 0 || quantiles.contains(where: { $0 != 0 }) {
      broken.append("closed cell \(cell) has \(mean)")
    }
  }
  return broken
}

/// What is wrong with updates during the first day: nothing seen must change nothing, a wild morning must leave numbers.
private func brokenUpdate(
  _ fitted: any FittedForecast, _ kind: SampleSeries.Kind, _ days: [ModelDay],
  _ forecast: DayForecast
) -> [String] {
  guard let update = SampleSeries.updates[kind] else { return [] }
  let nothing = [Double](repeating: .nan, count: SampleSeries.slotCount)
  var broken: [String] = []
  if fitted.forecast(days, seen: nothing, by: update) != forecast {
    broken.append("nothing seen changes the forecast")
  }
  let morning = (0..<SampleSeries.slotCount).map { $0 < 12 ? 3 * forecast.mean[$0] : .nan }
  let updated = fitted.forecast(days, seen: morning, by: update)
  return broken + brokenNumbers(updated, days).prefix(3).map { "updated, \($0)" }
}

private func brokenScaling(_ model: any ForecastModel) throws -> [String] {
  let plain = SampleSeries.series(.regular)
  let days = SampleSeries.future(of: plain, kind: .regular)
  let one = try model.fit(plain).forecast(days).mean
  let ten = try model.fit(SampleSeries.series(.regular, scale: 10)).forecast(days).mean
  let worst = zip(one, ten).map { abs($1 - 10 * $0) / max(10 * $0, 1) }.max() ?? 0
  return worst < 0.01 ? [] : ["ten times the contacts move a mean by \(worst) beside ten times"]
}

private func brokenBands(_ model: any ForecastModel) throws -> [String] {
  let series = SampleSeries.series(.regular)
  let days = SampleSeries.future(of: series, kind: .regular)
  let forecast = try model.fit(series).forecast(days)
  let week = 7 * SampleSeries.slotCount
  func band(_ cell: Int) -> Double {
    let quantiles = forecast.quantiles(at: cell)
    return (quantiles[quantiles.count - 2] - quantiles[1]) / forecast.mean[cell]
  }
  // 2 % for what the level itself moves: a larger mean has a smaller Poisson share in its band.
  let shrinking = (0..<forecast.mean.count - week).filter {
    forecast.mean[$0] > 0 && band($0 + week) < 0.98 * band($0)
  }
  return shrinking.isEmpty ? [] : ["the band shrinks at cells \(shrinking.prefix(3))"]
}
