public import ContactCenter
public import MathematicalProgramming

/// Gives shifts to named agents.
///
/// Hard rules are kept before anything else: contracts, leave, availability, published shifts, one shift a day. Then
/// the sum of all prices is least: uncovered and superfluous shifts, soft rules, requests and wishes. Last, hours,
/// weekends and nights are evened out between agents of one contract where that costs nothing else.
///
/// Groups share no agents and are solved one by one. What cannot be worked is in the result with what keeps every agent
/// from it, and what would help.
public enum RosterAssignment {
  /// What is to be rostered, and by whom.
  public struct Task: Sendable {
    /// The shifts, where a design made them; ignored where `cover` asks for some.
    public var plan: ShiftPlan
    /// Agents wanted by shift type and day.
    public var cover: [TypeCover]
    /// Who there is; the order does not matter.
    public var agents: [Agent]
    /// Leave, available stretches, requests, wishes and published shifts.
    public var availability: [Availability]
    /// What contracts allow and ask for.
    public var contracts: [Contract]
    /// Shift types, nights and weekends.
    public var rules: ShiftRules
    /// The grid of the center, whose zone is that of agents who have none of their own.
    public var grid: TimeGrid
    /// The days that are rostered; nil for those on which shifts start.
    public var dates: Range<CivilDate>?
    /// The roster before, which counts towards rest, stretches and windows across the border.
    public var previous: Roster

    /// Creates a task.
    public init(
      plan: ShiftPlan, cover: [TypeCover] = [], agents: [Agent], availability: [Availability],
      contracts: [Contract], rules: ShiftRules, grid: TimeGrid, dates: Range<CivilDate>? = nil,
      previous: Roster = Roster(entries: [])
    ) {
      self.plan = plan
      self.cover = cover
      self.agents = agents
      self.availability = availability
      self.contracts = contracts
      self.rules = rules
      self.grid = grid
      self.dates = dates
      self.previous = previous
    }
  }

  /// Where a search is: reported now and then.
  public struct Progress: Hashable, Sendable {
    /// The group.
    public var group: String
    /// What is being done: `exchange`, `linear program`, `dive`, `neighborhood`.
    public var step: String
    /// Cost of the best roster of the group so far, in paid hours.
    public var cost: Double
    /// No roster of the group costs less.
    public var bound: Double
  }

  /// Assigns shifts.
  ///
  /// - Parameters:
  ///   - library: the solver.
  ///   - options: gap, effort, prices, threads.
  ///   - progress: told after each step, from any thread.
  /// - Throws: `SchedulingError.unknownContract` for an agent's contract, `.badRule` for contract rules or covers that
  ///   make no sense, `.solver`.
  public static func solve(
    _ task: Task, library: HiGHSLibrary, options: RosterOptions = RosterOptions(),
    progress: (@Sendable (Progress) -> Void)? = nil
  ) throws(SchedulingError) -> RosterResult {
    let groups = try RosterGroups(task, uncoveredPrice: options.uncoveredPrice).groups
    let inner = groups.count == 1 ? options.threads : 1
    let answers = try concurrentMap(count: groups.count, threads: options.threads) {
      (index) throws(SchedulingError) -> GroupAnswer in
      let group = groups[index]
      let name = group.nouns.group
      let search = RosterSearch(
        problem: group.problem, options: options, library: library, threads: inner
      ) { step, cost, bound in
        progress?(Progress(group: name, step: step, cost: cost, bound: bound))
      }
      var answer = try search.solve()
      var fairness = FairnessExchange(group, prices: options.fairness, state: answer.state)
      fairness.run(steps: options.fairnessSteps)
      answer.state = fairness.state
      answer.cost = answer.state.cost
      return GroupAnswer(
        group: group, answer: answer,
        explanations: try RosterExplanation.findings(
          group, state: answer.state, uncoveredPrice: options.uncoveredPrice))
    }
    return RosterResult(answers, task: task)
  }
}

/// The groups of a task, each ready to be searched.
struct RosterGroups: Sendable {
  private(set) var groups: [GroupRoster] = []

