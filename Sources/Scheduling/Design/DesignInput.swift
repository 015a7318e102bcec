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

  /// Days on which shifts may start that reach into the next day.
  let spillsOver: [Bool]

  init(
    need: CoverageNeed, slots: SlotTable, groups: [AgentGroup], queueNames: [String],
    teams: [Team], contracts: [String: Contract], rules: ShiftRules
  ) throws(SchedulingError) {
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
    var minutes: Set<Int> = []
    for team in teams { minutes.formUnion(contracts[team.contract]?.shiftMinutes ?? []) }
    var shapes: [ShiftShape] = []
    for length in minutes.sorted() {
      shapes.append(try ShiftShape(minutes: length, rules: rules, slotMinutes: slots.minutes))
    }
    self.shapes = shapes
    var members: [Member] = []
    for team in teams {
      guard let group = groups.firstIndex(where: { $0.name == team.group }),
        let contract = contracts[team.contract]
      else { continue }
      let allowed = shapes.indices.filter { contract.shiftMinutes.contains(shapes[$0].minutes) }
      var heads = team.headsByDay
      heads += Array(repeating: team.heads, count: max(0, need.days - heads.count))
      members.append(
        Member(
          group: group, contract: contract, shapes: allowed, headsByDay: heads, heads: team.heads))
    }
    self.members = members
    let open = served.map { queues in
      StartTable.openSlots(queues.compactMap { rows[$0] }, slots: slots)
    }
    starts = open.map { open in
      StartTable.starts(open: open, shapes: shapes, slots: slots, rules: rules, days: need.days)
    }
    let starts = self.starts
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
}
