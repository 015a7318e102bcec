import ContactCenter

/// Who is at work in each slot and what that leaves short, counted from shifts alone.
struct SlotCounts {
  /// The groups, in order of name, and the positions of the queues each serves.
  let groups: [AgentGroup]
  let queuesOfGroup: [[Int]]
  /// Agents at work by group and slot, breaks and gaps taken off.
  let staff: [[Double]]

  init(_ shifts: [PlannedShift], need: CoverageNeed, slots: SlotTable, groups: [AgentGroup]) {
    let queuePosition = Dictionary(
      need.queues.enumerated().map { ($1.queue, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = groups.sorted { $0.name < $1.name }
    let position = Dictionary(
      slots.boundaries.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let groupPosition = Dictionary(
      ordered.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var staff = Array(
      repeating: [Double](repeating: 0, count: slots.count), count: ordered.count)
    for shift in shifts {
      guard let group = groupPosition[shift.group] else { continue }
      Self.add(1, from: shift.start, to: shift.end, position: position, in: &staff[group])
      for pause in shift.breaks {
        Self.add(-1, from: pause.start, to: pause.end, position: position, in: &staff[group])
      }
    }
    self.groups = ordered
    self.staff = staff
    queuesOfGroup = ordered.map { group in
      Array(Set(group.queues.compactMap { queuePosition[$0] })).sorted()
    }
  }

  /// Agents short on each queue in a slot, of some needs.
  func missing(in slot: Int, of needs: [Double]) -> [Double] {
    ServingShortage.perQueue(
      staff: groups.indices.map { (staff[$0][slot], queuesOfGroup[$0]) }, needs: needs)
  }

  private static func add(
    _ amount: Double, from start: Instant, to end: Instant, position: [Instant: Int],
    in staff: inout [Double]
  ) {
    guard let first = position[start], let last = position[end], first <= last else { return }
    for slot in first..<min(last, staff.count) { staff[slot] += amount }
  }
}
