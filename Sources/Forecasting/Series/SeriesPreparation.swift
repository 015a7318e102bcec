internal import ContactCenter

/// One queue made ready for a model.
struct PreparedQueue {
  /// The past, known factors divided out.
  let series: DaySeries
  /// What holds for future days.
  let rules: DayRules
  /// What was noticed.
  var findings: [Finding]

  /// Lays a queue's history on its days.
  ///
  /// *Throws*: ``ForecastingError/span(queue:days:)``.
  ///
  /// *Returns*: nil where no row lies before `firstDay`.
  init?(
    _ history: QueueHistory, length: IntervalLength, request: ForecastRequest,
    before firstDay: CivilDate?
  ) throws(ForecastingError) {
    let grid = request.grid
    guard
      var laid = try LaidHistory(history, length: length, grid: grid, before: firstDay)
    else { return nil }
    let name = history.queue
    findings = []
    let week: [[Bool]]
    if let hours = request.openingHours[name] {
      week = DayRules.openWeek(hours, length: grid.length)
    } else {
      week = laid.inferredWeek()
    }
    let rules = DayRules(
      queue: name, length: grid.length, week: week, calendar: request.calendar)
    let restored = laid.restoreOmittedZeros(open: week)
    if restored > 0 {
      findings.append(
        Finding(
          .note, code: "forecast.zeros-restored",
          "\(restored) absent intervals are taken as 0 contacts: the history has no zero anywhere",
          place: name, advice: "Maybe the export leaves out intervals without contacts."))
    }
    if laid.unbelievable > 0 {
      findings.append(
        Finding(
          .warning, code: "forecast.unbelievable-count",
          "\(laid.unbelievable) intervals have more than 1e12 contacts and are taken as missing",
          place: name, advice: "Maybe another column was read as offered."))
    }
    var counts = laid.counts
    var days: [ModelDay] = []
    var outside = 0.0
    for d in 0..<laid.dayCount {
      let date = laid.first.advanced(by: d)
      let day = rules.day(date)
      let factors = rules.knownFactors(date)
      for s in 0..<laid.slotCount {
        let cell = d * laid.slotCount + s
        if !day.open[s], counts[cell] > 0 { outside += counts[cell] }
        if let factor = factors?[s] { counts[cell] = factor > 0 ? counts[cell] / factor : .nan }
      }
      days.append(day)
    }
    if outside > 0 {
      findings.append(
        Finding(
          .note, code: "forecast.outside-hours",
          "\(roundedToDecimals(outside, 0)) contacts came while the queue was closed"
            + " and are left out", place: name,
          advice: "Maybe the opening hours or closed days of the plan are too narrow."))
    }
    series = DaySeries(slotCount: laid.slotCount, days: days, counts: counts)
    self.rules = rules
    findings += Self.oddities(series, queue: name)
  }

  /// What a planner should know about the numbers themselves.
  private static func oddities(_ series: DaySeries, queue: String) -> [Finding] {
    var findings: [Finding] = []
    let values = series.counts.filter { $0 > 0 }
    if values.isEmpty {
      return [
        Finding(
          .warning, code: "forecast.all-zero", "no contacts at all: the forecast is 0",
          place: queue, advice: "Maybe the queue is new or its name has changed.")
      ]
    }
    if values.count > 1, values.allSatisfy({ $0 == values[0] }) {
      findings.append(
        Finding(
          .warning, code: "forecast.constant",
          "every interval with contacts has exactly \(roundedToDecimals(values[0], 4))",
          place: queue, advice: "Maybe these are planned values rather than counts."))
    }
    let outliers = CleanDays(series).days.filter(\.isOutlier)
    if let first = outliers.first {
      let date = series.days[first.index].date.text
      findings.append(
        Finding(
          .warning, code: "forecast.outlier-days",
          "\(outliers.count) days lie outside 0.5 to 1.6 times the median of their weekday and are"
            + " smoothed over, first \(date) with \(roundedToDecimals(first.rawTotal, 0)) instead of"
            + " about \(roundedToDecimals(first.total, 0))", place: queue,
          advice: "Maybe they were holidays or events: name them in the calendar."))
    }
    return findings
  }
}
