internal import ContactCenter

extension StaffingExplanation {
  /// The explanation as a page: lines of at most 100 characters under headings.
  public var lines: [String] {
    var page = PageText()
    page.paragraph("\(queue), \(period)")
    page.paragraph(summary)
    for section in sections where !section.steps.isEmpty {
      page.heading(section.title)
      page.steps(section.steps)
    }
    if !neighbors.isEmpty { addNeighbors(to: &page) }
    if !definitions.isEmpty { addDefinitions(to: &page) }
    if let comparison { add(comparison, to: &page) }
    return page.lines
  }

  private var summary: String {
    let needed = "\(agents) \(agents == 1 ? "agent" : "agents") on contacts"
    let scheduled = scheduledAgents.map { ", \(PageText.fixed($0, 2)) to schedule" } ?? ""
    return "\(needed)\(scheduled), for \(target); \(method)"
  }

  private func addNeighbors(to page: inout PageText) {
    page.heading("One to five agents fewer and more")
    var rows = [
      [
        "agents", "service level", "wait, answered", "wait, all", "abandoned", "occupancy",
        "target",
      ]
    ]
    for neighbor in neighbors {
      let isKnown = neighbor.serviceLevel != nil
      rows.append([
        (neighbor.agents == agents ? "> " : "") + "\(neighbor.agents)",
        PageText.percent(neighbor.serviceLevel), PageText.seconds(neighbor.asaSeconds),
        PageText.seconds(neighbor.asaAllSeconds), PageText.percent(neighbor.abandonment),
        PageText.percent(neighbor.occupancy),
        isKnown ? (neighbor.isTargetMet ? "met" : "missed") : "overload",
      ])
    }
    page.table(rows)
    page.note(
      "> the requirement. Waits are means: of answered contacts, and of all, abandoned ones among them."
    )
  }

  private func addDefinitions(to page: inout PageText) {
    page.heading("The same agents, and the agents for the same target, under every definition")
    var rows = [["definition", "service level", "agents", "counted as"]]
    for row in definitions {
      rows.append([
        (row.definition == definition ? "> " : "") + row.definition.rawValue,
        PageText.percent(row.serviceLevel), row.agents.map { "\($0)" } ?? "-",
        row.definition.words,
      ])
    }
    page.table(rows, left: [0, 3])
    page.note("> the definition of the plan.")
  }

  private func add(_ comparison: ToolComparison, to page: inout PageText) {
    page.heading("As \(comparison.tool.title) would have it")
    page.steps(comparison.steps)
    for claim in comparison.tool.claims { page.note(claim) }
  }
}

/// Lines of a page, none longer than its width.
struct PageText {
  /// The longest line.
  static let width = 100

  private(set) var lines: [String] = []

  /// A paragraph at the margin, wrapped between words.
  mutating func paragraph(_ text: String) { lines += Self.wrapped(text, indent: 0) }

  /// A heading after an empty line.
  mutating func heading(_ title: String) {
    lines.append("")
    lines += Self.wrapped(title, indent: 0)
  }

  /// A remark below a table.
  mutating func note(_ text: String) { lines += Self.wrapped(text, indent: 2) }

  /// Steps: name, number, unit, source, each in its column; a long source goes on below itself.
  mutating func steps(_ steps: [StaffingExplanation.Step]) {
    let names = steps.map(\.name.count).max() ?? 0
    let numbers = steps.map(\.number.count).max() ?? 0
    let units = steps.map(\.unit.count).max() ?? 0
    let indent = 2 + names + 2 + numbers + 1 + units + 2
    for step in steps {
      let cells =
        "  " + Self.left(step.name, names) + "  " + Self.right(step.number, numbers) + " "
        + Self.left(step.unit, units) + "  "
      var source = Self.wrapped(step.source, indent: indent)
      source[0] = cells + source[0].dropFirst(indent)
      lines += source.map(Self.trimmed)
    }
  }

  /// A table whose first row is its head; columns to the right but those of `left`.
  mutating func table(_ rows: [[String]], left: Set<Int> = []) {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    for row in rows {
      let cells = row.indices.map { column in
        left.contains(column)
          ? Self.left(row[column], widths[column]) : Self.right(row[column], widths[column])
      }
      lines.append(Self.trimmed("  " + cells.joined(separator: "  ")))
    }
  }

  static func percent(_ share: Double?) -> String {
    share.map { fixed($0 * 100, 1) + " %" } ?? "-"
  }

  static func seconds(_ value: Double?) -> String { value.map { fixed($0, 1) + " s" } ?? "-" }

  /// A number with exactly one or two decimals.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = decimals == 1 ? 10.0 : 100.0
    guard (value * scale).magnitude < 1e15 else { return "\(value)" }
    let whole = Int((value * scale).rounded())
    let digits = "\(whole.magnitude % UInt(scale))"
    let zeros = String(repeating: "0", count: decimals - digits.count)
    return (whole < 0 ? "-" : "") + "\(whole.magnitude / UInt(scale))." + zeros + digits
  }

  private static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var result: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count > indent, line.count + 1 + word.count > width {
        result.append(line)
        line = margin
      }
      line += (line.count > indent ? " " : "") + word
    }
    return result + [line]
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension ServiceLevelDefinition {
  /// The formula in words.
  var words: String {
    switch self {
    case .offered: "answered in time / offered"
    case .answered: "answered in time / answered"
    case .credit: "(answered in time + abandoned in time) / offered"
    case .forgive: "answered in time / (offered - abandoned in time)"
    case .forgiveShort: "answered in time / (offered - abandoned early)"
    case .creditShort: "(answered in time + abandoned early) / offered"
    case .virtual: "would be answered in time if nobody gave up"
    case .genesys: "(answered - answered late) / (answered + abandoned)"
    }
  }
}
