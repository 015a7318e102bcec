internal import ContactCenter

/// The `shifts` section of a plan.
enum ShiftSection {
  static func read(_ node: PlanNode) throws(PlanError) -> ShiftRules {
    let keys = try node.section(PlanKeyCatalog.shifts)
    let start = try keys["start_every"]?.minutes() ?? ShiftRules.usual.startEveryMinutes
    guard start <= 1440, 1440 % start == 0 else {
      throw node.error("start_every is \(start) minutes, which does not divide the day")
    }
    guard let list = keys["breaks"] else {
      return ShiftRules(startEveryMinutes: start, patterns: ShiftRules.usual.patterns)
    }
    var patterns: [BreakPattern] = []
    for item in try list.list() { patterns.append(try pattern(item)) }
    return ShiftRules(startEveryMinutes: start, patterns: patterns)
  }

  private static func pattern(_ node: PlanNode) throws(PlanError) -> BreakPattern {
    let keys = try node.section(PlanKeyCatalog.pattern)
    guard let limit = keys["shorter_than"], let list = keys["breaks"] else {
      throw node.error("a pattern of breaks needs shorter_than and breaks")
    }
    var breaks: [BreakRule] = []
    for item in try list.list() { breaks.append(try rule(item)) }
    return BreakPattern(shorterThanMinutes: try limit.minutes(), breaks: breaks)
  }

  private static func rule(_ node: PlanNode) throws(PlanError) -> BreakRule {
    let keys = try node.section(PlanKeyCatalog.rule)
    guard let length = keys["length"], let windowNode = keys["window"] else {
      throw node.error("a break needs length and window")
    }
    let window = try windowNode.value("a window share-share") { Self.window(text: $0) }
    let name = try keys["name"]?.value("break or lunch") { name in
      ["break", "lunch"].contains(name) ? name : nil
    }
    return BreakRule(
      name: name ?? "break", minutes: try length.minutes(),
      isPaid: try keys["paid"]?.flag() ?? true,
      earliest: window.0, latest: window.1)
  }

  static func window(text: String) -> (Double, Double)? {
    let halves = text.split(separator: "-").map { Share(text: String($0)) }
    guard halves.count == 2, let first = halves[0]?.value, let last = halves[1]?.value,
      first <= last
    else { return nil }
    return (first, last)
  }
}
