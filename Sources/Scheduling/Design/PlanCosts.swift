public import ContactCenter

/// One line of what a plan costs, in paid hours of the standard contract.
public struct CostLine: Hashable, Sendable {
  /// What it is for, such as `pay`, `premium night` or `short support`.
  public var name: String
  /// Paid hours.
  public var hours: Double

  /// Creates a line.
  public init(_ name: String, hours: Double) {
    self.name = name
    self.hours = hours
  }
}

/// A service level promised over a day or a week, and what a plan's shifts are expected to reach.
public struct PromisedService: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// The first day it is promised over.
  public var firstDate: CivilDate
  /// How many days.
  public var days: Int
  /// Contacts offered.
  public var offered: Double
  /// The share promised.
  public var target: Double
  /// The share expected with the plan's shifts, by the queue's table of levels: weighted by offered contacts.
  public var expected: Double
}

/// What a plan costs and promises, derived again from its shifts.
struct PlanCosts {
  let need: CoverageNeed
  let slots: SlotTable
  let counts: SlotCounts
  let prices: SchedulePrices
  /// What each queue would take in each interval: its need, and with a promise as many as its table knows.
  private let wanted: [[Double]]
  private let missing: [[Double]]
  private let missingOfWanted: [[Double]]

  init(
    of shifts: [PlannedShift], need: CoverageNeed, slots: SlotTable, groups: [AgentGroup],
    prices: SchedulePrices
  ) {
    self.need = need
    self.slots = slots
    self.prices = prices
    let counts = SlotCounts(shifts, need: need, slots: slots, groups: groups)
    self.counts = counts
    let wanted = need.queues.map { queue in
      need.intervals.indices.map { interval in
        let table = queue.promise?.tables[interval]
        let more = table?.pieces().reduce(0) { $0 + $1.agents } ?? 0
        return queue.agents[interval] + more
      }
    }
    self.wanted = wanted
    let promised = need.queues.contains { $0.promise != nil }
    let missing = (0..<slots.horizonCount).map { slot in
      counts.missing(
        in: slot, of: need.queues.map { $0.agents[slots.intervalOfSlot[slot]] })
    }
    self.missing = missing
    missingOfWanted =
      promised
      ? (0..<slots.horizonCount).map { slot in
        counts.missing(in: slot, of: wanted.map { $0[slots.intervalOfSlot[slot]] })
      } : missing
  }

  /// What stays uncovered, counted slot by slot and averaged over each interval.
  var shortages: [Shortage] {
    var short = Array(
      repeating: [Double](repeating: 0, count: need.intervals.count), count: need.queues.count)
    var pieces = [Double](repeating: 0, count: need.intervals.count)
    for slot in 0..<slots.horizonCount {
      let interval = slots.intervalOfSlot[slot]
      pieces[interval] += 1
      for (queue, agents) in missing[slot].enumerated() { short[queue][interval] += agents }
    }
    return need.queues.indices.flatMap { queue in
      need.intervals.indices.compactMap { interval in
        guard short[queue][interval] > 1e-6 else { return nil }
        return Shortage(
          queue: need.queues[queue].queue, interval: need.intervals[interval],
          agents: short[queue][interval] / pieces[interval])
      }
    }
  }

  /// The lines that are not 0, pay first; they add up to what the search weighs, limits of shifts and promises that are
  /// not kept aside.
  func lines(of shifts: [PlannedShift], teams: [(team: Team, contract: Contract)]) -> [CostLine] {
    let hour = Double(slots.minutes) / 60
    let contracts = Dictionary(
      teams.map { ($0.contract.name, $0.contract) }, uniquingKeysWith: { first, _ in first })
    var lines = [CostLine("pay", hours: shifts.reduce(0) { $0 + Double($1.paidMinutes) / 60 })]
    for name in contracts.keys.sorted() {
      guard let contract = contracts[name], contract.hourPrice != 1 else { continue }
      let paid = shifts.filter { $0.contract == name }.reduce(0) { $0 + $1.paidMinutes }
      lines.append(
        CostLine("contract \(name)", hours: Double(paid) / 60 * (contract.hourPrice - 1)))
    }
    for premium in prices.premiums.sorted(by: { $0.name < $1.name }) {
      let hours = shifts.reduce(0.0) { sum, shift in
        sum + (contracts[shift.contract]?.hourPrice ?? 1)
          * premiumHours(premium, of: shift) * premium.share
      }
      lines.append(CostLine("premium \(premium.name)", hours: hours))
    }
    lines += overtime(shifts, teams: teams)
    let split = shifts.reduce(0.0) { sum, shift in
      sum + (contracts[shift.contract]?.form(of: shift)?.price ?? 0)
    }
    lines.append(CostLine("split shifts", hours: split))
    for (queue, row) in need.queues.enumerated() {
      let price = prices.short(of: row.queue)
      let cost = missing.reduce(0.0) { sum, slot in
        sum + min(1, slot[queue]) * price.first + max(0, slot[queue] - 1) * price.more
      }
      lines.append(CostLine("short \(row.queue)", hours: cost * hour))
    }
    lines.append(CostLine("beyond the need", hours: surplusHours * prices.over))
    for (group, hours) in tooFewHours {
      lines.append(CostLine("fewest \(group)", hours: hours * prices.short))
    }
    return lines.filter { $0.name == "pay" || abs($0.hours) > 1e-9 }
  }

