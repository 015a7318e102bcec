import ContactCenter

/// Who is at work in every slot of a need, as counts of agents of each kind, and what is short with them.
///
/// What comes after a roster asks one question over and over: what does one agent more or less cost here? The answer
/// for a kind of agent and a slot is kept until somebody moves there. Counting is that of `CoverageRule`: an agent is
/// counted where they help most, and nobody twice.
///
/// Shortages are weighed by queue. Queues are served in order of weight, then name: a chain of moves that serves one
/// queue never takes from those served before it, so serving the heaviest first gives the least weighted shortage (the
/// sets of needs that can be served together form a transversal matroid, on which greedy is best).
///
/// *Source*: J. Edmonds, D. R. Fulkerson, "Transversals and matroid partition", Journal of Research of the National
/// Bureau of Standards 69B (1965) 147–153, doi:10.6028/jres.069B.016.
struct StaffTable: Sendable {
  let need: CoverageNeed
  /// Seconds of a slot; slots divide every interval of the need.
  let slotSeconds: Int
  let slotCount: Int
  /// The need's interval of each slot.
  let intervalOfSlot: [Int]
  /// The queues that each kind of agent serves, as places in the order of weight.
  let kinds: [[Int]]
  /// Positions in the need's queues, heaviest first.
  private let queueOrder: [Int]
  private let weights: [Double]
  private let needs: [[Double]]
  private let origin: Instant
  private let kindOfAgent: [String: Int]
  private let kindOfGroup: [String: Int]
  /// Agents by slot and kind; fractions where an entry begins or ends inside a slot.
  private(set) var staff: [[Double]]
  private var kept: [SlotCosts]

  /// Weighted agents short in a slot as it is, and with one agent of each kind more or less.
  private struct SlotCosts: Sendable {
    var now: Double?
    var more: [Double?]
    var less: [Double?]
  }

  /// Counts the work of a roster.
  ///
  /// - Parameters:
  ///   - roster: its entries, agents and groups; an agent who is not known serves the group of the entry.
  ///   - need: what is to be covered.
  ///   - lengths: further lengths in minutes that slots divide.
  ///   - weights: how much an agent short counts, by queue; 1 where nothing is said.
  init(_ roster: RosterUnderAudit, need: CoverageNeed, lengths: [Int], weights: [String: Double]) {
    self.need = need
    var step = need.grid.length.seconds
    for interval in need.intervals { step = Self.divisor(step, interval.seconds) }
    for length in lengths where length > 0 { step = Self.divisor(step, length * 60) }
    slotSeconds = max(300, step)
    // Where lengths only fit on a finer grid, slots stay at five minutes and count in shares.
    let seconds = slotSeconds
    intervalOfSlot = need.intervals.indices.flatMap { index in
      Array(repeating: index, count: max(1, need.intervals[index].seconds / seconds))
    }
    slotCount = intervalOfSlot.count
    origin = need.intervals.first?.start ?? Instant(secondsSinceEpoch: 0)
    func weight(_ queue: Int) -> Double {
      let told = weights[need.queues[queue].queue] ?? 1
      return told >= 0 && told <= 1e6 ? told : 1
    }
    let order = need.queues.indices.sorted { (-weight($0), $0) < (-weight($1), $1) }
    queueOrder = order
    self.weights = order.map(weight)
    needs = need.intervals.indices.map { index in order.map { need.queues[$0].agents[index] } }
    let place = Dictionary(
      order.enumerated().map { (need.queues[$1].queue, $0) }, uniquingKeysWith: { a, _ in a })
    func served(_ group: String?, _ skills: [AgentSkill]) -> [Int] {
      let wanted = Set(skills.map(\.skill))
      let queues = group.flatMap { roster.groups[$0]?.queues } ?? []
      let own = queues.filter { wanted.isEmpty || wanted.contains($0) }
      return Set(own.compactMap { place[$0] }).sorted()
    }
    let byAgent = roster.agents.mapValues { served($0.group, $0.skills) }
    let byGroup = roster.groups.mapValues { served($0.name, []) }
    kinds = Set(Array(byAgent.values) + Array(byGroup.values)).filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let position = Dictionary(
      kinds.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    kindOfAgent = byAgent.compactMapValues { position[$0] }
    kindOfGroup = byGroup.compactMapValues { position[$0] }
    let none = [Double](repeating: 0, count: kinds.count)
    staff = Array(repeating: none, count: slotCount)
    let unknown = [Double?](repeating: nil, count: kinds.count)
    kept = Array(
      repeating: SlotCosts(now: nil, more: unknown, less: unknown), count: slotCount)
    for entry in roster.roster.entries where entry.activity == .work && entry.start < entry.end {
      guard let kind = kind(of: entry.agent, group: entry.group, in: roster) else { continue }
      for (slot, share) in shares(from: entry.start, to: entry.end) { staff[slot][kind] += share }
    }
  }

  /// The kind of an agent; nil for one who serves no queue of the need.
  func kind(of agent: String, group: String?, in roster: RosterUnderAudit) -> Int? {
    if roster.agents[agent] != nil { return kindOfAgent[agent] }
    return group.flatMap { kindOfGroup[$0] }
  }

  /// The slot that begins at an instant, maybe before the first or after the last; nil where none does.
  func slot(at instant: Instant) -> Int? {
    let offset = instant.seconds(since: origin)
    return offset % slotSeconds == 0 ? offset / slotSeconds : nil
  }

  /// The start of a slot.
  func start(of slot: Int) -> Instant { origin.advanced(by: slot * slotSeconds) }

  /// The slots a stretch covers, and which share of each.
  private func shares(from start: Instant, to end: Instant) -> [(slot: Int, share: Double)] {
    let from = max(0, start.seconds(since: origin))
    let to = min(slotCount * slotSeconds, end.seconds(since: origin))
    guard from < to else { return [] }
    return (from / slotSeconds...(to - 1) / slotSeconds).map { slot in
      let inside = min(to, (slot + 1) * slotSeconds) - max(from, slot * slotSeconds)
      return (slot, Double(inside) / Double(slotSeconds))
    }
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(1, a)
  }
}

// MARK: - What is short

extension StaffTable {
  /// Hours of a slot.
  var slotHours: Double { Double(slotSeconds) / 3600 }

