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
    public var valueText: String { unit.isEmpty ? number : "\(number) \(unit)" }

    /// The value as a page shows it: shares in percent, whole numbers without decimals.
    var number: String {
      let shown = unit == "%" ? value * 100 : value
      let rounded = roundedToDecimals(shown, 2)
      return rounded == rounded.rounded() && rounded.magnitude < 1e15
        ? "\(Int(rounded))" : StaffingExplanation.fixed(shown, 2)
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
    let names = steps.map(\.name.count).max() ?? 0
    let numbers = steps.map(\.number.count).max() ?? 0
    let units = steps.map(\.unit.count).max() ?? 0
    for step in steps {
      let cells = [
        Self.left(step.name, names), Self.right(step.number, numbers), Self.left(step.unit, units),
      ]
      result.append("  " + cells.joined(separator: " ") + "  " + step.source)
    }
    guard !neighbors.isEmpty else { return result }
    let heads = ["agents", "service level", "asa", "abandonment", "occupancy"]
    let widths = [6, 13, 10, 11, 9]
    var rows = [heads]
    for neighbor in neighbors {
      rows.append([
        "\(neighbor.agents)", Self.percent(neighbor.serviceLevel),
        neighbor.asaSeconds.map { Self.fixed($0, 1) + " s" } ?? "-",
        Self.percent(neighbor.abandonment), Self.percent(neighbor.occupancy),
      ])
    }
    for row in rows {
      result.append(
        "  " + zip(row, widths).map { Self.right($0, $1) }.joined(separator: "  "))
    }
    return result
  }

  private static func percent(_ share: Double?) -> String {
    share.map { fixed($0 * 100, 1) + " %" } ?? "-"
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A number with exactly one or two decimals.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = decimals == 1 ? 10.0 : 100.0
    guard (value * scale).magnitude < 1e15 else { return "\(value)" }
    let whole = Int((value * scale).rounded())
    let digits = "\(whole.magnitude % UInt(scale))"
    let zeros = String(repeating: "0", count: decimals - digits.count)
    return (whole < 0 ? "-" : "") + "\(whole.magnitude / UInt(scale))." + zeros + digits
  }
}
