internal import ContactCenter

/// One queue made ready for a model.
///
/// What is not to be learned from (outages, spikes, the days before a queue was opened) is missing in the series;
/// the history itself is left as it is, and a finding says what, where and why.
struct PreparedQueue {
  /// The past, known and learned factors divided out.
  let series: DaySeries
  /// What holds for future days.
  let rules: DayRules
  /// Whether the queue has had no contacts for so long that none are expected.
  let hasStopped: Bool
  /// What was noticed.
  var findings: [Finding]

  /// Lays a queue's history on its days.
  ///
  /// *Throws*: ``ForecastingError/span(queue:days:)``.
  ///
  /// *Returns*: nil where no row lies before `firstDay`.
  init?(
    _ history: QueueHistory, length: IntervalLength, request: ForecastRequest,
    before firstDay: CivilDate?, regressors: RegressorTable = .none
  ) throws(ForecastingError) {
    let grid = request.grid
    let name = history.queue
    let (even, gridChange) = EvenedHistory.evened(history, length: length, zone: grid.zone)
    guard var laid = try LaidHistory(even, length: length, grid: grid, before: firstDay)
    else { return nil }
    findings = gridChange.map { [$0] } ?? []
    findings += PreparationFindings.loneRows(history, grid: grid, before: firstDay)
    let week =
      request.openingHours[name].map { DayRules.openWeek($0, length: grid.length) }
      ?? laid.inferredWeek()
    var rules = DayRules(
      queue: name, length: grid.length, week: week, calendar: request.calendar,
      regressors: regressors)
    let restored = laid.restoreOmittedZeros(open: week)
    var days = (0..<laid.dayCount).map { rules.day(laid.first.advanced(by: $0)) }
    findings += PreparationFindings.rows(laid, days: days, restored: restored, queue: name)
    let span = LivingSpan(totals: Self.totals(laid.counts, days))
    findings += PreparationFindings.span(span, days: days, queue: name)
    hasStopped = if case .stopped = span.end { true } else { false }
    let slots = laid.slotCount
    var counts = Array(laid.counts[span.days.lowerBound * slots..<span.days.upperBound * slots])
    days = Array(days[span.days])
    findings += PreparationFindings.missing(counts, days: days, rules: rules, grid: grid)
    Self.divide(&counts, days: days, by: rules)
    let beside = days.map { rules.slotOccasions($0.date) }
    let disturbances = Disturbances(
      counts, days: days, slots: slots,
      skips: days.indices.map { d in
        days[d].occasion != nil || !beside[d].isEmpty || rules.knownFactors(days[d].date) != nil
      })
    findings += PreparationFindings.disturbances(disturbances, days: days, rules: rules)
    for found in disturbances.found {
      for cell in found.cells { counts[cell] = .nan }
    }
    rules.effects = SlotEffects(counts, days: days, slots: slots, occasions: beside)
    for (d, parts) in beside.enumerated() where !parts.isEmpty {
      // What the planner expects is divided out already; the learned factor is what remains of the whole.
      guard let all = rules.knownFactors(days[d].date) else { continue }
      var plain = rules
      plain.effects = .none
      let expected = plain.knownFactors(days[d].date) ?? all
      for s in 0..<slots where expected[s] > 0 { counts[d * slots + s] /= all[s] / expected[s] }
    }
    series = DaySeries(
      slotCount: slots, days: days, counts: counts, regressorNames: regressors.names)
    self.rules = rules
    findings += PreparationFindings.oddities(series, queue: name)
  }

  /// Open-day totals of what was observed; nil for days that are closed or have no row.
  private static func totals(_ counts: [Double], _ days: [ModelDay]) -> [Double?] {
    days.enumerated().map { d, day in
      var total: Double?
      for s in day.open.indices where day.open[s] && !counts[d * day.open.count + s].isNaN {
        total = (total ?? 0) + counts[d * day.open.count + s]
      }
      return total
    }
  }

  /// Takes out what the planner expects of entries; what a factor of 0 leaves cannot be known.
  private static func divide(_ counts: inout [Double], days: [ModelDay], by rules: DayRules) {
    for (d, day) in days.enumerated() {
      guard let factors = rules.knownFactors(day.date) else { continue }
      for (s, factor) in factors.enumerated() {
        let cell = d * factors.count + s
        counts[cell] = factor > 0 ? counts[cell] / factor : .nan
      }
    }
  }

  /// The factors learned for parts of days, as rows of the model's description.
  var effectRows: [ModelRow] {
    var names: Set<String> = []
    for day in series.days {
      names.formUnion(rules.slotOccasions(day.date).map(\.occasion.name))
    }
    return names.isEmpty ? [] : rules.effects.rows(of: names)
  }

  /// What a planner should know of events ahead whose effect nobody knows; nil where there are none.
  func unseenEvents(in future: [ModelDay]) -> Finding? {
    var seen = Set(series.days.compactMap(\.occasion))
    for day in series.days {
      seen.formUnion(rules.slotOccasions(day.date).map(\.occasion))
    }
    var first: (name: String, date: CivilDate)?
    var names: Set<String> = []
    for day in future where day.isOpen {
      let own = day.occasion.map { [$0] } ?? []
      for occasion in own + rules.slotOccasions(day.date).map(\.occasion)
      where !occasion.isHoliday && !seen.contains(occasion) {
        names.insert(occasion.name)
        first = first ?? (occasion.name, day.date)
      }
    }
    guard let first else { return nil }
    return Finding(
      .note, code: "forecast.event-unseen",
      names.count == 1
        ? "\(first.name) on \(first.date.text) has never been seen: no effect is forecast"
        : "\(names.count) events have never been seen, first \(first.name) on \(first.date.text):"
          + " no effect is forecast", place: rules.queue,
      advice: "Maybe give the factor to expect as expected_effect in the calendar.")
  }
}
