internal import ContactCenter

/// What preparation noticed, in words: each kind once, with its count and its first place.
enum PreparationFindings {
  /// Rows that were added or left out.
  static func rows(
    _ laid: LaidHistory, days: [ModelDay], restored: Int, queue: String
  ) -> [Finding] {
    var findings: [Finding] = []
    if restored > 0 {
      findings.append(
        Finding(
          .note, code: "forecast.zeros-restored",
          "\(restored) absent intervals are taken as 0 contacts: the history has no zero anywhere",
          place: queue, advice: "Maybe the export leaves out intervals without contacts."))
    }
    if laid.unbelievable > 0 {
      findings.append(
        Finding(
          .warning, code: "forecast.unbelievable-count",
          "\(laid.unbelievable) intervals have more than 1e12 contacts and are taken as missing",
          place: queue, advice: "Maybe another column was read as offered."))
    }
    if laid.impossible > 0 {
      findings.append(
        Finding(
          .warning, code: "forecast.impossible-count",
          "\(laid.impossible) intervals have a negative count, or none that is a number, and are"
            + " taken as missing", place: queue,
          advice: "Maybe corrections are booked as negative rows: export the corrected values."))
    }
    var outside = 0.0
    for (d, day) in days.enumerated() {
      for s in 0..<laid.slotCount where !day.open[s] && laid.counts[d * laid.slotCount + s] > 0 {
        outside += laid.counts[d * laid.slotCount + s]
      }
    }
    if outside > 0 {
      findings.append(
        Finding(
          .note, code: "forecast.outside-hours",
          "\(whole(outside)) contacts came while the queue was closed"
            + " and are left out", place: queue,
          advice: "Maybe the opening hours or closed days of the plan are too narrow."))
    }
    return findings
  }

  /// One or two last days more than a year after all others: a mistyped year hides the whole history.
  static func loneRows(
    _ history: QueueHistory, grid: TimeGrid, before firstDay: CivilDate?
  ) -> [Finding] {
    let limit = firstDay.map { grid.zone.startOfDay($0) }
    let rows = history.starts.prefix { start in limit.map { start < $0 } ?? true }
    // The last days with rows, latest first.
    var days: [CivilDate] = []
    for start in rows.reversed() {
      let date = grid.date(of: start)
      guard let earliest = days.last else {
        days.append(date)
        continue
      }
      let gap = earliest.days(since: date)
      if gap > 365 {
        return [
          Finding(
            .warning, code: "forecast.lone-row",
            "the last rows, of \(earliest.text), come \(gap) days after the row before them, of"
              + " \(date.text): the forecast begins after them, and of what lies more than"
              + " \(LaidHistory.longest) days before its end nothing is learned",
            place: history.queue, advice: "Maybe its year is mistyped.")
        ]
      }
      if gap > 0 { days.append(date) }
      if days.count > 2 { break }
    }
    return []
  }

  /// A queue that begins or ends in the middle of its history.
  static func span(_ span: LivingSpan, days: [ModelDay], queue: String) -> [Finding] {
    var findings: [Finding] = []
    if span.days.lowerBound > 0 {
      findings.append(
        Finding(
          .note, code: "forecast.starts-late",
          "the first contacts come on \(days[span.days.lowerBound].date.text): the"
            + " \(span.days.lowerBound) days without any before it are not learned from",
          place: queue))
    }
    let last = span.days.upperBound
    switch span.end {
    case .alive: break
    case .paused(let silence):
      findings.append(
        Finding(
          .warning, code: "forecast.silent-end",
          "no contacts in the last \(silence) days, from \(days[last].date.text) on: they are not"
            + " learned from, and the forecast goes on as before them", place: queue,
          advice: "Maybe the queue was out of order, or closed: name such days in the calendar."))
    case .stopped(let silence):
      findings.append(
        Finding(
          .warning, code: "forecast.stopped",
          "no contacts in the last \(silence) days, from \(days[last].date.text) on: the forecast is"
            + " 0", place: queue,
          advice: "Maybe the queue was closed for good; if it comes back, leave the silent rows out"
            + " of the history."))
    }
    return findings
  }