  private func premiumHours(_ premium: HourPremium, of shift: PlannedShift) -> Double {
    var slot = shift.start
    var count = 0
    while slot < shift.end {
      let isOff = shift.gap.map { $0.start <= slot && slot < $0.end } ?? false
      if !isOff, premium.applies(at: need.grid.zone.local(slot)) { count += 1 }
      slot = slot.advanced(by: slots.minutes * 60)
    }
    return Double(count * slots.minutes) / 60
  }

  private func overtime(
    _ shifts: [PlannedShift], teams: [(team: Team, contract: Contract)]
  ) -> [CostLine] {
    var byContract: [String: Double] = [:]
    for (team, contract) in teams {
      guard let terms = contract.overtime else { continue }
      let own = shifts.filter { $0.group == team.group && $0.contract == team.contract }
      for week in Dictionary(grouping: own, by: \.week).values {
        let paid = Double(week.reduce(0) { $0 + $1.paidMinutes }) / 60
        let beyond = max(0, paid - contract.hoursPerWeek * Double(team.heads))
        byContract[contract.name, default: 0] +=
          beyond * max(0, terms.price - 1) * contract.hourPrice
      }
    }
    return byContract.keys.sorted().map {
      CostLine("overtime \($0)", hours: byContract[$0] ?? 0)
    }
  }

  /// Agent-hours at work beyond what the queues take.
  private var surplusHours: Double {
    guard prices.over > 0 else { return 0 }
    var sum = 0.0
    for slot in 0..<slots.count {
      var idle = counts.staff.reduce(0) { $0 + $1[slot] }
      if slot < slots.horizonCount {
        let interval = slots.intervalOfSlot[slot]
        for queue in need.queues.indices {
          idle -= wanted[queue][interval] - missingOfWanted[slot][queue]
        }
      }
      sum += max(0, idle)
    }
    return sum * Double(slots.minutes) / 60
  }

  /// Agent-hours by which groups are below their fewest while open.
  var tooFewHours: [(group: String, hours: Double)] {
    counts.groups.enumerated().compactMap { index, group in
      guard group.minimumAgents > 0 else { return nil }
      var sum = 0.0
      for slot in 0..<slots.horizonCount {
        let interval = slots.intervalOfSlot[slot]
        let isOpen = counts.queuesOfGroup[index].contains { need.queues[$0].isOpen[interval] }
        if isOpen { sum += max(0, Double(group.minimumAgents) - counts.staff[index][slot]) }
      }
      return sum > 0 ? (group.name, sum * Double(slots.minutes) / 60) : nil
    }
  }

  /// What the promises of service come to, by queue, then time.
  var services: [PromisedService] {
    need.queues.indices.flatMap { queue -> [PromisedService] in
      guard let promise = need.queues[queue].promise else { return [] }
      let first = need.firstDate
      let spans: [Range<Int>] =
        promise.span == .day ? (0..<need.days).map { $0..<($0 + 1) } : weeks
      return spans.compactMap { days in
        var (offered, answered) = (0.0, 0.0)
        for slot in 0..<slots.horizonCount where days.contains(slots.dayOfSlot[slot]) {
          guard let table = promise.tables[slots.intervalOfSlot[slot]] else { continue }
          let interval = slots.intervalOfSlot[slot]
          let agents = wanted[queue][interval] - missingOfWanted[slot][queue]
          let own =
            table.offered * Double(slots.minutes * 60) / Double(need.intervals[interval].seconds)
          offered += own
          answered += own * table.level(of: agents)
        }
        guard offered > 0 else { return nil }
        return PromisedService(
          queue: need.queues[queue].queue, firstDate: first.advanced(by: days.lowerBound),
          days: days.count, offered: offered, target: promise.target,
          expected: answered / offered)
      }
    }
  }

  private var weeks: [Range<Int>] {
    var result: [Range<Int>] = []
    for day in 0..<need.days {
      let monday = need.firstDate.advanced(by: day).weekday == .monday
      if let last = result.last, !monday {
        result[result.count - 1] = last.lowerBound..<(day + 1)
      } else {
        result.append(day..<(day + 1))
      }
    }
    return result
  }
}
