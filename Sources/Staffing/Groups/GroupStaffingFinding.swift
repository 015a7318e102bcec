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

  /// Sites with fewer seats than the groups of all parts of the center take together.
  static func seats(
    _ intervals: [GroupStaffingInterval], _ request: GroupStaffingRequest
  ) -> [Finding] {
    request.sites.compactMap { site in
      guard let seats = site.seats else { return nil }
      let onSite = request.groups.filter { $0.site == site.name }
      let over = intervals.filter { interval in
        let taken = interval.groups.reduce(0.0) { sum, own in
          let group = onSite.first { $0.name == own.group }
          return sum + Double(own.agents) * (group.map { 1 - $0.remoteShare.value } ?? 0)
        }
        return taken > Double(seats) + 1e-9
      }
      guard let first = over.first else { return nil }
      return Finding(
        .warning, code: "staffing.seats",
        "\(site.name) has \(seats) seats, but in \(over.count) intervals its groups need more between them",
        place: place(site.name, first.start),
        advice: "Maybe let more of them work remotely, or move a group to another site.")
    }
  }

  private static func place(_ queue: String, _ start: Instant) -> String {
    queue + " " + LocalDateTime(wallSeconds: start.secondsSinceEpoch).text + "Z"
  }
}
