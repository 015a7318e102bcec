import ContactCenter
import MathematicalProgramming

/// The roster of one group: agents, their slots, and who works which.
struct GroupAssignment: Sendable {
  /// Which planned shift goes to which agent, and which go to nobody.
  struct Answer: Sendable {
    var assigned: [(agent: Agent, shift: PlannedShift)] = []
    var uncovered: [RosterResult.Uncovered] = []
    var brokenRequestHours = 0.0
    var limit: ProgramSolution.Limit?
  }

  let group: String
  let calendars: [AgentCalendar]
  let slots: [ShiftSlot]
  let grid: TimeGrid
  let firstDate: CivilDate

  /// Solves the group's program, evens out the hours, and explains what is left.
  func solve(
    options: RosterOptions, library: HiGHSLibrary
  ) throws(SchedulingError) -> Answer {
    let agents = calendars.map {
      AssignmentRules($0, slots: slots, grid: grid, firstDate: firstDate)
    }
    let assignment = AssignmentProgram(agents: agents, slots: slots, options: options)
    let outcome = try DayDescent.solve(
      assignment.program,
      options: ProgramOptions(
        relativeGap: options.relativeGap, nodeLimit: options.nodeLimit,
        timeLimitSeconds: options.timeLimitSeconds),
      library: library)
    var answer = Answer()
    if case .undecided(let limit) = outcome { answer.limit = limit }
    if case .limited(let limit) = outcome.solution?.quality { answer.limit = limit }
    var worked = [[Int]](repeating: [], count: agents.count)
    if let solution = outcome.solution {
      for (index, columns) in assignment.columns.enumerated() {
        worked[index] = columns.filter { solution.count(of: $0.value) == 1 }.map(\.key).sorted()
      }
    }
    if options.isFair {
      var swaps = FairnessSwaps(agents: agents, slots: slots, worked: worked)
      swaps.run()
      worked = swaps.worked
    }
    deal(worked, to: agents, into: &answer)
    return answer
  }

  /// Hands the planned shifts of each slot to the agents who work it, in order of name.
  private func deal(_ worked: [[Int]], to agents: [AssignmentRules], into answer: inout Answer) {
    for (position, slot) in slots.enumerated() {
      let workers = agents.indices.filter { worked[$0].contains(position) }
      for (shift, worker) in zip(slot.shifts, workers) {
        answer.assigned.append((calendars[worker].agent, shift))
        answer.brokenRequestHours += calendars[worker].price(of: slot.stretch)
      }
      for shift in slot.shifts.dropFirst(workers.count) {
        let reason = self.reason(slot, agents: agents, worked: worked)
        answer.uncovered.append(RosterResult.Uncovered(shift: shift, reason: reason))
      }
    }
  }

  /// What keeps each agent from a slot, counted.
  private func reason(
    _ slot: ShiftSlot, agents: [AssignmentRules], worked: [[Int]]
  ) -> String {
    guard !agents.isEmpty else { return "group \(group) has no agents" }
    var counts: [AssignmentRules.Obstacle: Int] = [:]
    for (rules, own) in zip(agents, worked) {
      counts[rules.obstacle(to: slot, given: own) ?? .free, default: 0] += 1
    }
    let parts = AssignmentRules.Obstacle.allCases.compactMap { obstacle in
      counts[obstacle].map { "\($0) \(obstacle.rawValue)" }
    }
    return "of \(agents.count) agents of \(group): " + parts.joined(separator: ", ")
  }
}
