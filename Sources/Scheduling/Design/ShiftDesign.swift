public import ContactCenter
public import MathematicalProgramming

/// Designs the shifts that cover a need with the fewest paid hours.
///
/// Goals, in order: every interval covered where there are people for it; contracts kept, weekly limits included;
/// few paid hours; the same plan for the same input on every machine and any number of threads.
///
/// The steps: one linear program per week and component of groups says how much of each weekly limit each day should
/// use (`WeeklyCaps`); one integer program per day, breaks placed implicitly, chooses the shifts (`DesignProgram`,
/// `DayDescent`), and the days with the largest gaps are looked at again until the plan is within its gap;
/// each shift gets its own breaks (`BreakRecovery`); the shortage is recounted from the shifts alone.
///
/// Where night shifts reach into the next day, days are solved in turn, each beside a next day that may still take
/// fractions; otherwise all days are solved at the same time.
public enum ShiftDesign {
  /// Designs shifts.
  ///
  /// - Parameters:
  ///   - need: agents per queue and interval.
  ///   - groups: the queues each group serves.
  ///   - teams: how many agents of each group and contract there are (`Team.counting`).
  ///   - contracts: what contracts allow.
  ///   - rules: when shifts start and which breaks they have.
  ///   - library: the solver.
  ///   - options: gap, limits, price of being short, threads.
  /// - Returns: a plan; where it cannot cover the need, its shortages and findings say so.
  /// - Throws: `SchedulingError` where the rules make no sense or the solver fails.
  public static func solve(
    need: CoverageNeed, groups: [AgentGroup], teams: [Team], contracts: [Contract],
    rules: ShiftRules, library: HiGHSLibrary, options: ShiftDesignOptions = ShiftDesignOptions()
  ) throws(SchedulingError) -> ShiftPlan {
    let contracts = try DesignRules.checked(
      groups: groups, teams: teams, contracts: contracts, rules: rules)
    let slots = try DesignRules.slots(
      need: need, teams: teams, contracts: contracts, rules: rules)
    // The solver breaks ties by position: positions follow names, never the order of the plan's lists.
    let ordered = teams.sorted {
      ($0.group, $0.contract, $0.heads) < ($1.group, $1.contract, $1.heads)
    }
    var searches: [DesignSearch] = []
    for component in SkillComponents.of(groups, queues: need.queues.map(\.queue)) {
      let names = Set(component.groups.map(\.name))
      let input = try DesignInput(
        need: need, slots: slots, groups: component.groups, queueNames: component.queues,
        teams: ordered.filter { names.contains($0.group) }, contracts: contracts, rules: rules,
        prices: options.prices)
      searches.append(DesignSearch(input: input, options: options))
    }
    try search(&searches, library: library, threads: options.threads)
    return try PlanAssembly.plan(need: need, slots: slots, groups: groups, searches: searches)
  }

  /// Solves all weeks, then all days: each round takes the next day of every chain of days that night shifts tie
  /// together.
  private static func search(
    _ searches: inout [DesignSearch], library: HiGHSLibrary, threads: Int
  ) throws(SchedulingError) {
    let weeks = searches.indices.flatMap { index in
      searches[index].weeks().map { (search: index, days: $0) }
    }
    let before = searches
    let solvedWeeks = try concurrentMap(count: weeks.count, threads: threads) {
      (index) throws(SchedulingError) in
      try before[weeks[index].search].solveWeek(weeks[index].days, library: library)
    }
    for (week, solved) in zip(weeks, solvedWeeks) { searches[week.search].take(solved) }
    while true {
      let days = searches.indices.flatMap { index in
        searches[index].nextDays().map { (search: index, day: $0) }
      }
      if days.isEmpty { return }
      let before = searches
      var attempts = try concurrentMap(count: days.count, threads: threads) {
        (index) throws(SchedulingError) in
        try before[days[index].search].attempt(days[index].day, library: library)
      }
      while let worst = refinable(attempts, taken: searches) {
        let current = attempts
        let refined = try concurrentMap(count: worst.count, threads: threads) {
          (index) throws(SchedulingError) in
          let place = worst[index]
          return try before[days[place].search].refined(current[place], library: library)
        }
        for (place, attempt) in zip(worst, refined) { attempts[place] = attempt }
      }
      for (day, attempt) in zip(days, attempts) {
        searches[day.search].take(searches[day.search].solved(attempt))
      }
    }
  }

  /// The attempts to look at again, or nil where the plan so far is within the gap or nothing is left to try.
  ///
  /// The gap is one of the whole plan: a small team's day may be far from its bound in percent and cost nothing
  /// beside the rest. The largest gaps go first, no more of them than would bring the plan within.
  private static func refinable(
    _ attempts: [DesignSearch.Attempt], taken searches: [DesignSearch]
  ) -> [Int]? {
    guard let options = searches.first?.options else { return nil }
    let open = attempts.indices.filter {
      !attempts[$0].answer.isRefined && attempts[$0].answer.gap > 0
    }
    .sorted { (-attempts[$0].answer.gap, $0) < (-attempts[$1].answer.gap, $1) }
    let lost = open.filter { attempts[$0].answer.solution == nil }
    if !lost.isEmpty { return lost }
    var objective = 0.0
    var bound = 0.0
    for day in searches.flatMap(\.solved) {
      objective += day.objective
      bound += day.bound
    }
    for attempt in attempts {
      guard let solution = attempt.answer.solution else { continue }
      objective += solution.objective
      bound += attempt.answer.bound
    }
    var excess = objective - bound - options.relativeGap * abs(objective)
    var chosen: [Int] = []
    // Rounding of sums must not ask for one more.
    for index in open where excess > 1e-9 * max(1, abs(objective)) {
      chosen.append(index)
      // A second look closes about half a gap; looks side by side are cheaper than looks in turn.
      excess -= attempts[index].answer.gap / 2
    }
    return chosen.isEmpty ? nil : chosen
  }
}
