internal import ContactCenter

/// The `limits` of the `shifts` section: how many shifts there may be.
enum ShiftLimitSection {
  /// Reads the limits, in an order that does not depend on the file's.
  ///
  /// *Throws*: `PlanError` for a name the plan does not have, a limit that limits nothing, a least above the most, and
  /// shares beside numbers.
  static func read(
    _ node: PlanNode, groups: [AgentGroup], contracts: [Contract], types: [ShiftType]
  ) throws(PlanError) -> [ShiftLimit] {
    var limits: [(key: String, limit: ShiftLimit)] = []
    for item in try node.list() {
      let keys = try item.section(PlanKeyCatalog.shiftLimit)
      var limit = ShiftLimit(
        per: try item.required("per", in: keys, example: "day").choice(ShiftLimit.Span.self))
      if let unit = keys["unit"] { limit.unit = try unit.choice(ShiftLimit.Unit.self) }
      limit.groups = try names(keys["groups"], of: "group", in: groups.map(\.name))
      limit.contracts = try names(keys["contracts"], of: "contract", in: contracts.map(\.name))
      limit.shiftTypes = try names(keys["types"], of: "shift type", in: types.map(\.name))
      limit.weekdays = try keys["days"]?.weekdays() ?? []
      limit.price = try keys["price"]?.paidHours()
      try bounds(item, keys, into: &limit)
      limits.append((PlanText.text(of: limit), limit))
    }
    return limits.sorted { $0.key < $1.key }.map(\.limit)
  }

  private static func bounds(
    _ node: PlanNode, _ keys: [String: PlanNode], into limit: inout ShiftLimit
  ) throws(PlanError) {
    let least = try keys["min"].map(bound)
    let most = try keys["max"].map(bound)
    guard least != nil || most != nil else {
      throw node.error("a limit of shifts has neither min nor max", hint: "Maybe add max: 5.")
    }
    if let least, let most {
      guard least.isShare == most.isShare else {
        throw node.error(
          "of min and max one is a share and one a number",
          hint: "Maybe write two limits, or both as shares such as 30%.")
      }
      guard least.value <= most.value else {
        throw node.error("min is above max", hint: "Maybe min and max are swapped.")
      }
    }
    limit.minimum = least?.value
    limit.maximum = most?.value
    limit.isShare = least?.isShare ?? most?.isShare ?? false
  }

  /// `5`, `40h` or `30%`.
  private static func bound(_ node: PlanNode) throws(PlanError) -> (value: Double, isShare: Bool) {
    try node.value("a number, hours such as 40h, or a share") { text in
      if text.hasSuffix("%") { return Share(text: text).map { ($0.value, true) } }
      let value = Double(text) ?? Seconds(text: text).map { $0.value / 3600 }
      return value.flatMap { (0...1e6).contains($0) ? ($0, false) : nil }
    }
  }

  private static func names(
    _ node: PlanNode?, of kind: String, in known: [String]
  ) throws(PlanError) -> Set<String> {
    var names: Set<String> = []
    for item in try node?.list() ?? [] { names.insert(try item.name(of: kind, in: known)) }
    return names
  }
}
