internal import ContactCenter

/// A forecast with the planner's own changes, applied last and in the order of the file.
enum AdjustedForecast {
  static func apply(
    _ adjustments: [Adjustment], to forecast: DemandForecast, findings: inout [Finding]
  ) -> DemandForecast {
    var changed = forecast
    for adjustment in adjustments {
      var touched = 0
      for q in changed.queues.indices where changed.queues[q].queue == adjustment.queue {
        for i in changed.queues[q].intervals.indices {
          let start = changed.queues[q].intervals[i].start
          guard adjustment.start <= start, start < adjustment.end else { continue }
          change(&changed.queues[q].intervals[i], by: adjustment)
          touched += 1
        }
      }
      let what = "\(adjustment.kind.rawValue) \(adjustment.value) on \(adjustment.queue)"
      findings.append(
        touched > 0
          ? Finding(
            .note, code: "forecast.adjusted",
            "\(what) changed \(touched) intervals" + (adjustment.reason.map { ": \($0)" } ?? ""),
            place: adjustment.queue)
          : Finding(
            .warning, code: "forecast.adjustment-without-effect",
            "\(what) lies outside the forecast: nothing changed", place: adjustment.queue,
            advice: "Maybe the queue's name or the period is off."))
    }
    return changed.rounded()
  }

  /// Mean and quantiles move together; nothing falls below zero.
  private static func change(_ interval: inout ForecastInterval, by adjustment: Adjustment) {
    let old = interval.offered
    switch adjustment.kind {
    case .factor: interval.offered = max(0, old * adjustment.value)
    case .add: interval.offered = max(0, old + adjustment.value)
    case .replace: interval.offered = max(0, adjustment.value)
    }
    if old > 0 {
      let factor = interval.offered / old
      interval.quantiles = interval.quantiles.map { $0 * factor }
    } else {
      interval.quantiles = interval.quantiles.map { _ in interval.offered }
    }
  }
}
