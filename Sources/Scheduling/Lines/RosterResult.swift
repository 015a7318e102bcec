public import ContactCenter

/// A roster, what it costs and leaves undone, and why.
public struct RosterResult: Hashable, Sendable {
  /// A planned shift that nobody works, and what keeps each agent of its group from it.
  public struct Uncovered: Hashable, Sendable {
    /// The shift.
    public var shift: PlannedShift
    /// Why, as counts of agents: "of 12 agents of sales: 7 working that day, 3 on leave or not available, …".
    public var reason: String
  }

  /// What a roster costs, in paid hours.
  public struct Costs: Hashable, Sendable {
    /// For shifts nobody works.
    public var uncovered = 0.0
    /// For shifts that more agents work than are wanted.
    public var surplus = 0.0
    /// For requests and wishes not kept.
    public var requests = 0.0
    /// For soft rules left, and hard ones of agents for whom no line keeps all.
    public var rules = 0.0

    /// All of it.
    public var total: Double { uncovered + surplus + requests + rules }
  }

  /// Who works when.
  public var roster: Roster
  /// Shifts nobody works, by start.
  public var uncovered: [Uncovered]
  /// Paid minutes of each agent over the horizon, published shifts included.
  public var paidMinutes: [String: Int]
  /// What the roster costs beside its paid hours.
  public var costs: Costs
  /// No roster costs less; a bound of our own that asks no solver.
  public var boundHours: Double
  /// What is worth telling.
  public var findings: [Finding]

  /// Whether every shift is worked.
  ///
  /// A command ends with exit code 1 where this is false.
  public var isComplete: Bool { uncovered.isEmpty }
  /// Paid hours that nobody works.
  public var uncoveredHours: Double {
    Double(uncovered.reduce(0) { $0 + $1.shift.paidMinutes }) / 60
  }
  /// Paid hours that requests and wishes were worth which could not be kept.
  public var brokenRequestHours: Double { costs.requests }
  /// Share of the cost that is not proven necessary.
  public var relativeGap: Double {
    costs.total > 1e-9 ? max(0, costs.total - boundHours) / costs.total : 0
  }
}

extension RosterResult {
  /// Puts the groups' rosters together.
  init(_ answers: [GroupAnswer], task: RosterAssignment.Task) {
    var entries = RosterGroups.published(task)
    var minutes: [String: Int] = [:]
    for agent in task.agents { minutes[agent.name] = 0 }
    for entry in entries {
      minutes[entry.agent, default: 0] += entry.end.seconds(since: entry.start) / 60
    }
    var uncovered: [Uncovered] = []
    var costs = Costs()
    for answer in answers {
      for (agent, shift) in answer.assigned {
        minutes[agent.name, default: 0] += shift.paidMinutes
        entries += shift.entries(for: agent)
      }
      uncovered += answer.uncovered
      let own = answer.costs
      costs.uncovered += own.uncovered
      costs.surplus += own.surplus
      costs.requests += own.requests
      costs.rules += own.rules
    }
    uncovered.sort { PlannedShift.precedes($0.shift, $1.shift) }
    self.init(
      roster: Roster(entries: entries), uncovered: uncovered, paidMinutes: minutes, costs: costs,
      boundHours: answers.reduce(0) { $0 + $1.answer.bound },
      findings: RosterFindings.findings(answers, uncovered: uncovered, task: task))
  }
}

extension GroupAnswer {
  /// Who works which planned shift; agents by name take the shifts of a slot in the order of their breaks.
  var assigned: [(agent: Agent, shift: PlannedShift)] {
    var taken = Array(repeating: 0, count: group.nouns.slots.count)
    var result: [(agent: Agent, shift: PlannedShift)] = []
    for (member, line) in answer.state.lines.enumerated() {
      for cover in group.problem.coversOf(line, member: member) {
        let shifts = group.nouns.slots[cover].shifts
        result.append((group.nouns.calendars[member].agent, shifts[taken[cover] % shifts.count]))
        taken[cover] += 1
      }
    }
    return result
  }

  /// Shifts that nobody works, with the reasons.
  var uncovered: [RosterResult.Uncovered] {
    let obstacles = CoverObstacles(group, state: answer.state)
    return group.nouns.slots.indices.flatMap { cover -> [RosterResult.Uncovered] in
      let slot = group.nouns.slots[cover]
      let count = answer.state.counts[cover]
      guard count < slot.need else { return [] }
      let reason = obstacles.reason(cover)
      return (count..<slot.need).map {
        RosterResult.Uncovered(shift: slot.shifts[$0 % slot.shifts.count], reason: reason)
      }
    }
  }

  /// What the group's roster costs.
  var costs: RosterResult.Costs {
    var costs = RosterResult.Costs()
    for (cover, count) in zip(group.problem.covers, answer.state.counts) {
      costs.uncovered += Double(max(0, cover.need - count)) * cover.shortPrice
      costs.surplus += Double(max(0, count - cover.need)) * cover.surplusPrice
    }
    for (member, line) in answer.state.lines.enumerated() where !line.choices.isEmpty {
      let agent = group.problem.members[member]
      let requests = line.choices.indices.reduce(0.0) { sum, day in
        let choice = line.choices[day]
        return sum
          + (choice == RosterProblem.off
            ? agent.offCost[day] : agent.options[day][Int(choice)].cost)
      }
      costs.requests += requests
      costs.rules += max(0, line.cost - requests)
    }
    return costs
  }
}

extension PlannedShift {
  /// The shift as entries of a roster: work, cut by its breaks.
  func entries(for agent: Agent) -> [RosterEntry] {
    var result: [RosterEntry] = []
    func add(_ from: Instant, _ to: Instant, _ activity: RosterActivity) {
      guard from < to else { return }
      result.append(
        RosterEntry(
          agent: agent.name, start: from, end: to, activity: activity, group: agent.group,
          site: agent.site))
    }
    var at = start
    for pause in breaks {
      add(at, pause.start, .work)
      add(pause.start, pause.end, RosterActivity(rawValue: pause.name) ?? .break)
      at = pause.end
    }
    add(at, end, .work)
    return result
  }
}
