import ContactCenter
import MathematicalProgramming
import Scheduling
import Testing

/// A day small enough that its cheapest shifts are known by hand: one queue, one group, no breaks unless told.
struct DesignCase {
  /// Agents needed, as (first hour, last hour, agents).
  var stretches: [(from: Double, to: Double, agents: Double)] = []
  var days = 1
  var contracts: [Contract]
  var heads = 6
  var rules = ShiftRules(startEveryMinutes: 60, patterns: [])
  var group = AgentGroup(name: "front", queues: ["voice"])
  var options = ShiftDesignOptions(relativeGap: 0, nodeLimit: nil)
  var promise: ServicePromise?

  init(_ contracts: Contract..., stretches: [(Double, Double, Double)]) {
    self.contracts = contracts
    self.stretches = stretches
  }

  static func contract(_ name: String, lengths: [Int]) -> Contract {
    Contract(
      name: name, hoursPerWeek: 40, daysPerWeek: 5, shiftMinutes: lengths, restMinutes: 660)
  }

  func need() throws -> CoverageNeed {
    let agents = Fixture.grid.intervals(from: Fixture.monday, days: days).map { interval in
      let hour = Double(Fixture.grid.zone.local(interval.start).minuteOfDay) / 60
      return stretches.filter { $0.from <= hour && hour < $0.to }.reduce(0) { $0 + $1.agents }
    }
    var row = CoverageNeed.QueueNeed(queue: "voice", agents: agents)
    row.promise = promise
    return try CoverageNeed(
      grid: Fixture.grid, firstDate: Fixture.monday, days: days, queues: [row])
  }

  func plan() throws -> ShiftPlan {
    let library = try #require(Fixture.library)
    return try ShiftDesign.solve(
      need: try need(), groups: [group],
      teams: contracts.map {
        Team(group: "front", contract: $0.name, heads: heads, days: days)
      }, contracts: contracts, rules: rules, library: library, options: options)
  }
}

extension ShiftPlan {
  /// Starts of the shifts in hours after midnight of Monday, ascending.
  var startHours: [Double] {
    shifts.map { Double($0.start.seconds(since: Fixture.at(0, 0))) / 3600 }.sorted()
  }

  /// The cost lines by name.
  var costByName: [String: Double] {
    Dictionary(costs.map { ($0.name, $0.hours) }, uniquingKeysWith: +)
  }
}
