import MathematicalProgramming
internal import Probability

/// Searches the roster of one group: exchange of lines, the linear program over all lines and its bound, a dive from
/// it, a choice among the lines known (or more exchange, where the bound is far), and neighborhoods of some agents
/// solved over all their lines.
///
/// Effort is counted in steps and rounds and never in seconds, so that the same input gives the same roster on every
/// machine.
struct RosterSearch {
  /// A roster and what is known about it.
  struct Answer: Sendable {
    var state: RosterState
    var cost: Double
    /// No roster costs less; -infinity where nothing is known.
    var bound: Double
    /// The limit that ended the search before the gap was closed.
    var limit: ProgramSolution.Limit?

    /// Takes another roster where it costs less; whether it did.
    @discardableResult
    mutating func take(_ other: RosterState) -> Bool {
      let cost = other.cost
      guard cost < self.cost - 1e-9 else { return false }
      (state, self.cost) = (other, cost)
      return true
    }
  }

  /// The share of the cost within which the linear program's lines are likely to be those of good rosters.
  private static let tightGap = 0.1

  /// What the solver's part of one neighborhood counts as, in steps: measured, it takes about as long.
  private static let neighborhoodWork = 300_000_000

  private let problem: RosterProblem
  private let options: RosterOptions
  private let library: HiGHSLibrary
  private let threads: Int
  /// Told after each step: what it was, cost and bound.
  private let progress: (@Sendable (String, Double, Double) -> Void)?
  /// Members who have a line to be chosen.
  private let members: [Int]
  private let twins: [Int]

  init(
    problem: RosterProblem, options: RosterOptions, library: HiGHSLibrary, threads: Int,
    progress: (@Sendable (String, Double, Double) -> Void)? = nil
  ) {
    self.problem = problem
    self.options = options
    self.library = library
    self.threads = threads
    self.progress = progress
    members = problem.members.indices.filter { !problem.members[$0].options.isEmpty }
    twins = problem.twins
  }

  /// Searches.
  func solve() throws(SchedulingError) -> Answer {
    let effort = Int(max(0, min(options.effort, 1e6)) * 1e9)
    let least = problem.leastCost
    var exchange = LineExchange(
      problem, from: LineExchange.firstState(problem),
      seed: UInt64(bitPattern: Int64(options.randomSeed)))
    exchange.run(
      patience: 500 + 40 * members.count, tolerance: 0.01, bound: least, work: effort / 10)
    var answer = Answer(state: exchange.best, cost: exchange.bestCost, bound: least, limit: nil)
    progress?("exchange", answer.cost, answer.bound)
    if isDone(answer) { return answer }
    let program = try LineProgram(
      problem, members: members, twins: twins, state: answer.state, library: library,
      threads: threads)
    try program.add(members.map { ($0, answer.state.lines[$0]) })
    _ = try program.relax(
      rounds: options.pricingRounds, gap: options.relativeGap / 20, work: effort / 2)
    answer.bound = max(answer.bound, program.bound)
    progress?("linear program", answer.cost, answer.bound)
    if isDone(answer) { return answer }
    answer.take(try dive(program, from: answer.state, work: effort / 4 * 3))
    progress?("dive", answer.cost, answer.bound)
    if isDone(answer) { return answer }
    if answer.cost - answer.bound < Self.tightGap * abs(answer.cost) {
      try chooseAmongAll(&answer, program)
      progress?("choice", answer.cost, answer.bound)
    } else {
      // Fractions of lines cost far less than lines do: the program has little to say, and exchange goes on.
      exchange.restart(from: answer.state)
      exchange.run(
        patience: 10 * (500 + 40 * members.count), tolerance: 0.01, bound: answer.bound,
        work: exchange.work + effort / 3)
      answer.take(exchange.best)
      progress?("exchange", answer.cost, answer.bound)
    }
    try improve(&answer, work: effort - exchange.work - program.work)
    if !isDone(answer) { answer.limit = .iterations }
    return answer
  }

  /// Chooses a whole line for everybody among those that the linear program found.
  private func chooseAmongAll(
    _ answer: inout Answer, _ program: LineProgram
  ) throws(SchedulingError) {
    var start: [Int: Line] = [:]
    for member in members { start[member] = answer.state.lines[member] }
    try program.add(members.map { ($0, answer.state.lines[$0]) })
    var limits = ProgramOptions(relativeGap: options.relativeGap, nodeLimit: 100)
    limits.iterationLimit = 20_000
    let picked = try program.choose(
      slack: answer.cost - answer.bound, start: start, options: limits)
    if let picked { answer.take(answer.state.replacing(picked)) }
  }

