internal import ContactCenter
internal import Scheduling

/// The `contracts` section of a plan.
enum ContractSection {
  /// Reads the contracts.
  ///
  /// *Throws*: `PlanError` for hours or lengths that are missing, a minimum above its maximum, a shift longer than its
  /// day, and rules that make no sense.
  static func read(_ node: PlanNode, types: [ShiftType]) throws(PlanError) -> [Contract] {
    var contracts: [Contract] = []
    for (name, value) in try node.named() {
      contracts.append(try contract(name, value, types: types))
    }
    guard !contracts.isEmpty else { throw node.error("contracts is empty") }
    return contracts
  }

  private static func contract(
    _ name: String, _ node: PlanNode, types: [ShiftType]
  ) throws(PlanError) -> Contract {
    let keys = try node.section(PlanKeyCatalog.contract)
    guard let hours = keys["hours_per_week"], let lengths = keys["shift_lengths"] else {
      let missing = keys["hours_per_week"] == nil ? "hours_per_week" : "shift_lengths"
      throw node.error(
        "contract \(name) lacks \(missing)",
        hint: "Maybe write { hours_per_week: 40h, shift_lengths: [8h] }.")
    }
    var minutes: [Int] = []
    for item in try lengths.list() { minutes.append(try item.shiftMinutes()) }
    guard !minutes.isEmpty else { throw lengths.error("shift_lengths is empty") }
    let (least, most) = try hoursPerWeek(hours)
    var contract = Contract(
      name: name, hoursPerWeek: Double(most) / 60,
      daysPerWeek: try keys["days_per_week"]?.whole(1...7) ?? 5, shiftMinutes: minutes,
      restMinutes: try keys["rest"]?.minutes(from: 0) ?? 660)
    if least > 0 { contract.minimumHoursPerWeek = Double(least) / 60 }
    try ContractTermsSection.read(keys, types: types, into: &contract)
    if let rules = keys["rules"] { contract.rules = try RuleTermsSection.read(rules, types: types) }
    return contract
  }

  /// The least and the most minutes: one duration is the most.
  private static func hoursPerWeek(_ node: PlanNode) throws(PlanError) -> (Int, Int) {
    guard !node.isScalar else { return (0, try node.minutes()) }
    let keys = try node.section(PlanKeyCatalog.contractHours)
    let most = try node.required("max", in: keys, example: "40h").minutes()
    guard let minimum = keys["min"] else { return (0, most) }
    let least = try minimum.minutes(from: 0)
    guard least <= most else {
      throw minimum.error(
        "\(minimum.path) is \(try minimum.text()), above the maximum of \(Seconds(Double(most * 60)).text)",
        hint: "Maybe min and max are swapped.")
    }
    return (least, most)
  }
}
