internal import ContactCenter
internal import Scheduling

/// The `rules` of a contract.
enum RuleTermsSection {
  /// Reads the entries in the order of the file.
  ///
  /// *Throws*: `PlanError` at the term that is wrong: a rule that is unknown, a term the rule has no use for or cannot do
  /// without, a minimum above its maximum, a shift type that the plan does not have.
  static func read(_ node: PlanNode, types: [ShiftType]) throws(PlanError) -> [RuleTerms] {
    var rules: [RuleTerms] = []
    for item in try node.list() { rules.append(try terms(item, types: types)) }
    return rules
  }

  private static func terms(
    _ node: PlanNode, types: [ShiftType]
  ) throws(PlanError) -> RuleTerms {
    let keys = try node.section(PlanKeyCatalog.contractRule)
    let name = try node.required("rule", in: keys, example: "consecutive-days")
    let entry = try entry(name)
    var terms = RuleTerms(entry.name)
    terms.minimum = try keys["min"].map { (n) throws(PlanError) in try number(n, of: entry) }
    terms.maximum = try keys["max"].map { (n) throws(PlanError) in try number(n, of: entry) }
    terms.price = try keys["price"]?.paidHours()
    terms.span = try keys["per"].map { (n) throws(PlanError) in
      try n.value("week, month, period or so many days such as 7d") { span(text: $0) }
    }
    terms.shiftTypes =
      try keys["types"].map { (n) throws(PlanError) in
        try names(n, in: types)
      } ?? []
    terms.followers =
      try keys["then"].map { (n) throws(PlanError) in
        try names(n, in: types)
      } ?? []
    terms.weekdays = try keys["days"]?.weekdays() ?? []
    terms.after = try keys["after"]?.whole(1...31)
    do throws(RuleTermsError) {
      _ = try LineRuleCatalog.rule(terms)
    } catch {
      throw (keys[error.term.rawValue] ?? node).error(
        error.description, hint: hint(error, of: entry))
    }
    return terms
  }

  private static func entry(_ node: PlanNode) throws(PlanError) -> LineRuleCatalog.Entry {
    let name = try node.text()
    if let entry = LineRuleCatalog.all.first(where: { $0.name == name }) { return entry }
    let known = LineRuleCatalog.all.map(\.name)
    throw node.error(
      "\(PlanNode.quoted(name)) is no rule",
      hint: nearestName(to: name, in: known).map { "Maybe \"\($0)\" is meant." }
        ?? "Maybe one of: \(known.joined(separator: ", ")).")
  }

  /// A limit in the rule's unit: a number, or a duration as hours.
  private static func number(
    _ node: PlanNode, of entry: LineRuleCatalog.Entry
  ) throws(PlanError) -> Double {
    switch entry.numbers {
    case .counts: try node.number(0...1e6)
    case .hours: Double(try node.minutes(from: 0)) / 60
    }
  }

  /// `week`, `month`, `period`, `14d` or `2w`.
  private static func span(text: String) -> RuleTerms.Span? {
    switch text {
    case "week": .week
    case "month": .month
    case "period": .period
    default: text.last?.isLetter == true ? horizonDays(text: text).map { .days($0) } : nil
    }
  }

  /// Names of shift types, each once unless the order is a cycle.
  private static func names(
    _ node: PlanNode, in types: [ShiftType]
  ) throws(PlanError) -> [String] {
    guard !types.isEmpty else {
      throw node.error(
        "a rule names shift types, and the plan has none",
        hint: "Maybe add shift_types: { night: { start: \"22:00-23:59\", night: true } }.")
    }
    var names: [String] = []
    for item in try node.list() {
      names.append(try item.name(of: "shift type", in: types.map(\.name)))
    }
    guard !names.isEmpty else { throw node.error("the list of shift types is empty") }
    return names
  }

  private static func hint(_ error: RuleTermsError, of entry: LineRuleCatalog.Entry) -> String {
    if entry.needs.contains(error.term), error.problem == "is missing" {
      return "Maybe add \(error.term.rawValue): to the entry."
    }
    if !entry.takes.contains(error.term) { return "Maybe leave \(error.term.rawValue) out." }
    switch error.term {
    case .minimum where error.problem.contains("above max"):
      return "Maybe min and max are swapped."
    case .maximum where error.problem.contains("missing"): return "Maybe add max: or min:."
    default: return ""
    }
  }
}
