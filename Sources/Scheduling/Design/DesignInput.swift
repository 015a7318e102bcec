import ContactCenter

/// Groups that share queues, compiled to positions: everything a design program needs and no names to look up.
///
/// Groups that share no queue, even through others, never meet in a program: each such component has its own input.
struct DesignInput: Sendable {
  /// A team, in positions.
  struct Member: Sendable {
    var group: Int
    var contract: Contract
    var shapes: [Int]
    /// Slots at which a shift of each shape may start, ascending; empty for shapes not allowed.
    var starts: [[Int]]
    var headsByDay: [Int]
    var heads: Int
  }

  let slots: SlotTable
  let days: Int
  /// Monday-based number of each day's week.
  let weekOfDay: [Int]
  let groups: [String]
  /// Positions of the queues that each group serves.
  let queuesOfGroup: [[Int]]
  let queues: [String]
  /// Need per queue and slot.
  let needs: [[Double]]
  let members: [Member]
  let shapes: [ShiftShape]
  /// Slots at which a shift of a group and shape may start, ascending: `starts[group][shape]`.
  let starts: [[[Int]]]

  /// The groups' fewest agents at work while open, and the most at once.
  let heads: [(floor: Int, ceiling: Int?)]
  /// Whether a queue of each group is open in each slot: the groups' fewest agents hold there.
  let isOpen: [[Bool]]
  /// What is weighed against paid time.
  let prices: SchedulePrices
  /// The share that premiums add to a paid slot, summed over the slots before each: `premium[b] - premium[a]` is that of
  /// slots a to b.
  let premiums: [Double]
  /// How many shifts there may be.
  let limits: [ShiftLimit]
  /// What promises of service each queue makes; nil where its need is a number of agents.
  let promises: [ServicePromise?]
  let firstDate: CivilDate
  let rules: ShiftRules

  /// Days on which shifts may start that reach into the next day.
  let spillsOver: [Bool]

