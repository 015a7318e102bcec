import ContactCenter

/// What a plan can get wrong about shifts, checked before anything is built.
enum DesignRules {
  /// The contracts by name, once groups, teams, contracts and rules are known to make sense.
  ///
  /// - Throws: `SchedulingError`.
  static func checked(
    groups: [AgentGroup], teams: [Team], contracts: [Contract], rules: ShiftRules
  ) throws(SchedulingError) -> [String: Contract] {
    guard rules.startEveryMinutes > 0, rules.startEveryMinutes <= 1440 else {
      throw .badRule(
        what: "the distance of shift starts", value: "\(rules.startEveryMinutes) minutes")
    }
    var byName: [String: Contract] = [:]
    for contract in contracts {
      guard contract.hoursPerWeek >= 0, contract.hoursPerWeek <= 168 else {
        throw .badRule(
          what: "hours per week of contract \(contract.name)", value: "\(contract.hoursPerWeek)")
      }
      guard (0...7).contains(contract.daysPerWeek) else {
        throw .badRule(
          what: "days per week of contract \(contract.name)", value: "\(contract.daysPerWeek)")
      }
      guard (0...10_080).contains(contract.restMinutes) else {
        throw .badRule(
          what: "the rest of contract \(contract.name)", value: "\(contract.restMinutes) minutes")
      }
      if let bad = contract.shiftMinutes.first(where: { !(1...1440).contains($0) }) {
        throw .badRule(what: "a shift of contract \(contract.name)", value: "\(bad) minutes")
      }
      byName[contract.name] = contract
    }
    let groupNames = Set(groups.map(\.name))
    for team in teams {
      let place = "a team of \(team.heads) agents"
      guard byName[team.contract] != nil else {
        throw .unknownContract(name: team.contract, place: place)
      }
      guard groupNames.contains(team.group) else {
        throw .unknownGroup(name: team.group, place: place)
      }
    }
    return byName
  }

  /// The slots of a horizon under the rules.
  ///
  /// - Throws: `SchedulingError.gridTooFine`.
  static func slots(
    need: CoverageNeed, teams: [Team], contracts: [String: Contract], rules: ShiftRules
  ) throws(SchedulingError) -> SlotTable {
    var lengths: Set<Int> = [rules.startEveryMinutes]
    for team in teams {
      for minutes in contracts[team.contract]?.shiftMinutes ?? [] {
        lengths.insert(minutes)
        lengths.formUnion(rules.breaks(forShiftOfMinutes: minutes).map(\.minutes))
      }
    }
    return try SlotTable(need, lengths: lengths.sorted(), spill: true)
  }
}
