internal import ContactCenter

/// What a fitted model says of the days ahead, brought up to date by what came of the first, and how its errors hang
/// together where that is asked for.
struct QueueOutlook {
  /// The days by slot.
  let forecast: DayForecast
  /// How errors hang together; nil where nobody needs it.
  let dependence: DayDependence?
  private let seen: SeenDay?

  /// Forecasts the days of a request, the first of them with what is known of it.
  init(
    _ fitted: any FittedForecast, days: [ModelDay], of prepared: PreparedQueue,
    _ history: QueueHistory, length: IntervalLength, _ request: ForecastRequest,
    findings: inout [Finding]
  ) {
    dependence =
      request.learnsDependence || request.actualsUntil != nil
      ? DayDependence(prepared.series) : nil
    guard let until = request.actualsUntil, let dependence, let today = days.first else {
      forecast = fitted.forecast(days)
      seen = nil
      return
    }
    let day = SeenDay(history, length: length, grid: request.grid, day: today, until: until)
    if day.isEmpty { findings.append(SeenDay.nothingSeen(queue: history.queue, today)) }
    forecast = fitted.forecast(
      days, seen: day.counts(factors: prepared.rules.knownFactors(today.date)),
      by: IntradayUpdate(dependence))
    seen = day
  }

  /// The intervals of the forecast, with what came in the place of what was forecast.
  func keepingActuals(_ intervals: [ForecastInterval]) -> [ForecastInterval] {
    guard let seen else { return intervals }
    var intervals = intervals
    seen.write(into: &intervals)
    return intervals
  }
}
