import ContactCenter

@testable import Scheduling

/// A group of a few agents for one or two weeks, rostered one agent after the other.
struct SmallGroup {
  var contracts: [Contract] = []
  var agents: [(name: String, contract: String)] = []
  var availability: [Availability] = []
  var slots: [PlannedShift] = []
  var days = 7

  /// Work wanted: day, start hour, hours, agents.
  mutating func want(_ day: Int, _ hour: Double, _ hours: Double, agents: Int = 1) {
    for _ in 0..<agents {
      slots.append(
        PlannedShift(
          group: "front", contract: "any", date: Fixture.monday.advanced(by: day),
          start: Fixture.at(day, hour), end: Fixture.at(day, hour + hours),
          paidMinutes: Int(hours * 60), breaks: []))
    }
  }

  func roster() throws -> (GroupRoster, RosterState) {
    let byAgent = Dictionary(grouping: availability, by: \.agent)
    var rules: [String: [PricedRule]] = [:]
    for contract in contracts { rules[contract.name] = try ContractRules.rules(of: contract) }
    let calendars = agents.compactMap { agent in
      contracts.first { $0.name == agent.contract }.map {
        AgentCalendar(
          Agent(name: agent.name, group: "front", contract: agent.contract), contract: $0,
          availability: byAgent[agent.name] ?? [])
      }
    }
    let group = GroupRoster(
      GroupRoster.Nouns(
        group: "front", calendars: calendars, rules: rules,
        slots: ShiftSlot.gathering(slots, firstDate: Fixture.monday), grid: Fixture.grid,
        shiftRules: ShiftRules(startEveryMinutes: 15, patterns: []), firstDate: Fixture.monday,
        days: days, history: [:], knownDaysBefore: 0), uncoveredPrice: 40)
    return (group, LineExchange.firstState(group.problem))
  }
}