  /// Whether any queue that a kind of agent serves is open in a slot.
  func isOpen(for kind: Int, in slot: Int) -> Bool {
    kinds[kind].contains { need.queues[queueOrder[$0]].isOpen[intervalOfSlot[slot]] }
  }

  /// Agents needed in a slot, by place in the order of weight.
  func needed(in slot: Int) -> [Double] { needs[intervalOfSlot[slot]] }
  /// How much an agent short counts, by place in the order of weight.
  var weightOfQueue: [Double] { weights }

  /// Weighted agents short in a slot with certain staff.
  func short(_ staff: [Double], in slot: Int) -> Double {
    let missing = ServingShortage.perQueue(
      staff: kinds.indices.filter { staff[$0] > 0 }.map { (staff[$0], kinds[$0]) },
      needs: needed(in: slot))
    return zip(missing, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Weighted agents short in a slot.
  mutating func short(in slot: Int) -> Double {
    if let known = kept[slot].now { return known }
    let value = short(staff[slot], in: slot)
    kept[slot].now = value
    return value
  }

  /// Weighted agents that one agent more of a kind takes off what is short in a slot.
  mutating func gain(of kind: Int, in slot: Int) -> Double {
    guard staff.indices.contains(slot) else { return 0 }
    if let known = kept[slot].more[kind] { return known }
    var more = staff[slot]
    more[kind] += 1
    let value = short(in: slot) - short(more, in: slot)
    kept[slot].more[kind] = value
    return value
  }

  /// Weighted agents short that taking one agent of a kind away adds in a slot.
  mutating func loss(of kind: Int, in slot: Int) -> Double {
    guard staff.indices.contains(slot) else { return 0 }
    if let known = kept[slot].less[kind] { return known }
    var less = staff[slot]
    less[kind] = max(0, less[kind] - 1)
    let value = short(less, in: slot) - short(in: slot)
    kept[slot].less[kind] = value
    return value
  }

  /// How thin the staff of a slot is for a kind: what its queues need over all who serve them.
  ///
  /// It decides between places that cost the same.
  func load(of kind: Int, in slot: Int) -> Double {
    guard staff.indices.contains(slot) else { return 0 }
    let queues = kinds[kind]
    let need = queues.reduce(0) { $0 + needed(in: slot)[$1] }
    let there = kinds.indices.reduce(0.0) { sum, other in
      kinds[other].contains(where: queues.contains) ? sum + staff[slot][other] : sum
    }
    return need / max(1, there)
  }

  /// Adds agents of a kind to a slot, or takes them away.
  mutating func add(_ agents: Double, of kind: Int, in slot: Int) {
    guard staff.indices.contains(slot) else { return }
    staff[slot][kind] += agents
    kept[slot].now = nil
    for kind in kinds.indices {
      kept[slot].more[kind] = nil
      kept[slot].less[kind] = nil
    }
  }

  /// Weighted agent-hours short over all slots.
  mutating func shortHours() -> Double {
    var sum = 0.0
    for slot in 0..<slotCount { sum += short(in: slot) }
    return sum * slotHours
  }
}