  /// Open intervals without a row, told from days that are closed.
  ///
  /// An interval that the change to daylight-saving time skips is not missing.
  static func missing(
    _ counts: [Double], days: [ModelDay], rules: DayRules, grid: TimeGrid
  ) -> [Finding] {
    var cells = 0
    var open = 0
    var partDays = 0
    var wholeDays = 0
    var first: String?
    var closed: [String: (count: Int, first: CivilDate)] = [:]
    for (d, day) in days.enumerated() {
      let slots = day.open.count
      guard day.isOpen else {
        let isByCalendar = rules.week[day.weekday].contains(true)
        let reason = isByCalendar ? "by the calendar" : "by opening hours"
        closed[reason, default: (0, day.date)].count += 1
        continue
      }
      let holes = (0..<slots).filter { day.open[$0] && counts[d * slots + $0].isNaN }
      let all = day.open.count { $0 }
      open += all
      guard !holes.isEmpty else { continue }
      let skipped = skippedSlots(on: day.date, grid: grid)
      let real = holes.filter { !skipped.contains($0) }
      guard let slot = real.first else { continue }
      cells += real.count
      if holes.count == all { wholeDays += 1 } else { partDays += 1 }
      let minute = slot * grid.length.minutes
      let isWhole = holes.count == all
      first =
        first ?? day.date.text
        + (isWhole ? "" : " \(twoDigits(minute / 60)):\(twoDigits(minute % 60))")
    }
    guard let first else { return [] }
    let telling = closed.sorted { $0.key < $1.key }.map { reason, value in
      "\(value.count) days are closed \(reason), first \(value.first.text)"
    }
    return [
      Finding(
        10 * cells > open ? .warning : .note, code: "forecast.missing",
        ([
          "\(cells) of \(open) open intervals have no row (\(wholeDays) whole days and parts of"
            + " \(partDays)), first \(first)"
        ] + telling).joined(separator: "; "),
        place: rules.queue,
        advice: "Maybe they were closed: name them in the calendar; otherwise export again.")
    ]
  }

  private static func skippedSlots(on date: CivilDate, grid: TimeGrid) -> Set<Int> {
    let start = grid.zone.startOfDay(date)
    let end = grid.zone.startOfDay(date.advanced(by: 1))
    guard end.seconds(since: start) < 86_400 else { return [] }
    let present = Set(grid.intervals(on: date).map { grid.slot(of: $0.start) })
    return Set(0..<grid.length.slotsPerDay).subtracting(present)
  }

  /// Spikes, outages and empty days.
  static func disturbances(
    _ found: Disturbances, days: [ModelDay], rules: DayRules
  ) -> [Finding] {
    Disturbances.Kind.allCases.compactMap { kind in
      let own = found.found.filter { $0.kind == kind }
      guard let first = own.first else { return nil }
      let slots = rules.length.slotsPerDay
      let date = days[first.cells.lowerBound / slots].date.text
      func wallTime(_ slot: Int) -> String {
        let minute = slot * rules.length.minutes
        return "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
      }
      let start = wallTime(first.cells.lowerBound % slots)
      let end = wallTime((first.cells.upperBound - 1) % slots + 1)
      let came = whole(first.came)
      let usual = whole(first.usual)
      let times = own.count == 1 ? "" : " (first of \(own.count))"
      switch kind {
      case .spike:
        return Finding(
          .warning, code: "forecast.spike",
          "\(came) contacts at \(date) \(start), where about \(usual) are usual, are not learned"
            + " from\(times)", place: rules.queue,
          advice: "Maybe a counter was reset or another column slipped in; if they were real, name"
            + " an event in the calendar.")
      case .outage:
        return Finding(
          .warning, code: "forecast.outage",
          "no contacts on \(date) from \(start) to \(end), where about \(usual) would have come: an"
            + " outage, not learned from\(times)", place: rules.queue,
          advice: "Maybe the queue was closed then: enter it as closed in the calendar.")
      case .emptyDay:
        return Finding(
          .warning, code: "forecast.outage-day",
          "\(came) contacts on \(date), where about \(usual) are usual: an outage or a closed day,"
            + " not learned from\(times)", place: rules.queue,
          advice:
            "Maybe it was a holiday or closed: name it in the calendar, so that it is expected"
            + " next time.")
      }
    }
  }

  /// What a planner should know about the numbers themselves.
  static func oddities(_ series: DaySeries, queue: String) -> [Finding] {
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
    let clean = CleanDays(series)
    let outliers = clean.days.filter(\.isOutlier)
    if let first = outliers.first {
      let date = series.days[first.index].date.text
      findings.append(
        Finding(
          .warning, code: "forecast.outlier-days",
          "\(outliers.count) days lie outside 0.5 to 1.6 times the median of their weekday and are"
            + " smoothed over, first \(date) with \(whole(first.rawTotal)) instead of"
            + " about \(whole(first.total))", place: queue,
          advice: "Maybe they were holidays or events: name them in the calendar."))
    }
    var totals = [Double](repeating: .nan, count: series.days.count)
    for day in clean.days { totals[day.index] = day.total }
    if let shift = LevelShift.clearest(totals, weekdays: series.days.map(\.weekday)) {
      findings.append(
        Finding(
          .warning, code: "forecast.level-shift",
          "from \(series.days[shift.day].date.text) on about"
            + " \(roundedToDecimals(shift.ratio, 2)) times as many contacts as in the weeks before:"
            + " the forecast follows the new level", place: queue,
          advice:
            "Maybe queues were merged or routed otherwise; if it was a campaign, name it in the"
            + " calendar."))
    }
    return findings
  }

  /// A count without decimals.
  private static func whole(_ value: Double) -> String {
    let rounded = value.rounded()
    return rounded.magnitude < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func twoDigits(_ value: Int) -> String { (value < 10 ? "0" : "") + "\(value)" }
}