  init(_ task: RosterAssignment.Task, uncoveredPrice: Double) throws(SchedulingError) {
    var contracts: [String: Contract] = [:]
    var rules: [String: [PricedRule]] = [:]
    for contract in task.contracts where contracts[contract.name] == nil {
      contracts[contract.name] = contract
      do throws(RuleTermsError) {
        rules[contract.name] = try ContractRules.rules(of: contract)
      } catch {
        throw .badRule(what: "a rule of contract \(contract.name)", value: error.description)
      }
    }
    let dates = task.days
    // The audit's own reading of what came before: search and audit start every line alike.
    let known = RosterUnderAudit(
      roster: Roster(entries: Self.published(task)), agents: task.agents, groups: [],
      contracts: task.contracts, availability: task.availability, rules: task.rules, need: nil,
      grid: task.grid, previous: task.previous, dates: dates)
    let history = Dictionary(grouping: known.history, by: \.agent)
      .mapValues { $0.map(known.lineShift) }
    var calendars: [String: [AgentCalendar]] = [:]
    let stretches = Dictionary(grouping: task.availability, by: \.agent)
    for agent in task.agents.sorted(by: { $0.name < $1.name })
    where known.agents[agent.name] == agent {
      guard let contract = contracts[agent.contract] else {
        throw .unknownContract(name: agent.contract, place: "agent \(agent.name)")
      }
      guard calendars[agent.group]?.last?.agent.name != agent.name else { continue }
      calendars[agent.group, default: []].append(
        AgentCalendar(
          agent, contract: contract, availability: stretches[agent.name] ?? [],
          zone: known.period(of: agent.name).zone))
    }
    let slots = try Self.slots(task, firstDate: dates.lowerBound)
    for name in Set(slots.keys).union(calendars.keys).sorted() {
      groups.append(
        GroupRoster(
          GroupRoster.Nouns(
            group: name, calendars: calendars[name] ?? [], rules: rules, slots: slots[name] ?? [],
            grid: task.grid, shiftRules: task.rules, firstDate: dates.lowerBound,
            days: dates.upperBound.days(since: dates.lowerBound), history: history,
            knownDaysBefore: known.knownDaysBefore), uncoveredPrice: uncoveredPrice))
    }
  }

  /// The slots of each group.
  private static func slots(
    _ task: RosterAssignment.Task, firstDate: CivilDate
  ) throws(SchedulingError) -> [String: [ShiftSlot]] {
    var result: [String: [ShiftSlot]] = [:]
    guard task.cover.isEmpty else {
      let dates = task.days
      let wanted = Dictionary(grouping: task.cover.filter { dates.contains($0.date) }, by: \.group)
      for (group, cover) in wanted {
        result[group] = try ShiftSlot.slots(
          of: cover, contracts: task.contracts, rules: task.rules, grid: task.grid,
          firstDate: firstDate)
      }
      return result
    }
    for (group, shifts) in Dictionary(grouping: task.plan.shifts, by: \.group) {
      result[group] = ShiftSlot.gathering(
        shifts, firstDate: firstDate, zone: task.grid.zone, rules: task.rules)
    }
    return result
  }

  /// Published shifts as the entries they become.
  static func published(_ task: RosterAssignment.Task) -> [RosterEntry] {
    let agents = Dictionary(task.agents.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    return task.availability.compactMap { stretch in
      guard stretch.kind == .pinned, stretch.start < stretch.end,
        let agent = agents[stretch.agent]
      else { return nil }
      return RosterEntry(
        agent: agent.name, start: stretch.start, end: stretch.end, activity: .work,
        group: agent.group, site: agent.site)
    }
  }
}

extension RosterAssignment.Task {
  /// The days that are rostered.
  var days: Range<CivilDate> {
    if let dates { return dates }
    let starts = cover.isEmpty ? plan.shifts.map(\.date) : cover.map(\.date)
    let first = starts.min() ?? CivilDate(daysSinceEpoch: 0)
    return first..<(starts.max() ?? first).advanced(by: 1)
  }
}

/// One group's roster and what is to be told about it.
struct GroupAnswer: Sendable {
  var group: GroupRoster
  var answer: RosterSearch.Answer
  var explanations: [Finding]
}