  init(
    need: CoverageNeed, slots: SlotTable, groups: [AgentGroup], queueNames: [String],
    teams: [Team], contracts: [String: Contract], rules: ShiftRules,
    prices: SchedulePrices = SchedulePrices()
  ) throws(SchedulingError) {
    self.rules = rules
    self.prices = prices
    firstDate = need.firstDate
    limits = rules.limits
    premiums = prices.premiumSums(slots, zone: need.grid.zone)
    self.slots = slots
    days = need.days
    weekOfDay = (0..<need.days).map { day in
      let date = need.firstDate.advanced(by: day)
      return date.advanced(by: -date.weekday.rawValue).daysSinceEpoch
    }
    self.groups = groups.map(\.name)
    queues = queueNames
    let position = Dictionary(
      queueNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let served = groups.map { Array(Set($0.queues.compactMap { position[$0] })).sorted() }
    queuesOfGroup = served
    let rows = queueNames.map { name in need.queues.first { $0.queue == name } }
    needs = rows.map { row in
      (0..<slots.count).map { slot in
        slot < slots.horizonCount ? row?.agents[slots.intervalOfSlot[slot]] ?? 0 : 0
      }
    }
    promises = rows.map { $0?.promise }
    let shapes = try Self.shapes(
      of: teams.compactMap { contracts[$0.contract] }, rules: rules, slotMinutes: slots.minutes)
    self.shapes = shapes
    let open = served.map { queues in
      StartTable.openSlots(queues.compactMap { rows[$0] }, slots: slots, rules: rules)
    }
    let starts = open.map { open in
      StartTable.starts(open: open, shapes: shapes, slots: slots, rules: rules, days: need.days)
    }
    self.starts = starts
    heads = groups.map { ($0.minimumAgents, $0.maximumAgents) }
    isOpen = served.map { queues in
      slots.intervalOfSlot.map { interval in
        queues.contains { rows[$0]?.isOpen[interval] ?? false }
      }
    }
    var members: [Member] = []
    for team in teams {
      guard let group = groups.firstIndex(where: { $0.name == team.group }),
        let contract = contracts[team.contract]
      else { continue }
      let allowed = shapes.indices.filter { contract.allows(shapes[$0]) }
      var heads = team.headsByDay
      heads += Array(repeating: team.heads, count: max(0, need.days - heads.count))
      members.append(
        Member(
          group: group, contract: contract, shapes: allowed,
          starts: shapes.indices.map { shape in
            guard allowed.contains(shape) else { return [] }
            return StartTable.starts(
              starts[group][shape], allowedBy: contract, shape: shapes[shape], slots: slots,
              rules: rules)
          }, headsByDay: heads, heads: team.heads))
    }
    self.members = members
    spillsOver = (0..<need.days).map { day in
      starts.contains { byShape in
        byShape.indices.contains { shape in
          byShape[shape].contains {
            slots.dayOfSlot[$0] == day && $0 + shapes[shape].slots > slots.dayStarts[day + 1]
          }
        }
      }
    }
  }

  /// The members as teams, with their contracts.
  var teams: [(team: Team, contract: Contract)] {
    members.map { member in
      var team = Team(
        group: groups[member.group], contract: member.contract.name, heads: member.heads,
        days: days)
      team.headsByDay = member.headsByDay
      return (team, member.contract)
    }
  }

  /// Shapes of all lengths of the contracts, ascending, then their split shifts.
  private static func shapes(
    of contracts: [Contract], rules: ShiftRules, slotMinutes: Int
  ) throws(SchedulingError) -> [ShiftShape] {
    var shapes: [ShiftShape] = []
    for length in Set(contracts.flatMap(\.shiftMinutes)).sorted() {
      shapes.append(try ShiftShape(minutes: length, rules: rules, slotMinutes: slotMinutes))
    }
    let splits = Set(contracts.flatMap(\.splitShifts)).sorted {
      let (a, b) = ($0, $1)
      let first = [
        a.firstMinutes, a.secondMinutes, a.gapMinutes.lowerBound, a.gapMinutes.upperBound,
      ]
      let second = [
        b.firstMinutes, b.secondMinutes, b.gapMinutes.lowerBound, b.gapMinutes.upperBound,
      ]
      return first == second ? a.price < b.price : first.lexicographicallyPrecedes(second)
    }
    for split in splits {
      for gap in split.gaps(every: rules.startEveryMinutes) {
        shapes.append(
          try ShiftShape(split: split, gapMinutes: gap, rules: rules, slotMinutes: slotMinutes))
      }
    }
    return shapes
  }

  /// What a shift costs, in paid slots: pay at the contract's price of an hour, premiums, the price of a split shift.
  func cost(of shape: Int, startingAt start: Int, under contract: Contract) -> Double {
    let shape = shapes[shape]
    var paid = Double(shape.paidSlots)
    for part in shape.present {
      paid += premiums[start + part.upperBound] - premiums[start + part.lowerBound]
    }
    let split = (shape.split?.price ?? 0) * 60 / Double(slots.minutes)
    return contract.hourPrice * paid + split
  }
}

extension Contract {
  /// Whether a shift of a shape is one of the contract's.
  func allows(_ shape: ShiftShape) -> Bool {
    if let split = shape.split { return splitShifts.contains(split) }
    return shiftMinutes.contains(shape.minutes)
  }
}

extension SchedulePrices {
  /// The shares of all premiums, summed over the slots before each; nothing where there is no premium.
  func premiumSums(_ slots: SlotTable, zone: ZoneRules) -> [Double] {
    var sums = [0.0]
    sums.reserveCapacity(slots.count + 1)
    for slot in 0..<slots.count {
      var share = 0.0
      if !premiums.isEmpty {
        let local = zone.local(slots.boundaries[slot])
        share = premiums.reduce(0) { $0 + ($1.applies(at: local) ? $1.share : 0) }
      }
      sums.append(sums[slot] + share)
    }
    return sums
  }
}
