internal import ContactCenter
internal import MathematicalProgramming
internal import Probability
internal import Simulation

/// Searches the cheapest staffing of one case that keeps all promises.
///
/// First cutting planes: the cheapest staffing by the rows known so far is simulated, and each promise it breaks adds a
/// row, until none is broken. Then agents are added while a longer simulation still finds a promise broken. Then
/// neighbors: one agent fewer, one agent of a cheaper group instead, one agent instead of two, as long as any of these
/// keeps all promises. Where agents dedicated to one queue each are cheaper than the answer and keep them as well, the
/// neighbors of that are searched instead.
///
/// What comes out is a local optimum with regard to these steps: a reason stands against each of its agents.
struct GroupSearch {
  private let model: GroupCase
  private let library: HiGHSLibrary
  private var simulation: StaffingSimulation
  /// Replications that a cut is made of.
  private static let replicationsOfCuts = 16
  private static let mostRounds = 40

  init(_ model: GroupCase, _ options: GroupStaffingOptions, _ library: HiGHSLibrary) {
    self.model = model
    self.library = library
    simulation = StaffingSimulation(model, options)
  }

  /// The staffing found.
  mutating func staffing() throws -> [Int] {
    guard model.isSimulated else {
      return try StaffingProgram(model, rows: model.bound.rows + model.start).solve(library)
        ?? model.limits.bounded(model.dedicated)
    }
    var agents = try descend(try repair(try cutPlanes()))
    let dedicated = model.dedicated
    if model.price(dedicated) < model.price(agents), model.limits.allows(dedicated),
      try isGood(dedicated)
    {
      agents = try descend(dedicated)
    }
    return agents
  }

  /// The price below which no staffing can be, by the proven rows alone.
  func leastCost() throws -> Double {
    let agents = try StaffingProgram(model, rows: model.bound.rows).solve(library)
    return agents.map(model.cost) ?? 0
  }

  /// The promises as a staffing keeps them.
  mutating func promises(_ agents: [Int]) throws -> [GroupPromise] {
    try simulation.promises(agents)
  }

  /// How many staffings were simulated.
  var simulated: Int { simulation.simulated }

  // MARK: Cutting planes

  private mutating func cutPlanes() throws -> [Int] {
    var program = StaffingProgram(model, rows: model.bound.rows + model.start)
    var last = model.limits.bounded(model.dedicated)
    for _ in 0..<Self.mostRounds {
      guard let agents = try program.solve(library) else { return last }
      last = agents
      let sample = try simulation.sample(agents, replications: Self.replicationsOfCuts)
      let margins = sample.margins(model.goals)
      let broken = margins.indices.filter { margins[$0] < 0 }
      if broken.isEmpty { return agents }
      try addCuts(&program, agents, broken, margins)
    }
    return last
  }

  /// A row for each broken promise, from the gains of a step in each group.
  private mutating func addCuts(
    _ program: inout StaffingProgram, _ agents: [Int], _ broken: [Int], _ margins: [Double]
  ) throws {
    let level = try simulation.sample(agents, replications: Self.replicationsOfCuts)
    var gains: [Int: [Double]] = [:]
    for group in model.groups.indices {
      // The steps differ by promise; each distinct one is simulated once.
      for goal in broken {
        let step = Self.step(model.goals[goal], level.ratios[goal].ratio)
        var more = agents
        more[group] += step
        let after = try simulation.sample(more, replications: Self.replicationsOfCuts)
          .margins(model.goals)
        gains[goal, default: []].append((after[goal] - margins[goal]) / Double(step))
      }
    }
    for goal in broken {
      program.cut(
        agents, margin: margins[goal], gains: gains[goal] ?? [],
        serving: model.goals[goal].groups, name: model.goals[goal].queue)
    }
  }

  /// How many agents a step has: three at a service level below one half, two up to 65 %, and one beyond.
  private static func step(_ goal: GroupGoal, _ value: Double) -> Int {
    guard goal.measure == .serviceLevel, value.isFinite else { return 1 }
    return value < 0.5 ? 3 : value < 0.65 ? 2 : 1
  }

  // MARK: Repair