  /// Whether the roster is proven to lie within the gap.
  private func isDone(_ answer: Answer) -> Bool {
    answer.cost - answer.bound <= max(1e-6, options.relativeGap * abs(answer.cost))
  }

  /// Fixes the lines that the linear program leans to, a few at a time, solving it again after each.
  private func dive(
    _ program: LineProgram, from state: RosterState, work: Int
  ) throws(SchedulingError) -> RosterState {
    var free = Set(members)
    var result = RosterState(problem)
    while !free.isEmpty {
      let values = try program.relax(rounds: 12, gap: 1e-4, work: work)
      let open = program.entries.indices.filter {
        $0 < values.count && free.contains(program.entries[$0].member) && values[$0] > 1e-6
      }
      .sorted { (-values[$0], $0) < (-values[$1], $1) }
      let share = max(1, free.count / 16)
      var chosen: [Int] = []
      for position in open where free.contains(program.entries[position].member) {
        guard chosen.count < share || values[position] > 0.95 else { break }
        chosen.append(position)
        let entry = program.entries[position]
        free.remove(entry.member)
        result.set(entry.line, for: entry.member)
      }
      if chosen.isEmpty { break }
      try program.fix(chosen)
    }
    for member in free { result.set(state.lines[member], for: member) }
    try program.release()
    return result
  }

  /// Takes the lines of some agents out and chooses anew among all of theirs, until the gap is closed or the rounds or
  /// the work are used up.
  private func improve(_ answer: inout Answer, work: Int) throws(SchedulingError) {
    var stream = SplitMix64(key: UInt64(bitPattern: Int64(options.randomSeed)) &+ 1)
    var size = 5.0
    var left = work
    for round in 0..<options.neighborhoods {
      guard !isDone(answer), left > 0 else { return }
      let chosen = neighborhood(of: answer.state, size: Int(size), using: &stream)
      guard chosen.count > 1 else { return }
      let program = try LineProgram(
        problem, members: chosen, twins: twins, state: answer.state, library: library,
        threads: threads)
      var start: [Int: Line] = [:]
      for member in chosen { start[member] = answer.state.lines[member] }
      try program.add(chosen.map { ($0, answer.state.lines[$0]) })
      _ = try program.relax(rounds: 60, gap: 1e-5)
      left -= program.work + Self.neighborhoodWork
      // Where even fractions of lines save nothing, whole ones do not either.
      guard answer.cost - program.bound > 1e-6 * max(1, abs(answer.cost)) else {
        size = min(size * 1.05, Double(members.count))
        continue
      }
      var limits = ProgramOptions(relativeGap: 1e-6, nodeLimit: 50)
      limits.iterationLimit = 5_000
      let picked = try program.choose(
        slack: answer.cost - program.bound, start: start, options: limits)
      guard let picked else {
        size = max(3, size * 0.9)
        continue
      }
      if answer.take(answer.state.replacing(picked)) {
        progress?("neighborhood \(round) of \(chosen.count)", answer.cost, answer.bound)
      } else {
        size = min(size * 1.02, Double(members.count))
      }
    }
  }

  /// Agents of whom one works, or may work, where the roster pays for being short or too many, and others at random.
  private func neighborhood(
    of state: RosterState, size: Int, using stream: inout SplitMix64
  ) -> [Int] {
    var chosen: Set<Int> = []
    let wrong = problem.covers.indices.filter { state.counts[$0] != problem.covers[$0].need }
    if let cover = wrong.randomElement(using: &stream), Bool.random(using: &stream) {
      let touched = members.filter { member in
        problem.members[member].options.contains { $0.contains { $0.cover == Int32(cover) } }
      }
      for member in touched.shuffled(using: &stream).prefix(size / 2) { chosen.insert(member) }
    }
    for member in members.shuffled(using: &stream) where chosen.count < min(size, members.count) {
      chosen.insert(member)
    }
    return chosen.sorted()
  }
}

extension RosterProblem {
  /// What no roster can cost less than: the cheapest that every agent and cover could be alone.
  var leastCost: Double {
    members.reduce(0) { sum, member in
      sum
        + member.offCost.indices.reduce(0) { sum, day in
          let cheapest = member.options.isEmpty ? nil : member.options[day].map(\.cost).min()
          return sum + min(member.offCost[day], cheapest ?? .infinity)
        }
    }
  }
}
