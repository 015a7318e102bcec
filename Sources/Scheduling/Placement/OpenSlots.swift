import ContactCenter

/// The slots in which a kind of agent may be at work: from a day's first open slot to its last, for any queue they serve, and
/// as long before and after as shifts may reach.
///
/// Slots before the first or after the last of the need are of another period, about which nothing is said: they are open.
struct OpenSlots {
  private let isOpen: [[Bool]]
  private let table: StaffTable

  init(_ roster: RosterUnderAudit, table: StaffTable) {
    self.table = table
    let slotMinutes = max(1, table.slotSeconds / 60)
    let before = roster.rules.beforeOpeningMinutes / slotMinutes
    let after = roster.rules.afterClosingMinutes / slotMinutes
    var dates: [[Int]] = []
    var last: CivilDate?
    for slot in 0..<table.slotCount {
      let date = roster.grid.date(of: table.start(of: slot))
      if date != last { dates.append([]) }
      last = date
      dates[dates.count - 1].append(slot)
    }
    isOpen = table.kinds.indices.map { kind in
      var open = [Bool](repeating: false, count: table.slotCount)
      for slots in dates {
        let own = slots.filter { table.isOpen(for: kind, in: $0) }
        guard let first = own.first, let last = own.last else { continue }
        for slot in max(0, first - before)...min(table.slotCount - 1, last + after) {
          open[slot] = true
        }
      }
      return open
    }
  }

  /// Whether all of a stretch is open to a kind of agent.
  func contains(_ stretch: Interval, kind: Int) -> Bool {
    guard let first = table.slot(at: stretch.start), isOpen.indices.contains(kind) else {
      return false
    }
    let end = first + (stretch.seconds + table.slotSeconds - 1) / table.slotSeconds
    let open = isOpen[kind]
    return (max(0, first)..<max(0, first, min(end, open.count))).allSatisfy { open[$0] }
  }
}
