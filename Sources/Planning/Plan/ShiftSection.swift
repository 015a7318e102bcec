internal import ContactCenter

/// The `shifts` section of a plan.
enum ShiftSection {
  static func read(_ node: PlanNode) throws(PlanError) -> ShiftRules {
    let keys = try node.section(PlanKeyCatalog.shifts)
    let start = try keys["start_every"]?.minutes() ?? ShiftRules.usual.startEveryMinutes
    guard start <= 1440, 1440 % start == 0 else {
      throw node.error("start_every is \(start) minutes, which does not divide the day")
    }
    var rules = ShiftRules(startEveryMinutes: start, patterns: ShiftRules.usual.patterns)
    if let list = keys["breaks"] {
      rules.patterns = []
      for item in try list.list() { rules.patterns.append(try pattern(item)) }
    }
    if let node = keys["before_opening"] { rules.beforeOpeningMinutes = try margin(node) }
    if let node = keys["after_closing"] { rules.afterClosingMinutes = try margin(node) }
    return rules
  }

  private static func margin(_ node: PlanNode) throws(PlanError) -> Int {
    let minutes = try node.minutes(from: 0)
    guard minutes <= 1440 else {
      throw node.error("\(node.path) is longer than a day", hint: "Maybe write 30m.")
    }
    return minutes
  }

  private static func pattern(_ node: PlanNode) throws(PlanError) -> BreakPattern {
    let keys = try node.section(PlanKeyCatalog.pattern)
    guard let limit = keys["shorter_than"], let list = keys["breaks"] else {
      throw node.error("a pattern of breaks needs shorter_than and breaks")
    }
    var breaks: [BreakRule] = []
    for item in try list.list() { breaks.append(try rule(item)) }
    var pattern = BreakPattern(shorterThanMinutes: try limit.minutes(), breaks: breaks)
    if keys["least_work"] != nil || keys["most_work"] != nil {
      let least = try keys["least_work"]?.minutes(from: 0) ?? 0
      let most = try keys["most_work"]?.minutes()
      if let most, most < least {
        throw node.error("most_work is below least_work", hint: "Maybe the two are swapped.")
      }
      pattern.spacing = BreakSpacing(leastWork: least, mostWork: most)
    }
    return pattern
  }

  private static func rule(_ node: PlanNode) throws(PlanError) -> BreakRule {
    let keys = try node.section(PlanKeyCatalog.rule)
    guard let length = keys["length"], let windowNode = keys["window"] else {
      throw node.error("a break needs length and window")
    }
    let name = try keys["name"]?.value("break or lunch") { name in
      ["break", "lunch"].contains(name) ? name : nil
    }
    let minutes = try length.minutes()
    let isPaid = try keys["paid"]?.flag() ?? true
    if let told = PlanNode.minutesRange(text: try windowNode.text()) {
      var rule = BreakRule(
        name: name ?? "break", minutes: minutes, isPaid: isPaid, earliest: 0, latest: 1)
      rule.windowMinutes = told
      return rule
    }
    let window = try windowNode.value("a window share-share") { Self.window(text: $0) }
    return BreakRule(
      name: name ?? "break", minutes: minutes, isPaid: isPaid, earliest: window.0,
      latest: window.1)
  }

  static func window(text: String) -> (Double, Double)? {
    let halves = text.split(separator: "-").map { Share(text: String($0)) }
    guard halves.count == 2, let first = halves[0]?.value, let last = halves[1]?.value,
      first <= last
    else { return nil }
    return (first, last)
  }
}
