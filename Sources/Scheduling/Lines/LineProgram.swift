import MathematicalProgramming

/// The program that chooses a line for each of some agents, the other agents' lines standing still.
///
/// Columns: one per line known so far, in {0,1}; agents short and too many of each cover. Rows: one line per agent;
/// each cover's need. Lines are not listed but found as needed (column generation): the duals of the covers are what a
/// line may cost, `LineSearch` finds the line that undercuts them most, and where none does, the linear program over
/// *all* lines is solved.
///
/// Its bound is not the solver's word: for any prices of covers, what the covers pay plus the cheapest line of every
/// agent at those prices is less than any roster costs (Lagrangian bound), and the cheapest lines are ours.
///
/// *Source*: C. Barnhart et al., "Branch-and-price: column generation for solving huge integer programs", Operations
/// Research 46 (1998) 316–329, doi:10.1287/opre.46.3.316; P. Wentges, "Weighted Dantzig-Wolfe decomposition for linear
/// mixed-integer programming", International Transactions in Operational Research 4 (1997) 151–162, for the smoothing.
final class LineProgram {
  /// A line of an agent as a column.
  struct Entry {
    var column: LinearProgram.Column
    var member: Int
    var line: Line
  }

  private let problem: RosterProblem
  private let members: [Int]
  private let rowOfMember: [Int: Int]
  private let covers: [Int]
  private let rowOfCover: [Int: Int]
  /// Agents still wanted on each cover beside those who stand still.
  private let needs: [Double]
  private let session: ProgramSession
  private(set) var entries: [Entry] = []
  private var known: [Set<Line>]
  private var searches: [LineSearch]
  private var isFixed: [Bool]
  /// For each member the first who has the same rules, history, choices and prices: their best lines are the same.
  private let twin: [Int]
  /// No choice of lines costs less, those of the others included.
  private(set) var bound = -Double.infinity
  /// Prices of covers at which `bound` was found.
  private(set) var boundPrices: [Double]
  private let constant: Double
  /// Work done so far, see `LineSearch.work`.
  ///
  /// A solve of the program counts by its size, a choice as two thousand of them: measured, they take about as long.
  var work: Int { searches.reduce(solverWork) { $0 + $1.work } }
  private var solverWork = 0
  private let threads: Int

  /// A program over some members of a roster.
  ///
  /// - Parameters:
  ///   - members: those whose lines are free; the others keep theirs of `state`.
  ///   - twins: `RosterProblem.twins`.
  ///   - threads: agents whose lines are looked for at the same time; the result does not depend on it.
  init(
    _ problem: RosterProblem, members: [Int], twins: [Int], state: RosterState,
    library: HiGHSLibrary, threads: Int
  ) throws(SchedulingError) {
    self.problem = problem
    self.members = members
    self.threads = threads
    var others = state.counts
    for member in members {
      for cover in problem.coversOf(state.lines[member], member: member) { others[cover] -= 1 }
    }
    let reachable = Set(
      members.flatMap { member in
        problem.members[member].options.flatMap { $0.compactMap { Int($0.cover) } }
      })
    covers = reachable.filter { $0 >= 0 }.sorted()
    var program = LinearProgram()
    for member in members {
      program.addRow(in: 1...1, [], name: problem.members[member].name)
    }
    var fixedCost = 0.0
    for (member, line) in state.lines.enumerated() where !members.contains(member) {
      fixedCost += line.cost
    }
    let inside = Set(covers)
    for cover in problem.covers.indices where !inside.contains(cover) {
      let short = max(0, problem.covers[cover].need - others[cover])
      let over = max(0, others[cover] - problem.covers[cover].need)
      fixedCost += Double(short) * problem.covers[cover].shortPrice
      if over > 0 { fixedCost += Double(over) * problem.covers[cover].surplusPrice }
    }
    var needs: [Double] = []
    for cover in covers {
      let wanted = problem.covers[cover]
      let left = wanted.need - others[cover]
      // Those who stand still may be too many already.
      if left < 0 { fixedCost += Double(-left) * wanted.surplusPrice }
      let need = Double(max(0, left))
      needs.append(need)
      let short = program.addColumn(cost: wanted.shortPrice, in: 0...need, name: "short")
      var terms = [(short, 1.0)]
      if wanted.surplusPrice.isFinite {
        let over = program.addColumn(
          cost: wanted.surplusPrice, in: 0...Double.infinity, name: "too many")
        terms.append((over, -1))
      }
      program.addRow(in: need...need, terms, name: "cover")
    }
    self.needs = needs
    constant = fixedCost
    program.constantCost = fixedCost
    rowOfMember = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    rowOfCover = Dictionary(
      uniqueKeysWithValues: covers.enumerated().map { ($1, members.count + $0) })
    known = Array(repeating: [], count: problem.members.count)
    twin = twins
    isFixed = Array(repeating: false, count: problem.members.count)
    searches = (0..<max(1, threads)).map { _ in LineSearch(problem) }
    boundPrices = Array(repeating: 0, count: problem.covers.count)
    session = try Self.solving { () throws(MathematicalProgrammingError) in
      try ProgramSession(program, library: library)
    }
  }

