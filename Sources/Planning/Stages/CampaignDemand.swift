internal import ContactCenter

/// A forecast with what the plan's campaigns bring.
///
/// Staffing and simulation both see it; the forecast record stays what the history says.
enum CampaignDemand {
  /// Adds each campaign's responses to the intervals in which they come.
  ///
  /// Mean, quantiles and sample paths move by the same number: how many respond is taken as known. A response in an interval in which
  /// the queue is closed, or for which there is no forecast, is lost; deferred queues take it whenever it comes.
  static func added(
    to forecast: DemandForecast, queues: [Queue], grid: TimeGrid,
    calendar: BusinessCalendar = BusinessCalendar(), paths: [SamplePathPoint] = []
  ) -> (forecast: DemandForecast, paths: [SamplePathPoint], findings: [Finding]) {
    guard queues.contains(where: { !$0.behavior.campaigns.isEmpty }) else {
      return (forecast, paths, [])
    }
    var added: [String: [Instant: Double]] = [:]
    var changed = forecast
    var findings: [Finding] = []
    for queue in queues where !queue.behavior.campaigns.isEmpty {
      guard let q = changed.queues.firstIndex(where: { $0.queue == queue.name }) else {
        findings.append(
          Finding(
            .warning, code: "forecast.campaign-without-forecast",
            "the queue has campaigns and no forecast: their responses are left out",
            place: queue.name,
            advice: "Maybe the queue has no history yet: forecast it from another one's."))
        continue
      }
      var (came, all) = (0.0, 0.0)
      for campaign in queue.behavior.campaigns {
        all += campaign.responses(after: 1e12)
        for i in changed.queues[q].intervals.indices {
          let interval = changed.queues[q].intervals[i]
          guard takes(queue, forecast.queues[q].intervals[i], grid, calendar) else { continue }
          let from = Double(
            interval.start.secondsSinceEpoch - campaign.start.secondsSinceEpoch)
          let length = Double(grid.interval(containing: interval.start).seconds)
          let more = campaign.responses(after: from + length) - campaign.responses(after: from)
          guard more > 0 else { continue }
          changed.queues[q].intervals[i].offered += more
          changed.queues[q].intervals[i].quantiles = interval.quantiles.map { $0 + more }
          came += more
          added[queue.name, default: [:]][interval.start, default: 0] += more
        }
      }
      findings.append(
        Finding(
          .note, code: "forecast.campaign",
          "campaigns bring \(whole(came)) of their \(whole(all)) responses in the forecast's open hours",
          place: queue.name))
    }
    let more = paths.map { point in
      var point = point
      point.offered += added[point.queue]?[point.start] ?? 0
      return point
    }
    return (changed.rounded(), more, findings)
  }

  private static func takes(
    _ queue: Queue, _ interval: ForecastInterval, _ grid: TimeGrid, _ calendar: BusinessCalendar
  ) -> Bool {
    if queue.channel.mode == .deferred { return true }
    guard let hours = queue.openingHours else { return interval.offered > 0 }
    let local = grid.zone.local(interval.start)
    return hours.isOpen(at: local) && !calendar.isClosed(at: local, queue: queue.name)
  }

  private static func whole(_ value: Double) -> String {
    value.isFinite && value < 1e15 ? "\(Int(value.rounded()))" : "\(value)"
  }
}
