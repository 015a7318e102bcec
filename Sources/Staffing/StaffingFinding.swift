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

  /// What a plan says of customers and the formulas do not know; nil where there is nothing.
  static func beyondFormulas(_ queue: Queue) -> Finding? {
    let behavior = queue.behavior
    let said = [
      (behavior.conversation != nil, "conversation"), (behavior.preferred != nil, "preferred"),
      (behavior.balking.value > 0, "balking"), (behavior.maximumWaiting != nil, "max_waiting"),
      (queue.patience != nil && queue.patienceShape != .exponential, "patience_shape"),
      (behavior.startingBacklog > 0, "backlog"),
    ].filter(\.0).map(\.1)
    guard !said.isEmpty else { return nil }
    return Finding(
      .note, code: "staffing.beyond-formulas",
      "queue \(queue.name) is staffed as if it had no \(said.joined(separator: ", ")): formulas do not know it",
      place: queue.name, advice: "Maybe see what it does with muster simulate, or staff groups.")
  }

  static let pathsElsewhere = Finding(
    .warning, code: "staffing.paths-of-another-period",
    "the sample paths have no row of the queues and intervals to staff: uncertainty is the forecast's quantiles",
    place: "paths", advice: "Maybe the file is of another forecast.")

  /// Which methods over time were chosen; nil where none was left to choose.
  static func overTime(_ choices: [(queue: String, choice: OverTimeChoice)]) -> Finding? {
    func names(_ method: OverTimeMethod) -> [String] {
      choices.filter { $0.choice.isAutomatic && $0.choice.method == method }.map { own in
        method == .mol
          ? own.queue + " (\(Share(roundedToDecimals(own.choice.shortShare, 2)).text) of contacts)"
          : own.queue
      }
    }
    let (plain, carried) = (names(.sipp), names(.mol))
    var parts: [String] = []
    if !plain.isEmpty {
      parts.append("\(plain.joined(separator: ", ")) interval by interval (sipp)")
    }
    if !carried.isEmpty {
      parts.append(
        "by modified offered load (mol), since load from before outlasts an interval: "
          + carried.joined(separator: ", "))
    }
    guard !parts.isEmpty else { return nil }
    return Finding(
      .note, code: "staffing.over-time", "staffed " + parts.joined(separator: "; "))
  }

  static func place(_ queue: Queue, _ start: Instant) -> String {
    queue.name + " " + time(start)
  }

  static func time(_ start: Instant) -> String {
    LocalDateTime(wallSeconds: start.secondsSinceEpoch).text + "Z"
  }
}
