/// A roster under search: every agent's line, what they cover, and its cost.
struct RosterState: Sendable {
  private(set) var lines: [Line]
  /// Agents on each cover.
  private(set) var counts: [Int]
  private let covers: [RosterProblem.Cover]
  private let problem: RosterProblem

  /// A roster in which nobody works yet: members get their lines by `set`.
  init(_ problem: RosterProblem) {
    self.problem = problem
    covers = problem.covers
    counts = Array(repeating: 0, count: problem.covers.count)
    lines = Array(
      repeating: Line(choices: [], cost: 0), count: problem.members.count)
  }

  /// Cost of all lines and covers.
  var cost: Double { lines.reduce(problem.coverCost(counts)) { $0 + $1.cost } }

  /// Takes a member's line out: the member then covers nothing.
  mutating func remove(_ member: Int) {
    for cover in problem.coversOf(lines[member], member: member) { counts[cover] -= 1 }
    lines[member] = Line(choices: [], cost: 0)
  }

  /// Puts a line in for a member who has none.
  mutating func set(_ line: Line, for member: Int) {
    for cover in problem.coversOf(line, member: member) { counts[cover] += 1 }
    lines[member] = line
  }

  /// The roster with other lines for some members.
  func replacing(_ picked: [(member: Int, line: Line)]) -> RosterState {
    var state = self
    for (member, _) in picked { state.remove(member) }
    for (member, line) in picked { state.set(line, for: member) }
    return state
  }

  /// What one more agent on each cover costs as things stand.
  func marginalPrices() -> [Double] {
    covers.indices.map { problem.priceOfOneMore($0, at: counts[$0]) }
  }
}
