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
    let shortages = self.shortages(of: shifts, need: need, slots: slots, groups: groups)
    let hours = Double(slots.minutes) / 60
    let days = searches.flatMap(\.solved)
    let limits = days.filter { $0.limit != nil }
    let proof = ShiftPlan.Proof(
      objectiveHours: days.reduce(0) { $0 + $1.objective } * hours,
      boundHours: days.reduce(0) { $0 + $1.bound } * hours,
      weeklyBoundHours: searches.reduce(0) { $0 + $1.weeklyBound } * hours,
      limitedDays: Set(limits.map(\.day)).sorted().map { need.firstDate.advanced(by: $0) },
      dependsOnMachine: limits.contains { $0.limit == .time })
    var plan = ShiftPlan(shifts: shifts, shortages: shortages, proof: proof, findings: [])
    plan.findings = PlanFindings.findings(of: plan, need: need, groups: groups, searches: searches)
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
      var breaks = [[PlannedBreak]](repeating: [], count: starts.count)
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

  /// What the shifts leave uncovered, counted slot by slot and averaged over each interval.
  static func shortages(
    of shifts: [PlannedShift], need: CoverageNeed, slots: SlotTable, groups: [AgentGroup]
  ) -> [Shortage] {
    let queuePosition = Dictionary(
      need.queues.enumerated().map { ($1.queue, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = groups.sorted { $0.name < $1.name }
    let position = Dictionary(
      slots.boundaries.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let groupPosition = Dictionary(
      ordered.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var staff = Array(
      repeating: [Double](repeating: 0, count: slots.count), count: ordered.count)
    for shift in shifts {
      guard let group = groupPosition[shift.group] else { continue }
      add(1, from: shift.start, to: shift.end, position: position, in: &staff[group])
      for pause in shift.breaks {
        add(-1, from: pause.start, to: pause.end, position: position, in: &staff[group])
      }
    }
    let served = ordered.map { group in
      Array(Set(group.queues.compactMap { queuePosition[$0] })).sorted()
    }
    var short = Array(
      repeating: [Double](repeating: 0, count: need.intervals.count), count: need.queues.count)
    var pieces = [Double](repeating: 0, count: need.intervals.count)
    for slot in 0..<slots.horizonCount {
      let interval = slots.intervalOfSlot[slot]
      pieces[interval] += 1
      let missing = ServingShortage.perQueue(
        staff: ordered.indices.map { (staff[$0][slot], served[$0]) },
        needs: need.queues.map { $0.agents[interval] })
      for (queue, agents) in missing.enumerated() { short[queue][interval] += agents }
    }
    return need.queues.indices.flatMap { queue in
      need.intervals.indices.compactMap { interval in
        guard short[queue][interval] > 1e-6 else { return nil }
        return Shortage(
          queue: need.queues[queue].queue, interval: need.intervals[interval],
          agents: short[queue][interval] / pieces[interval])
      }
    }
  }

  private static func add(
    _ amount: Double, from start: Instant, to end: Instant, position: [Instant: Int],
    in staff: inout [Double]
  ) {
    guard let first = position[start], let last = position[end], first <= last else { return }
    for slot in first..<min(last, staff.count) { staff[slot] += amount }
  }
}
