internal import Probability

/// Improves a roster by taking the lines of a few agents out and putting the best ones in, one agent after the other.
///
/// Each line put in is the cheapest of all lines under the marginal costs of the covers, so a step looks at more
/// rosters than could ever be listed. A roster that is a little worse is accepted now and then (record-to-record
/// travel), the best is kept; all from one seed.
///
/// *Source*: G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt, G. Dueck, "Record breaking optimization results using the
/// ruin and recreate principle", Journal of Computational Physics 159 (2000) 139–171, doi:10.1006/jcph.1999.6413.
struct LineExchange {
  private let problem: RosterProblem
  private var search: LineSearch
  private var stream: SplitMix64
  private(set) var best: RosterState
  private(set) var bestCost: Double
  private var current: RosterState
  private var currentCost: Double
  /// The least that a step to something worse has cost.
  private var slack = Double.infinity
  /// Work done so far.
  var work: Int { search.work }

  init(_ problem: RosterProblem, from state: RosterState, seed: UInt64) {
    self.problem = problem
    search = LineSearch(problem)
    stream = SplitMix64(key: seed)
    best = state
    bestCost = state.cost
    current = state
    currentCost = bestCost
  }

  /// A first roster: agents in order, each with the cheapest line beside those before.
  static func firstState(_ problem: RosterProblem) -> RosterState {
    var state = RosterState(problem)
    var search = LineSearch(problem)
    // Those with the fewest choices first: the others fill in around them.
    let order = problem.members.indices.sorted {
      let (a, b) = (problem.members[$0], problem.members[$1])
      let freedom = { (member: RosterProblem.Member) in
        member.options.reduce(0) { $0 + $1.count }
      }
      return (freedom(a), a.name) < (freedom(b), b.name)
    }
    for member in order {
      let answer = search.cheapest(for: member, prices: state.marginalPrices())
      if let line = answer?.line { state.set(line, for: member) }
    }
    return state
  }

  /// Goes on until `patience` steps in a row find nothing better, `bound` is reached, or so much work is done.
  ///
  /// - Parameter tolerance: how much worse than the best a roster may be to be gone on with, as a share of its cost;
  ///   besides, the least that a step has cost may be lost, less and less while nothing is found.
  mutating func run(patience: Int, tolerance: Double, bound: Double, work: Int) {
    guard problem.members.count > 0 else { return }
    var idle = 0
    while idle < patience, search.work < work, bestCost > bound + 1e-9 {
      idle += 1
      let chosen = choose()
      var trial = current
      for member in chosen { trial.remove(member) }
      for member in chosen {
        guard let line = search.cheapest(for: member, prices: trial.marginalPrices())?.line else {
          continue
        }
        trial.set(line, for: member)
      }
      guard chosen.allSatisfy({ !trial.lines[$0].choices.isEmpty }) else { continue }
      let cost = trial.cost
      if cost < bestCost - 1e-9 {
        best = trial
        bestCost = cost
        idle = 0
      }
      if cost > currentCost + 1e-6 { slack = min(slack, cost - currentCost) }
      let left = Double(patience - idle) / Double(patience)
      let steps = slack.isFinite ? slack : 0
      if cost < currentCost + 1e-9 || cost < bestCost * (1 + tolerance) + left * steps {
        current = trial
        currentCost = cost
      }
    }
  }

  /// Goes on from another roster.
  mutating func restart(from state: RosterState) {
    current = state
    currentCost = state.cost
    if currentCost < bestCost - 1e-9 {
      best = state
      bestCost = currentCost
    }
  }

  /// Two to five agents in random order; every other time, the first is one whose line costs something.
  private mutating func choose() -> [Int] {
    let size = min(problem.members.count, 2 + Int.random(in: 0..<4, using: &stream))
    var chosen: [Int] = []
    if Bool.random(using: &stream) {
      let costly = current.lines.indices.filter { current.lines[$0].cost > 1e-9 }
      if let first = costly.randomElement(using: &stream) { chosen.append(first) }
    }
    while chosen.count < size {
      let member = Int.random(in: problem.members.indices, using: &stream)
      if !chosen.contains(member) { chosen.append(member) }
    }
    return chosen.shuffled(using: &stream)
  }
}
