internal import ContactCenter

/// The `cover` section of a plan.
enum CoverSection {
  /// Reads the entries, in an order that does not depend on the file's.
  ///
  /// *Throws*: `PlanError` for a group or type the plan does not have, a type without one start and a length, a length
  /// that no contract allows, and two entries about the same day.
  static func read(
    _ node: PlanNode, groups: [AgentGroup], contracts: [Contract], types: [ShiftType]
  ) throws(PlanError) -> [CoverRule] {
    var rules: [CoverRule] = []
    // Years by date and type are thousands of entries: each is compared with those of its own group and type.
    var said: [[String]: [CoverRule.Days]] = [:]
    for item in try node.list() {
      let rule = try rule(item, groups: groups, contracts: contracts, types: types)
      let before = said[[rule.group, rule.shiftType], default: []]
      if before.contains(where: { $0.contradicts(rule.days) }) {
        throw item.error(
          "the cover of \(rule.group) in shifts of type \(rule.shiftType) is given twice for a day",
          hint: "Maybe write one entry with the sum of both.")
      }
      said[[rule.group, rule.shiftType], default: []].append(rule.days)
      rules.append(rule)
    }
    return rules.sorted { ($0.group, $0.shiftType, $0.order) < ($1.group, $1.shiftType, $1.order) }
  }

  private static func rule(
    _ node: PlanNode, groups: [AgentGroup], contracts: [Contract], types: [ShiftType]
  ) throws(PlanError) -> CoverRule {
    let keys = try node.section(PlanKeyCatalog.cover)
    let group = try node.required("group", in: keys, example: groups.first?.name ?? "front")
      .name(of: "group", in: groups.map(\.name))
    let typeNode = try node.required("type", in: keys, example: types.first?.name ?? "early")
    let type = try type(typeNode, contracts: contracts, types: types)
    let agents = try node.required("agents", in: keys, example: "5").whole(0...100_000)
    var days = CoverRule.Days.weekdays(Set(Weekday.allCases))
    if let date = keys["date"] {
      guard keys["days"] == nil else {
        throw date.error("an entry of cover has both date and days", hint: "Maybe write two.")
      }
      days = .date(try date.date())
    } else if let value = keys["days"] {
      days = .weekdays(try value.weekdays())
    }
    return CoverRule(
      group: group, shiftType: type, days: days, agents: agents,
      shortPrice: try keys["short"]?.paidHours(), surplusPrice: try keys["surplus"]?.paidHours())
  }

  private static func type(
    _ node: PlanNode, contracts: [Contract], types: [ShiftType]
  ) throws(PlanError) -> String {
    guard !types.isEmpty else {
      throw node.error(
        "cover names a shift type, and the plan has none",
        hint: "Maybe add shift_types: { D: { start: \"08:00\", length: 8h } }.")
    }
    let name = try node.name(of: "shift type", in: types.map(\.name))
    guard let type = types.first(where: { $0.name == name }), let minutes = type.minutes,
      type.starts.lowerBound == type.starts.upperBound
    else {
      throw node.error(
        "shift type \(name) leaves its start or length open: cover needs both",
        hint: "Maybe write \(name): { start: \"08:00\", length: 8h }.")
    }
    guard contracts.contains(where: { $0.shiftMinutes.contains(minutes) }) else {
      throw node.error(
        "no contract allows shifts of \(minutes) minutes, the length of type \(name)",
        hint: "Maybe add it to the shift_lengths of a contract.")
    }
    return name
  }
}

extension CoverRule.Days {
  /// Whether two entries about the same group and type hold on the same day, and neither wins.
  fileprivate func contradicts(_ other: Self) -> Bool {
    switch (self, other) {
    case (.weekdays(let a), .weekdays(let b)): !a.isDisjoint(with: b)
    case (.date(let a), .date(let b)): a == b
    default: false
    }
  }
}

extension CoverRule {
  /// Days of the week by the first of them, then dates.
  fileprivate var order: Int {
    switch days {
    case .weekdays(let days): (days.min()?.rawValue ?? 0) - 1_000_000_000
    case .date(let date): date.daysSinceEpoch
    }
  }
}
