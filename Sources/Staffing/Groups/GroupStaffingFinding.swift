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
          place: place(promise.queue, first.start),
          advice:
            "Maybe one agent more where that is cheap: its own chance may fall on either side."))
    }
    return result
  }

  /// Limits that cannot be kept together, and sites whose minimum no part of the center could see to.
  static func limits(
    _ intervals: [GroupStaffingInterval], _ request: GroupStaffingRequest
  ) -> [Finding] {
    let conflicts = Set(intervals.flatMap(\.conflicts)).sorted {
      ($0.place, $0.text) < ($1.place, $1.text)
    }
    var result: [Finding] = conflicts.compactMap { conflict in
      let own = intervals.filter { $0.conflicts.contains(conflict) }
      return own.first.map { first in
        Finding(
          .warning, code: "staffing.limits-conflict",
          "in \(own.count) of \(intervals.count) intervals \(conflict.text)",
          place: place(conflict.place, first.start), advice: "Maybe \(conflict.advice).")
      }
    }
    for site in request.sites where !conflicts.contains(where: { $0.place == site.name }) {
      let short = intervals.filter { $0.shortSites.contains(site.name) }
      guard let first = short.first else { continue }
      result.append(
        Finding(
          .warning, code: "staffing.site-minimum",
          "in \(short.count) of \(intervals.count) intervals \(site.name) has fewer than its \(site.minimumAgents) agents: its groups share no work, so none of them is made to stay",
          place: place(site.name, first.start),
          advice: "Maybe give a group of the site minimum_agents of its own."))
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