  /// Adds agents, one at a time where they help most for their price, until all promises are kept.
  private mutating func repair(_ start: [Int]) throws -> [Int] {
    var agents = start
    let most = agents.reduce(0, +) + 2 * model.dedicated.reduce(0, +) + 20
    while agents.reduce(0, +) < most {
      if try simulation.verdict(agents).isMet { return agents }
      let here = shortfall(try simulation.sample(agents, replications: 32))
      var best: (gain: Double, group: Int)?
      for group in model.groups.indices where !model.limits.isFull(group, agents) {
        var more = agents
        more[group] += 1
        let there = shortfall(try simulation.sample(more, replications: 32))
        let gain = (here - there) / model.prices[group]
        if gain > best?.gain ?? -.infinity { best = (gain, group) }
      }
      guard let best else { break }
      agents[best.group] += 1
    }
    return agents
  }

  /// How much all broken promises are broken by.
  private func shortfall(_ sample: StaffingSample) -> Double {
    sample.margins(model.goals).reduce(0) { $0 + max(0, -$1) }
  }

  // MARK: Neighbors

  /// Goes to a cheaper neighbor that keeps all promises, until there is none.
  private mutating func descend(_ start: [Int]) throws -> [Int] {
    var agents = start
    guard try simulation.verdict(agents).isMet else { return agents }
    search: while true {
      for neighbor in neighbors(of: agents) where try isGood(neighbor) {
        agents = neighbor
        continue search
      }
      return agents
    }
  }

  /// Whether a staffing is possible at all and keeps all promises.
  private mutating func isGood(_ agents: [Int]) throws -> Bool {
    if model.bound.violation(of: model.named(agents)) != nil { return false }
    return try simulation.verdict(agents).isMet
  }

  /// All cheaper neighbors, the cheapest first, ties in order of group.
  private func neighbors(of agents: [Int]) -> [[Int]] {
    let groups = model.groups.indices
    let taken = groups.filter { agents[$0] > 0 }
    var result: [[Int]] = []
    func offer(_ change: (inout [Int]) -> Void) {
      var next = agents
      change(&next)
      if next.allSatisfy({ $0 >= 0 }), model.limits.allows(next),
        model.price(next) < model.price(agents) - 1e-12
      {
        result.append(next)
      }
    }
    for from in taken {
      offer { $0[from] -= 1 }
      for to in groups where to != from {
        offer {
          $0[from] -= 1
          $0[to] += 1
        }
      }
    }
    if groups.count <= 6 {
      for first in taken {
        for second in taken where first <= second {
          for to in groups where to != first && to != second {
            offer {
              $0[first] -= 1
              $0[second] -= 1
              $0[to] += 1
            }
          }
        }
      }
    }
    return result.enumerated().sorted {
      (model.price($0.element), $0.offset) < (model.price($1.element), $1.offset)
    }.map(\.element)
  }

  // MARK: Reasons

  /// The floor that keeps a group up or, where promises are broken, the ceiling or site that holds it down.
  private func limit(_ group: Int, _ agents: [Int], isMet: Bool) -> GroupReason? {
    if !isMet, let most = model.limits.ceilings[group], agents[group] >= most {
      return .ceiling(most)
    }
    if !isMet, let site = model.limits.site(overtakenBy: group, agents) {
      return .seats(site.name)
    }
    if agents[group] == model.limits.floors[group] { return .floor(agents[group]) }
    return nil
  }

  /// What stands against one agent fewer in each group.
  mutating func reasons(_ agents: [Int]) throws -> [GroupReason] {
    var result: [GroupReason] = []
    let isMet = model.isSimulated ? try simulation.verdict(agents).isMet : true
    for group in model.groups.indices {
      guard agents[group] > 0 else {
        result.append(.notNeeded)
        continue
      }
      if let limit = limit(group, agents, isMet: isMet) {
        result.append(limit)
        continue
      }
      var fewer = agents
      fewer[group] -= 1
      if let row = model.bound.violation(of: model.named(fewer)) {
        result.append(.bound(row))
        continue
      }
      if let missed = try missed(fewer) {
        result.append(missed)
      } else if let site = model.limits.site(undercutBy: fewer, in: group) {
        result.append(.siteFloor(site.name))
      } else {
        result.append(.asFound)
      }
    }
    return result
  }

  /// The promise that a staffing misses most; nil where it keeps all.
  private mutating func missed(_ agents: [Int]) throws -> GroupReason? {
    guard model.isSimulated else { return nil }
    _ = try simulation.verdict(agents)
    let margins = try simulation.sample(agents, replications: 1).margins(model.goals)
    let worst = margins.indices.min { (margins[$0], $0) < (margins[$1], $1) }
    guard let worst, margins[worst] < 0 else { return nil }
    let goal = model.goals[worst]
    return .oneFewerMisses(
      queue: goal.queue, measure: goal.measure, by: goal.shortfall(margins[worst]))
  }
}
