internal import ContactCenter

/// The handle time of a queue's intervals: learned, or the plan's, or unknown.
struct HandleTimes {
  private var learned: HandleTimeProfile?
  private var fallback: Double?

  /// Learns from the history before a day, else takes the request's value, else reports that there is none.
  init(
    _ history: QueueHistory, _ request: ForecastRequest, before firstDay: CivilDate,
    findings: inout [Finding]
  ) {
    learned = HandleTimeProfile(
      history, grid: request.grid, before: request.grid.zone.startOfDay(firstDay))
    fallback = request.handleTimes[history.queue]?.value
    if let rows = learned?.zeroRows, rows > 0 {
      findings.append(
        Finding(
          .warning, code: "forecast.zero-handle-time",
          "\(rows) intervals have handled contacts but 0 handle seconds and are not learned from",
          place: history.queue, advice: "Maybe the export cuts contacts that end later."))
    }
    if learned == nil, fallback == nil {
      findings.append(
        Finding(
          .warning, code: "forecast.no-handle-time",
          "neither the history nor the plan knows a handle time", place: history.queue,
          advice: "Maybe set handle_time of the queue."))
    }
  }

  /// Mean seconds at a weekday and slot.
  func seconds(weekday: Int, slot: Int) -> Double? {
    learned.map { $0.seconds[weekday][slot] } ?? fallback
  }
}