  /// Makes lines choosable.
  func add(_ lines: [(member: Int, line: Line)]) throws(SchedulingError) {
    var columns: [LinearProgram.NewColumn] = []
    var fresh: [(member: Int, line: Line)] = []
    for (member, line) in lines where known[member].insert(line).inserted {
      guard let row = rowOfMember[member] else { continue }
      let rows = [row] + problem.coversOf(line, member: member).compactMap { rowOfCover[$0] }
      columns.append(
        LinearProgram.NewColumn(
          cost: line.cost, in: 0...Double.infinity, name: "line", rows: rows,
          factors: rows.map { _ in 1 }))
      fresh.append((member, line))
    }
    let handles = try Self.solving { () throws(MathematicalProgrammingError) in
      try session.addColumns(columns)
    }
    for (handle, (member, line)) in zip(handles, fresh) {
      entries.append(Entry(column: handle, member: member, line: line))
    }
  }

  /// Solves the linear program over all lines: value of each known line, in the order of `entries`.
  ///
  /// - Parameters:
  ///   - rounds: the most times lines are looked for.
  ///   - gap: stops when the bound is so close to the linear program's value, as a share of it.
  ///   - work: stops once so much work was done.
  func relax(
    rounds: Int, gap: Double, work limit: Int = .max
  ) throws(SchedulingError) -> [Double] {
    var values: [Double] = []
    let free = members.filter { !isFixed[$0] }
    let tracksBound = free.count == members.count
    var stalled = 0
    for round in 0..<rounds {
      if work >= limit { break }
      guard let solution = try solved() else { return values }
      values = entries.map { solution[$0.column] }
      let duals = covers.map { solution.rowDuals[rowOfCover[$0] ?? 0] }
      var prices = [Double](repeating: 0, count: problem.covers.count)
      for (cover, dual) in zip(covers, duals) { prices[cover] = dual }
      // Half way to the prices of the best bound: duals jump about, and lines priced at their corners are of little use.
      let smoothed =
        tracksBound && bound.isFinite && stalled == 0 && round > 0
        ? zip(prices, boundPrices).map { 0.5 * $0 + 0.5 * $1 } : prices
      let found = price(smoothed, free: free)
      if tracksBound, found.count == free.count { note(found.map(\.value), at: smoothed) }
      let undercutting = found.filter { answer in
        let dual = solution.rowDuals[rowOfMember[answer.member] ?? 0]
        let worth = problem.coversOf(answer.line, member: answer.member).reduce(0) {
          $0 + prices[$1]
        }
        return answer.line.cost - worth - dual < -1e-7
      }
      if tracksBound, solution.objective - bound <= gap * max(1, abs(solution.objective)) {
        return values
      }
      if undercutting.isEmpty {
        // At the duals themselves nothing undercuts: the linear program is solved.
        if smoothed == prices { return values }
        stalled += 1
        continue
      }
      stalled = 0
      try add(undercutting.map { ($0.member, $0.line) })
    }
    if let solution = try solved() { values = entries.map { solution[$0.column] } }
    return values
  }

  /// Fixes members to known lines.
  func fix(_ chosen: [Int]) throws(SchedulingError) {
    var bounds: [LinearProgram.Column: ClosedRange<Double>] = [:]
    let fixedMembers = Set(chosen.map { entries[$0].member })
    let kept = Set(chosen)
    for (position, entry) in entries.enumerated() where fixedMembers.contains(entry.member) {
      bounds[entry.column] = kept.contains(position) ? 1...1 : 0...0
    }
    for member in fixedMembers { isFixed[member] = true }
    try Self.solving { () throws(MathematicalProgrammingError) in
      try session.changeBounds(bounds)
    }
  }

