public import ContactCenter

extension Inflow {
  /// The way from what is forecast for an interval to what reaches agents, for the page that takes a requirement apart.
  ///
  /// *Edge cases*: nil for a queue whose forecast is what reaches agents.
  public func section(
    queue: String, at start: Instant, forecast fresh: DemandForecast
  ) -> StaffingExplanation.Section? {
    guard summaries.contains(where: { $0.queue == queue }) else { return nil }
    func interval(_ forecast: DemandForecast) -> ForecastInterval? {
      forecast[queue: queue]?.intervals.first { $0.start == start }
    }
    guard let reaching = interval(forecast) else { return nil }
    let before = interval(fresh)
    var steps: [StaffingExplanation.Step] = [
      .init("forecast", before?.offered ?? 0, "contacts", source: "contacts as they come"),
      .init(
        "reach agents", reaching.offered, "contacts",
        source: "after self-service, with those who come again, are handed on or answer a campaign"),
    ]
    if let old = before?.handleSecondsMean, let new = reaching.handleSecondsMean, old != new {
      steps.append(
        .init("handle time", new, "s", source: "of those, where the forecast has \(old) s"))
    }
    return .init("Who reaches agents", steps)
  }
}
