import ContactCenter

/// What is worth telling about a plan.
enum PlanFindings {
  static func findings(
    of plan: ShiftPlan, need: CoverageNeed, groups: [AgentGroup], searches: [DesignSearch]
  ) -> [Finding] {
    var result: [Finding] = []
    for row in need.queues where row.agents.contains(where: { $0 > 0 }) {
      if !groups.contains(where: { $0.queues.contains(row.queue) }) {
        result.append(
          Finding(
            .error, code: "schedule.queue-without-group", "no group serves queue \(row.queue)",
            place: row.queue, advice: "Maybe a group should list it under queues"))
      }
    }
    for (queue, rows) in Dictionary(grouping: plan.shortages, by: \.queue).sorted(by: {
      $0.key < $1.key
    }) {
      let hours = rows.reduce(0) { $0 + $1.hours }
      let worst = rows.max { $0.agents < $1.agents } ?? rows[0]
      let at = need.grid.zone.local(worst.interval.start).text
      result.append(
        Finding(
          .warning, code: "schedule.short",
          "\(roundedToDecimals(hours, 1)) agent-hours short in \(rows.count) intervals, "
            + "at most \(roundedToDecimals(worst.agents, 1)) agents at \(at)",
          place: queue,
          advice: reason(for: worst, need: need, groups: groups, searches: searches)))
    }
    if !plan.proof.limitedDays.isEmpty {
      let gap = roundedToDecimals(plan.proof.relativeGap * 100, 2)
      result.append(
        Finding(
          .note, code: "schedule.limit",
          "\(plan.proof.limitedDays.count) days stopped at a limit, at \(gap) % from the bound",
          place: plan.proof.limitedDays.map(\.text).joined(separator: " "),
          advice: plan.proof.dependsOnMachine
            ? "Maybe another machine finds another plan: the limit was one of time" : ""))
    }
    return result
  }

  /// Groups below their fewest, and promises of service that the shifts do not keep.
  static func findings(about costs: PlanCosts, services: [PromisedService]) -> [Finding] {
    let few = costs.tooFewHours.map { group, hours in
      Finding(
        .warning, code: "schedule.too-few-at-work",
        "fewer than its minimum_agents are at work for \(roundedToDecimals(hours, 1)) agent-hours",
        place: group, advice: "Maybe breaks or weekly limits leave nobody else to stand in")
    }
    let missed = services.filter { $0.expected < $0.target - 1e-6 }.map { service in
      let expected = roundedToDecimals(service.expected * 100, 1)
      let target = roundedToDecimals(service.target * 100, 1)
      return Finding(
        .warning, code: "schedule.promise-missed",
        "\(expected) % of contacts expected in time over \(service.days) days from "
          + "\(service.firstDate.text), \(target) % promised",
        place: service.queue,
        advice: "Maybe more agents, or a lower price of hours against agents short, would keep it")
    }
    return few + missed
  }

  /// Why a shortage stands: too few people that day at all, or limits and shift lengths.
  private static func reason(
    for shortage: Shortage, need: CoverageNeed, groups: [AgentGroup], searches: [DesignSearch]
  ) -> String {
    let day = need.grid.date(of: shortage.interval.start).days(since: need.firstDate)
    let serving = Set(groups.filter { $0.queues.contains(shortage.queue) }.map(\.name))
    var heads = 0
    for search in searches {
      for member in search.input.members where serving.contains(search.input.groups[member.group]) {
        if member.headsByDay.indices.contains(day) { heads += member.headsByDay[day] }
      }
    }
    if heads == 0 { return "Maybe nobody of the groups that serve it can work that day" }
    return
      "Maybe \(heads) agents, their weekly limits and their shift lengths are not enough that day"
  }
}