  /// Frees all members again.
  func release() throws(SchedulingError) {
    var bounds: [LinearProgram.Column: ClosedRange<Double>] = [:]
    for entry in entries where isFixed[entry.member] { bounds[entry.column] = 0...Double.infinity }
    for member in members { isFixed[member] = false }
    try Self.solving { () throws(MathematicalProgrammingError) in
      try session.changeBounds(bounds)
    }
  }

  /// Chooses among the known lines, none of which costs more beyond its worth than could pay.
  ///
  /// - Parameters:
  ///   - slack: lines whose reduced cost exceeds it are left out; no choice that costs less than the linear program's
  ///     value plus it has one.
  ///   - start: lines to begin from.
  /// - Returns: a line for each member, or nil where no choice was found.
  func choose(
    slack: Double, start: [Int: Line], options: ProgramOptions
  ) throws(SchedulingError) -> [(member: Int, line: Line)]? {
    guard let relaxed = try solved() else { return nil }
    solverWork += 2_000 * sizeWork
    var left: [LinearProgram.Column: ClosedRange<Double>] = [:]
    var whole: [LinearProgram.Column] = []
    var begin: [LinearProgram.Column: Double] = [:]
    for entry in entries {
      let isStart = start[entry.member] == entry.line
      if relaxed.reducedCosts[entry.column.index] > slack, !isStart {
        left[entry.column] = 0...0
      } else {
        whole.append(entry.column)
        begin[entry.column] = isStart ? 1 : 0
      }
    }
    let outcome = try Self.solving { () throws(MathematicalProgrammingError) -> ProgramOutcome in
      try session.changeBounds(left)
      try session.changeIntegrality(of: whole, to: true)
      let outcome = try session.solve(options: options, partialStart: begin)
      try session.changeIntegrality(of: whole, to: false)
      try session.changeBounds(left.mapValues { _ in 0...Double.infinity })
      return outcome
    }
    guard let solution = outcome.solution else { return nil }
    let picked = entries.filter { solution[$0.column] > 0.5 }
    guard picked.count == members.count else { return nil }
    return picked.map { ($0.member, $0.line) }
  }

  /// The best line of every free member at prices of covers, in order of members.
  private func price(
    _ prices: [Double], free: [Int]
  ) -> [(member: Int, line: Line, value: Double)] {
    let negated = prices.map { -$0 }
    let different = Set(free.map { twin[$0] }).sorted()
    let parts = searches.count
    let searches = self.searches
    let results = concurrentMap(count: parts, threads: threads) {
      part -> (search: LineSearch, answers: [(member: Int, answer: LineSearch.Answer?)]) in
      var search = searches[part]
      let answers = stride(from: part, to: different.count, by: parts).map { position in
        (different[position], search.cheapest(for: different[position], prices: negated))
      }
      return (search, answers)
    }
    self.searches = results.map(\.search)
    var answers: [Int: LineSearch.Answer] = [:]
    for (member, answer) in results.flatMap(\.answers) { answers[member] = answer }
    return free.compactMap { member in
      answers[twin[member]].map { (member, $0.line, $0.isExact ? $0.value : -.infinity) }
    }
  }

  /// Keeps the Lagrangian bound at some prices where it is the best so far.
  private func note(_ values: [Double], at prices: [Double]) {
    var sum = values.reduce(constant, +)
    var clamped = prices
    for (position, cover) in covers.enumerated() {
      let wanted = problem.covers[cover]
      let price = prices[cover]
      sum += price * needs[position]
      if price > wanted.shortPrice { sum += (wanted.shortPrice - price) * needs[position] }
      // A price below that of one too many would let the bound fall without end.
      if price < -wanted.surplusPrice - 1e-9 { return }
      clamped[cover] = price
    }
    if sum > bound {
      bound = sum
      boundPrices = clamped
    }
  }

  /// What one solve of the program counts as.
  private var sizeWork: Int { 8 * (members.count + covers.count) * (entries.count + covers.count) }

  private func solved() throws(SchedulingError) -> ProgramSolution? {
    solverWork += sizeWork
    return try Self.solving { () throws(MathematicalProgrammingError) in
      try session.solve().solution
    }
  }

  private static func solving<Result>(
    _ body: () throws(MathematicalProgrammingError) -> Result
  ) throws(SchedulingError) -> Result {
    do throws(MathematicalProgrammingError) {
      return try body()
    } catch {
      throw .solver(error)
    }
  }
}
