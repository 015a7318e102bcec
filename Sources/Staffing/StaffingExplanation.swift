public import ContactCenter

/// One requirement taken apart: every factor in order, with where it comes from.
public struct StaffingExplanation: Hashable, Sendable {
  /// One factor or intermediate result.
  public struct Step: Hashable, Sendable {
    /// What it is, such as `load`.
    public var name: String
    /// Its value.
    public var value: Double
    /// The unit, empty for plain numbers; `%` values are shares.
    public var unit: String
    /// Where it comes from: the forecast, the plan, or a formula of the steps before.
    public var source: String

    /// Creates a step.
    public init(_ name: String, _ value: Double, _ unit: String, source: String) {
      self.name = name
      self.value = value
      self.unit = unit
      self.source = source
    }

    /// The value with its unit, as a page shows it.
    public var valueText: String {
      if unit == "%" { return "\(StaffingExplanation.plain(value * 100, 2)) %" }
      let number = StaffingExplanation.plain(value, unit == "s" ? 1 : 2)
      return unit.isEmpty ? number : "\(number) \(unit)"
    }
  }

  /// What a neighboring number of agents would achieve.
  public struct Neighbor: Hashable, Sendable {
    /// Agents.
    public var agents: Int
    /// Service level by the target's definition; nil where there is no steady state.
    public var serviceLevel: Double?
    /// Average speed of answer, of answered contacts.
    public var asaSeconds: Double?
    /// The share that abandons.
    public var abandonment: Double?
    /// The share of time agents are busy.
    public var occupancy: Double?
  }

  /// The queue.
  public var queue: String
  /// The start of the interval.
  public var start: Instant
  /// The target in words with its definition.
  public var target: String
  /// The formula used.
  public var method: String
  /// The factors in order.
  public var steps: [Step]
  /// One to five agents fewer and more, ascending, the answer among them.
  public var neighbors: [Neighbor]

  /// The step of a name.
  public subscript(name: String) -> Step? { steps.first { $0.name == name } }

  /// The explanation as lines of text, aligned.
  public var lines: [String] {
    var result = ["\(queue): \(target), \(method)"]
    let nameWidth = steps.map(\.name.count).max() ?? 0
    let valueWidth = steps.map(\.valueText.count).max() ?? 0
    for step in steps {
      let name = step.name + String(repeating: " ", count: nameWidth - step.name.count)
      let pad = String(repeating: " ", count: valueWidth - step.valueText.count)
      result.append("  \(name)  \(pad)\(step.valueText)  \(step.source)")
    }
    if !neighbors.isEmpty {
      result.append("  agents  service level  asa  abandonment  occupancy")
      for neighbor in neighbors {
        let cells = [
          Self.cell("\(neighbor.agents)", 6), Self.cell(Self.percent(neighbor.serviceLevel), 13),
          Self.cell(neighbor.asaSeconds.map { Self.plain($0, 1) + " s" } ?? "-", 8),
          Self.cell(Self.percent(neighbor.abandonment), 9),
          Self.cell(Self.percent(neighbor.occupancy), 9),
        ]
        result.append("  " + cells.joined(separator: "  "))
      }
    }
    return result
  }

  private static func percent(_ share: Double?) -> String {
    share.map { plain($0 * 100, 1) + " %" } ?? "-"
  }

  private static func cell(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  static func plain(_ value: Double, _ decimals: Int) -> String {
    let rounded = roundedToDecimals(value, decimals)
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? "\(Int(rounded))" : "\(rounded)"
  }
}
