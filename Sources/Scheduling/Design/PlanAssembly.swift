import ContactCenter
import MathematicalProgramming

/// Turns what the searches chose into shifts with breaks, and recounts the shortage from those alone.
enum PlanAssembly {
  /// The plan.
  ///
  /// - Throws: `SchedulingError.breaksDoNotMatch`, which no input should reach.
  static func plan(
    need: CoverageNeed, slots: SlotTable, groups: [AgentGroup], searches: [DesignSearch]
  ) throws(SchedulingError) -> ShiftPlan {
    var shifts: [PlannedShift] = []
    for search in searches { shifts += try self.shifts(of: search, need: need) }
    shifts.sort(by: PlannedShift.precedes)
    let prices = searches.first?.options.prices ?? SchedulePrices()
    let costs = PlanCosts(
      of: shifts, need: need, slots: slots, groups: groups, prices: prices)
    let hours = Double(slots.minutes) / 60
    let days = searches.flatMap(\.solved)
    let limits = days.filter { $0.limit != nil }
    let proof = ShiftPlan.Proof(
      objectiveHours: days.reduce(0) { $0 + $1.objective } * hours,
      boundHours: days.reduce(0) { $0 + $1.bound } * hours,
      weeklyBoundHours: searches.reduce(0) { $0 + $1.weeklyBound } * hours,
      limitedDays: Set(limits.map(\.day)).sorted().map { need.firstDate.advanced(by: $0) },
      dependsOnMachine: limits.contains { $0.limit == .time })
    var plan = ShiftPlan(
      shifts: shifts, shortages: costs.shortages, proof: proof, findings: [])
    plan.costs = costs.lines(of: shifts, teams: searches.flatMap(\.input.teams))
    plan.services = costs.services
    plan.findings =
      PlanFindings.findings(of: plan, need: need, groups: groups, searches: searches)
      + PlanFindings.findings(about: costs, services: plan.services)
    return plan
  }

  private static func shifts(
    of search: DesignSearch, need: CoverageNeed
  ) throws(SchedulingError) -> [PlannedShift] {
    let input = search.input
    let slots = input.slots
    let chains = Dictionary(grouping: search.solved.flatMap(\.chosen)) { entry in
      [input.members[entry.member].group, entry.shape, slots.dayOfSlot[entry.start]]
    }
    let begun = Dictionary(grouping: search.solved.flatMap(\.begun)) { entry in
      [entry.group, entry.shape, entry.day]
    }
    var result: [PlannedShift] = []
    for key in chains.keys.sorted(by: { ($0[0], $0[1], $0[2]) < ($1[0], $1[1], $1[2]) }) {
      let entries = (chains[key] ?? []).sorted { ($0.start, $0.member) < ($1.start, $1.member) }
      let members = entries.flatMap { Array(repeating: $0.member, count: $0.count) }
      let starts = entries.flatMap { Array(repeating: $0.start, count: $0.count) }
      let shape = input.shapes[key[1]]
      var breaks = starts.map { start in
        shape.gap.isEmpty
          ? []
          : [
            PlannedBreak(
              name: RosterActivity.off.rawValue,
              start: slots.boundaries[start + shape.gap.lowerBound],
              end: slots.boundaries[start + shape.gap.upperBound], isPaid: false)
          ]
      }
      for (index, window) in shape.windows.enumerated() {
        let taken = (begun[key] ?? []).filter { $0.window == index }.sorted { $0.slot < $1.slot }
          .flatMap { Array(repeating: $0.slot, count: $0.count) }
        guard let own = BreakRecovery.assign(starts: starts, begun: taken, window: window) else {
          throw .breaksDoNotMatch(group: input.groups[key[0]], slot: starts.first ?? 0)
        }
        for (shift, slot) in own.enumerated() {
          breaks[shift].append(
            PlannedBreak(
              name: window.name, start: slots.boundaries[slot],
              end: slots.boundaries[slot + window.width], isPaid: window.isPaid))
        }
      }
      if !shape.gap.isEmpty {
        for index in breaks.indices { breaks[index].sort { $0.start < $1.start } }
      }
      for (index, start) in starts.enumerated() {
        result.append(
          PlannedShift(
            group: input.groups[key[0]], contract: input.members[members[index]].contract.name,
            date: need.firstDate.advanced(by: key[2]), start: slots.boundaries[start],
            end: slots.boundaries[start + shape.slots],
            paidMinutes: shape.paidSlots * slots.minutes, breaks: breaks[index]))
      }
    }
    return result
  }
}
