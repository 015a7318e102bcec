import ContactCenter
import MathematicalProgramming

extension DesignProgram {
  /// A limit of shifts over some days.
  struct Limit: Hashable, Sendable {
    /// Position in the input's limits.
    var limit: Int
    var days: [Int]
    /// In shifts or hours, or a share where the limit is one.
    var minimum: Double?
    var maximum: Double?
  }

  /// Adds what lies beyond the need, where it has a price.
  ///
  /// Agents at work over all groups, less those who serve a need, counted over the whole component: with several queues
  /// a group, who is beyond the need is only known of all together.
  mutating func addSurplus() {
    guard input.prices.over > 0 else { return }
    let short = Dictionary(grouping: shortages, by: \.slot)
    for slot in coveredSlots {
      var terms = staff.flatMap { $0[slot] }
      guard !terms.isEmpty else { continue }
      let need = input.needs.reduce(0) { $0 + $1[slot] }
      let fixed = Double(scope.fixedStaff.reduce(0) { $0 + $1[slot] })
      let over = addColumn(
        cost: input.prices.over, in: 0...Double.infinity, isInteger: false, name: "beyond the need")
      terms += (short[slot] ?? []).map { ($0.column, 1) } + [(over, -1)]
      terms += (gains[slot] ?? []).map { ($0.column, -1) }
      addRow(in: -Double.infinity...(need - fixed), terms, name: "agents beyond the need")
      let idleShort = (short[slot] ?? []).reduce(0) {
        $0 + program.upperBounds[$1.column.index]
      }
      setIdle(over, to: max(0, fixed + idleShort - need))
    }
  }

  /// Adds the fewest agents of each group at work while it is open, and the most at once.
  mutating func addGroupHeads() {
    for (group, heads) in input.heads.enumerated() {
      for slot in coveredSlots {
        let fixed = scope.fixedStaff[group][slot]
        let terms = staff[group][slot]
        let missing = Double(heads.floor - fixed)
        if missing > 0, slot < input.slots.horizonCount, input.isOpen[group][slot] {
          let slack = addSlack(cost: input.prices.short, most: missing, name: "too few at work")
          addRow(
            in: missing...Double.infinity, terms + [(slack, 1)],
            name: "fewest of \(input.groups[group])")
        }
        if let ceiling = heads.ceiling, !terms.isEmpty {
          addRow(
            in: -Double.infinity...max(0, Double(ceiling - fixed)), terms,
            name: "most of \(input.groups[group])")
        }
      }
    }
  }

  /// Adds the limits of shifts; what lies outside has a price, so that a program always has an answer.
  mutating func addLimits() {
    for limit in scope.limits {
      let terms = input.limits[limit.limit]
      let days = Set(limit.days)
      let inDays = shifts.filter { days.contains(input.slots.dayOfSlot[$0.start]) }
      let groups = inDays.filter { input.counts($0, in: terms, byGroupAlone: true) }
      let counted = inDays.filter { input.counts($0, in: terms) }
      guard terms.span == .start else {
        add(limit, terms, counted: counted, of: groups)
        continue
      }
      let byStart = Dictionary(grouping: counted, by: \.start)
      let groupsByStart = Dictionary(grouping: groups, by: \.start)
      for start in groupsByStart.keys.sorted() {
        add(limit, terms, counted: byStart[start] ?? [], of: groupsByStart[start] ?? [])
      }
    }
  }

  private mutating func add(
    _ limit: Limit, _ terms: ShiftLimit, counted: [ShiftColumn], of groups: [ShiftColumn]
  ) {
    let slotsAnHour = 60 / Double(input.slots.minutes)
    let (scale, price): (Double, Double)
    switch terms.unit {
    case .shifts: (scale, price) = (1, (terms.price ?? input.prices.short) * slotsAnHour)
    case .hours: (scale, price) = (slotsAnHour, terms.price ?? input.prices.short)
    }
    func weight(_ shift: ShiftColumn) -> Double {
      terms.unit == .shifts ? 1 : Double(input.shapes[shift.shape].paidSlots)
    }
    let own = counted.map { ($0.column, weight($0)) }
    func total(_ share: Double) -> [(LinearProgram.Column, Double)] {
      terms.isShare ? groups.map { ($0.column, -share * weight($0)) } : []
    }
    if let most = limit.maximum, !own.isEmpty {
      let slack = addColumn(
        cost: price, in: 0...Double.infinity, isInteger: false, name: "too many shifts")
      addRow(
        in: -Double.infinity...(terms.isShare ? 0 : most * scale),
        own + total(most) + [(slack, -1)], name: "most shifts")
    }
    if let least = limit.minimum, least > 0 {
      let bound = terms.isShare ? 0 : least * scale
      let slack =
        terms.isShare
        ? addColumn(cost: price, in: 0...Double.infinity, isInteger: false, name: "too few shifts")
        : addSlack(cost: price, most: bound, name: "too few shifts")
      addRow(in: bound...Double.infinity, own + total(least) + [(slack, 1)], name: "fewest shifts")
    }
  }
}

extension DesignInput {
  /// Whether a limit counts the shifts of a column.
  ///
  /// - Parameter byGroupAlone: whatever the contract and the type: what a share is a share of.
  func counts(
    _ shift: DesignProgram.ShiftColumn, in limit: ShiftLimit, byGroupAlone: Bool = false
  ) -> Bool {
    let member = members[shift.member]
    guard limit.groups.isEmpty || limit.groups.contains(groups[member.group]) else { return false }
    if byGroupAlone { return true }
    guard limit.contracts.isEmpty || limit.contracts.contains(member.contract.name) else {
      return false
    }
    if limit.shiftTypes.isEmpty { return true }
    let type = rules.type(
      startMinute: slots.wallMinutes[shift.start], length: shapes[shift.shape].minutes)
    return type.map { limit.shiftTypes.contains($0.name) } ?? false
  }
}
