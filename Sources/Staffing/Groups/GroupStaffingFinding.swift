internal import ContactCenter

/// What staffing by group says about its own answers.
enum GroupStaffingFinding {
  static func all(_ intervals: [GroupStaffingInterval]) -> [Finding] {
    var result: [Finding] = []
    let missed = intervals.filter { !$0.isMet }
    if let first = missed.first, let promise = first.promises.first(where: { !$0.isMet }) {
      result.append(
        Finding(
          .warning, code: "staffing.group-target-missed",
          "in \(missed.count) of \(intervals.count) intervals no staffing was found that keeps every promise",
          place: place(promise.queue, first.start),
          advice:
            "Maybe the routing starves the queue, or its target cannot be met by any number of agents."
        ))
    }
    let open = intervals.filter { interval in interval.promises.contains { !$0.isCertain } }
    if let first = open.first, let promise = first.promises.first(where: { !$0.isCertain }) {
      result.append(
        Finding(
          .note, code: "staffing.group-narrow",
          "in \(open.count) of \(intervals.count) intervals a target is met so narrowly that the simulation decides by its estimate",
          place: place(promise.queue, first.start)))
    }
    return result
  }

  private static func place(_ queue: String, _ start: Instant) -> String {
    queue + " " + LocalDateTime(wallSeconds: start.secondsSinceEpoch).text + "Z"
  }
}
