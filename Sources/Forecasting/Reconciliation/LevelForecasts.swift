public import ContactCenter
internal import LinearAlgebra

/// Forecasts of queues made to agree with forecasts of their channels and of the center.
///
/// Channel and center have histories too, the sums of their queues', and the same model forecasts them. Reconciled are day
/// totals; the intervals of a day follow their day in proportion, so interval, day and week agree by construction. Quantiles
/// follow the mean; those of sums come from sample paths (``ForecastTotals``).
///
/// Sums know only the calendar's entries for everyone: what closes or moves one queue would be spread over all.
public enum LevelForecasts {
  /// Days that all nodes must have in common for their errors to be correlated.
  private static let leastDays = 20

  /// Reconciles a forecast.
  ///
  /// A center of one queue, and the method bottom-up, leave it as it is; so is a day of which some has been seen, and
  /// one on which a queue has calendar entries of its own, by name or region. No queue's day leaves the range from
  /// bottom-up to top-down.
  ///
  /// *Throws*: as `DemandForecaster.forecast` for the summed histories.
  public static func reconcile(
    _ result: ForecastResult, history: DemandHistory, _ request: ForecastRequest,
    by method: ReconciliationMethod, workers: Int
  ) async throws(ForecastingError) -> ForecastResult {
    let names = result.forecast.queues.map(\.queue)
    guard method != .bottomUp, names.count > 1 else { return result }
    let (hierarchy, labels) = levels(of: result.forecast)
    let sums = zip(labels, hierarchy.sums).map { label, members in
      sum(members.compactMap { history[queue: names[$0]] }, named: label)
    }
    var ask = request
    ask.learnsDependence = method == .minimumTrace
    let above = try await DemandForecaster.forecast(
      DemandHistory(queues: sums, length: history.length), ask, workers: workers)
    guard above.failedQueues.isEmpty else { return result }
    var reconciled = result
    let upper = labels.compactMap { above.forecast[queue: $0] }
    guard upper.count == labels.count else { return result }
    let relative = relativeErrors(
      labels.map { above.dependence[$0]?.dayErrors ?? [] }
        + names.map { result.dependence[$0]?.dayErrors ?? [] })
    let nodes = upper + result.forecast.queues
    let totals = nodes.map { dayTotals($0, grid: request.grid) }
    let seen = request.actualsUntil.map { request.grid.date(of: $0) }
    var largest = 0.0
    var apart: [CivilDate] = []
    var factors = [[CivilDate: Double]](repeating: [:], count: names.count)
    for day in Set(totals.flatMap(\.keys)).sorted() where day != seen {
      let common = request.calendar.entries(on: day, queue: labels[0])
      guard names.allSatisfy({ request.calendar.entries(on: day, queue: $0) == common }) else {
        apart.append(day)
        continue
      }
      let base = totals.map { $0[day] ?? 0 }
      guard let bottom = bottom(base, hierarchy, method, relative) else { continue }
      for (q, value) in bottom.enumerated() {
        let old = base[labels.count + q]
        guard old > 0, value.isFinite else { continue }
        largest = max(largest, abs(value / old - 1))
        factors[q][day] = value / old
      }
    }
    for (q, byDay) in factors.enumerated() {
      scale(&reconciled.forecast.queues[q], by: byDay, grid: request.grid)
    }
    reconciled.forecast = reconciled.forecast.rounded()
    reconciled.findings.append(
      Finding(
        .note, code: "forecast.reconciled",
        "\(method.rawValue) moved the days of queues by up to"
          + " \(roundedToDecimals(100 * largest, 1))% to agree with \(labels.count) sums",
        place: "forecast"))
    if let finding = daysApart(apart) { reconciled.findings.append(finding) }
    return reconciled
  }

  /// What is said of days left as the queues' own forecasts have them; nil where there are none.
  private static func daysApart(_ days: [CivilDate]) -> Finding? {
    guard let first = days.first else { return nil }
    return Finding(
      .note, code: "forecast.reconciled-not",
      "\(first.text)\(days.count > 1 ? " (first of \(days.count) days)" : "") stays bottom-up: queues"
        + " have calendar entries of their own, which their sums know nothing of",
      place: "forecast")
  }

