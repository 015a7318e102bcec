internal import ContactCenter

/// What staffing says about a forecast and a plan that do not fit.
enum StaffingFinding {
  static func withoutForecast(_ queue: Queue) -> Finding {
    Finding(
      .warning, code: "staffing.queue-without-forecast",
      "queue \(queue.name) has no forecast: no requirement is made for it", place: queue.name,
      advice: "Maybe the forecast file was made from another plan.")
  }

  static func unknown(_ name: String, known: Set<String>) -> Finding {
    Finding(
      .warning, code: "staffing.queue-unknown",
      "queue \(name) of the forecast is not to be staffed: left out", place: name,
      advice: nearestName(to: name, in: known).map { "Maybe it is \($0)." } ?? "")
  }

  static func place(_ queue: Queue, _ start: Instant) -> String {
    queue.name + " " + LocalDateTime(wallSeconds: start.secondsSinceEpoch).text + "Z"
  }
}
