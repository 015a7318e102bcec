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
      try check(splitShiftsOf: contract)
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
      for split in contracts[team.contract]?.splitShifts ?? [] {
        for half in [split.firstMinutes, split.secondMinutes] {
          lengths.insert(half)
          lengths.formUnion(rules.breaks(forShiftOfMinutes: half).map(\.minutes))
        }
        // The longest tells how far past the horizon a shift may reach.
        lengths.formUnion(split.gaps(every: rules.startEveryMinutes))
        lengths.insert(split.firstMinutes + split.gapMinutes.upperBound + split.secondMinutes)
      }
    }
    return try SlotTable(need, lengths: lengths.sorted(), spill: true)
  }

  /// - Throws: `SchedulingError.badRule` for a half or gap without length, or a shift longer than a day.
  private static func check(splitShiftsOf contract: Contract) throws(SchedulingError) {
    for split in contract.splitShifts {
      let parts = [split.firstMinutes, split.secondMinutes, split.gapMinutes.lowerBound]
      guard parts.allSatisfy({ (1...1440).contains($0) }), split.gapMinutes.upperBound <= 1440,
        split.firstMinutes + split.secondMinutes + split.gapMinutes.upperBound <= 1440,
        split.price >= 0, split.price <= 1e6
      else {
        throw .badRule(
          what: "a split shift of contract \(contract.name)",
          value: "\(split.firstMinutes) and \(split.secondMinutes) minutes, "
            + "\(split.gapMinutes.lowerBound) to \(split.gapMinutes.upperBound) apart")
      }
    }
    let bad = [contract.hourPrice, contract.overtime?.price ?? 1].first { !($0 >= 0 && $0 <= 1e6) }
    if let bad {
      throw .badRule(what: "an hour's price of contract \(contract.name)", value: "\(bad)")
    }
    if let more = contract.overtime?.hoursPerWeek, !(more >= 0 && more <= 168) {
      throw .badRule(what: "the overtime of contract \(contract.name)", value: "\(more) hours")
    }
  }
}

extension SplitShift {
  /// The gaps that are tried, in minutes: the shortest and every step of the start grid from there.
  func gaps(every step: Int) -> [Int] {
    Array(stride(from: gapMinutes.lowerBound, through: gapMinutes.upperBound, by: max(1, step)))
  }
}