  /// The center and its channels of more than one queue, with names that no queue has.
  private static func levels(
    of forecast: DemandForecast
  ) -> (SummingHierarchy, labels: [String]) {
    var sums = [Array(forecast.queues.indices)]
    var labels = ["\u{1}center"]
    for channel in Set(forecast.queues.map(\.channel)).sorted() {
      let members = forecast.queues.indices.filter { forecast.queues[$0].channel == channel }
      guard members.count > 1, members.count < forecast.queues.count else { continue }
      sums.append(members)
      labels.append("\u{1}channel \(channel)")
    }
    return (SummingHierarchy(bottomCount: forecast.queues.count, sums: sums), labels)
  }

  /// The offered contacts of several queues added up where any has a row.
  private static func sum(_ queues: [QueueHistory], named name: String) -> QueueHistory {
    var byStart: [Instant: Double] = [:]
    for queue in queues {
      for (start, value) in zip(queue.starts, queue.offered) { byStart[start, default: 0] += value }
    }
    let ordered = byStart.sorted { $0.key < $1.key }
    return QueueHistory(
      queue: name, channel: "", starts: ordered.map(\.key), offered: ordered.map(\.value))
  }

  private static func dayTotals(_ queue: QueueForecast, grid: TimeGrid) -> [CivilDate: Double] {
    var totals: [CivilDate: Double] = [:]
    for interval in queue.intervals {
      totals[grid.date(of: interval.start), default: 0] += interval.offered
    }
    return totals
  }

  /// Relative errors by day that all nodes have, then node; empty where there are too few such days.
  private static func relativeErrors(
    _ nodes: [[(ordinal: Int, error: Double)]]
  ) -> [[Double]] {
    let byDay = nodes.map { errors in
      Dictionary(errors.map { ($0.ordinal, $0.error) }, uniquingKeysWith: { $1 })
    }
    guard let first = byDay.first else { return [] }
    let common = first.keys.filter { day in byDay.allSatisfy { $0[day] != nil } }.sorted()
    guard common.count >= leastDays else { return [] }
    return common.map { day in byDay.map { $0[day] ?? 0 } }
  }

  /// The day's totals by queue; nil where they stay.
  static func bottom(
    _ base: [Double], _ hierarchy: SummingHierarchy, _ method: ReconciliationMethod,
    _ relative: [[Double]]
  ) -> [Double]? {
    switch method {
    case .bottomUp: return nil
    case .topDown: return Reconciliation.topDown(base, hierarchy)
    case .minimumTrace:
      let own = Array(base.suffix(hierarchy.bottomCount))
      // Volumes that add up: else past errors that agree would seem to differ as today's forecasts do.
      let volumes = hierarchy.total(of: own)
      // Without errors in common, variances as of counts: each node's own volume.
      let errors =
        relative.isEmpty
        ? Matrix.diagonal(volumes.map { max($0, 1) })
        : Reconciliation.shrunkCovariance(
          relative.map { row in zip(row, volumes).map { $0 * max($1, 1e-3) } })
      guard let result = try? Reconciliation.bottom(base, hierarchy, errors: errors) else {
        return nil
      }
      // A gap larger than any of the past's would be thrown beyond both ends by correlations learned from small ones.
      let down = Reconciliation.topDown(base, hierarchy)
      return result.indices.map { q in
        min(max(result[q], min(own[q], down[q])), max(own[q], down[q]))
      }
    }
  }

  private static func scale(
    _ queue: inout QueueForecast, by factors: [CivilDate: Double], grid: TimeGrid
  ) {
    for i in queue.intervals.indices {
      guard let factor = factors[grid.date(of: queue.intervals[i].start)] else { continue }
      queue.intervals[i].offered *= factor
      queue.intervals[i].quantiles = queue.intervals[i].quantiles.map { $0 * factor }
    }
  }
}
