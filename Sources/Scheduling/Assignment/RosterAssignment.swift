public import ContactCenter
public import MathematicalProgramming

/// Gives the shifts of a plan to named agents.
///
/// Goals, in order: no hard rule is broken (contract, rest, one shift a day, leave, availability, published shifts);
/// few paid hours stay unworked; requests are kept; hours are even between agents of one contract.
///
/// Groups share no agents and are solved one by one. What cannot be worked is in the result, each shift with what keeps
/// every agent from it.
public enum RosterAssignment {
  /// Assigns shifts.
  ///
  /// - Parameters:
  ///   - plan: the designed shifts.
  ///   - agents: who there is; the order does not matter.
  ///   - availability: leave, available stretches, requests and published shifts.
  ///   - contracts: what contracts allow.
  ///   - grid: the grid of the plan, whose zone says on which day a shift starts.
  ///   - library: the solver.
  ///   - options: gap, limits, fairness, threads.
  /// - Throws: `SchedulingError.unknownContract` for an agent's contract; `.solver`.
  public static func solve(
    plan: ShiftPlan, agents: [Agent], availability: [Availability], contracts: [Contract],
    grid: TimeGrid, library: HiGHSLibrary, options: RosterOptions = RosterOptions()
  ) throws(SchedulingError) -> RosterResult {
    var contractByName: [String: Contract] = [:]
    for contract in contracts { contractByName[contract.name] = contract }
    let stretches = Dictionary(grouping: availability, by: \.agent)
    var calendars: [AgentCalendar] = []
    var seen: Set<String> = []
    for agent in agents.sorted(by: { $0.name < $1.name }) where seen.insert(agent.name).inserted {
      guard let contract = contractByName[agent.contract] else {
        throw .unknownContract(name: agent.contract, place: "agent \(agent.name)")
      }
      calendars.append(
        AgentCalendar(agent, contract: contract, availability: stretches[agent.name] ?? []))
    }
    let firstDate = plan.shifts.map(\.date).min() ?? CivilDate(daysSinceEpoch: 0)
    let names = Set(plan.shifts.map(\.group)).sorted()
    let groups = names.map { name in
      GroupAssignment(
        group: name, calendars: calendars.filter { $0.agent.group == name },
        slots: ShiftSlot.gathering(
          plan.shifts.filter { $0.group == name }, firstDate: firstDate),
        grid: grid, firstDate: firstDate)
    }
    let answers = try concurrentMap(count: groups.count, threads: options.threads) {
      (index) throws(SchedulingError) in
      try groups[index].solve(options: options, library: library)
    }
    return result(answers, calendars: calendars, agents: agents, availability: availability)
  }

  private static func result(
    _ answers: [GroupAssignment.Answer], calendars: [AgentCalendar], agents: [Agent],
    availability: [Availability]
  ) -> RosterResult {
    var entries: [RosterEntry] = []
    var minutes: [String: Int] = [:]
    for calendar in calendars {
      minutes[calendar.agent.name] = calendar.pinned.reduce(0) { $0 + $1.seconds / 60 }
      entries += calendar.pinned.map {
        RosterEntry(
          agent: calendar.agent.name, start: $0.start, end: $0.end, activity: .work,
          group: calendar.agent.group, site: calendar.agent.site)
      }
    }
    for (agent, shift) in answers.flatMap(\.assigned) {
      minutes[agent.name, default: 0] += shift.paidMinutes
      entries += shift.entries(for: agent)
    }
    let uncovered = answers.flatMap(\.uncovered).sorted {
      PlannedShift.precedes($0.shift, $1.shift)
    }
    return RosterResult(
      roster: Roster(entries: entries), uncovered: uncovered, paidMinutes: minutes,
      brokenRequestHours: answers.reduce(0) { $0 + $1.brokenRequestHours },
      findings: RosterFindings.findings(
        answers, uncovered: uncovered, agents: agents, availability: availability))
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
