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
    /// Whether it is a difference, shown with its sign.
    public var isChange = false

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
      let text =
        rounded == rounded.rounded() && rounded.magnitude < 1e15
        ? "\(Int(rounded))" : PageText.fixed(shown, 2)
      return isChange && rounded > 0 ? "+" + text : text
    }
  }

  /// Steps that belong together, under a heading.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public var title: String
    /// The steps in order.
    public var steps: [Step]

    /// Creates a section.
    public init(_ title: String, _ steps: [Step]) {
      self.title = title
      self.steps = steps
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
    /// Mean wait of all contacts.
    public var asaAllSeconds: Double?
    /// The share that abandons.
    public var abandonment: Double?
    /// The share of time agents are busy.
    public var occupancy: Double?
    /// Whether the interval alone would meet the target and its limits.
    public var isTargetMet = false
  }

  /// The requirement under one way of counting service level.
  public struct Definition: Hashable, Sendable {
    /// How the service level is counted.
    public var definition: ServiceLevelDefinition
    /// The service level of the requirement's agents.
    public var serviceLevel: Double?
    /// The agents the interval alone would need; nil where the target names no service level or none reach it.
    public var agents: Int?
  }

  /// The queue.
  public var queue: String
  /// The start of the interval.
  public var start: Instant
  /// The interval by the center's clock, with its zone.
  public var period: String
  /// The target in words with its definition.
  public var target: String
  /// How the target counts its service level.
  public var definition: ServiceLevelDefinition
  /// The formula used.
  public var method: String
  /// The requirement.
  public var agents: Int
  /// Agents to schedule for it.
  public var scheduledAgents: Double?
  /// The factors in order, under headings.
  public var sections: [Section] = []
  /// One to five agents fewer and more, ascending, the answer among them.
  public var neighbors: [Neighbor] = []
  /// The definitions side by side.
  public var definitions: [Definition] = []
  /// What another tool would say, where it was asked for.
  public var comparison: ToolComparison?

  /// The factors in order.
  public var steps: [Step] { sections.flatMap(\.steps) }

  /// The step of a name.
  public subscript(name: String) -> Step? { steps.first { $0.name == name } }
}
