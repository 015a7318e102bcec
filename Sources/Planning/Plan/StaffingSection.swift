public import ContactCenter
public import Staffing

/// How to staff.
public struct StaffingSettings: Hashable, Sendable {
  /// How unplanned absence enters.
  public enum Absence: String, Hashable, Sendable, CaseIterable {
    /// As a share of all time, like the rest of the ledger.
    case average
    /// Agent by agent: how many show up is a matter of chance, and enough are scheduled for it.
    case perAgent = "per-agent"
  }

  /// The formula for queues where customers wait; nil for the one that a queue's patience calls for.
  public var formula: String?
  /// How rates that change over the day become requirements of intervals.
  public var overTime = OverTimeMethod.auto
  /// The length of a staffing interval; nil for the plan's.
  public var interval: IntervalLength?
  /// The probability, given the forecast, with which the staff is to suffice; nil to staff for the mean.
  public var risk: Share?
  /// How the ledger's unplanned absence enters.
  public var absence = Absence.average
  /// Replications of each round of `isa`.
  public var replications = 400

  /// Creates the usual settings.
  public init() {}
}

/// The `staffing` section of a plan.
enum StaffingSection {
  /// Reads the section; the period of targets that queues do not name is read by `span`.
  static func read(_ node: PlanNode, grid: TimeGrid) throws(PlanError) -> StaffingSettings {
    let keys = try node.section(PlanKeyCatalog.staffing)
    var settings = StaffingSettings()
    if let formula = keys["method"] {
      settings.formula = try formula.name(of: "formula", in: StaffingOptions.formulas)
    }
    if let method = keys["over_time"] {
      settings.overTime = try method.choice(OverTimeMethod.self)
    }
    if let interval = keys["interval"] {
      let length: IntervalLength = try interval.value("5m, 10m, 15m, 30m or 60m") { text in
        guard let seconds = Seconds(text: text)?.value else { return nil }
        return IntervalLength.allCases.first { Double($0.seconds) == seconds }
      }
      settings.interval = length
      if length.minutes % grid.length.minutes != 0 {
        throw interval.error(
          "staffing.interval is \(length.minutes)m, which is no multiple of the plan's \(grid.length.minutes)m",
          hint: "Maybe leave it out: the plan's interval is the staffing interval.")
      }
    }
    if let risk = keys["risk"] {
      settings.risk = try risk.value("a share between 0% and 100%") { text in
        Share(text: text).flatMap { $0.value > 0 && $0.value < 1 ? $0 : nil }
      }
    }
    if let absence = keys["absence"] {
      settings.absence = try absence.choice(StaffingSettings.Absence.self)
    }
    if let count = keys["replications"] { settings.replications = try count.whole(2...1_000_000) }
    return settings
  }

  /// The period over which targets are promised where a queue does not say.
  static func span(_ node: PlanNode?) throws(PlanError) -> TargetSpan {
    guard let node else { return .interval }
    return try node.section(PlanKeyCatalog.staffing)["target_over"]?.choice(TargetSpan.self)
      ?? .interval
  }
}

extension PlanKeyCatalog {
  static let staffing = [
    PlanKey(
      "method", "erlang-a | erlang-c",
      "The formula for queues where customers wait. Default: erlang-a where a queue has a patience."
    ),
    PlanKey(
      "over_time", "method",
      OverTimeMethod.allCases.map { "\($0.rawValue): \($0.summary)" }.joined(separator: "; ")
        + ". Default: auto."),
    PlanKey(
      "interval", "duration",
      "Time over which the number of agents does not change, a multiple of the plan's interval. Default: the plan's."
    ),
    PlanKey(
      "risk", "share",
      "Staff so that the target holds with this probability given the forecast. Default: for the mean."
    ),
    PlanKey(
      "target_over", "interval | day | week",
      "The period over which service levels are promised, for queues that do not say. Default: interval."
    ),
    PlanKey(
      "absence", "average | per-agent",
      "Whether unplanned absence of the ledger counts as a share of all time, or agent by agent, with enough scheduled that those who show up suffice. Default: average."
    ),
    PlanKey("replications", "whole number", "Simulated in each round of isa. Default: 400."),
  ]
}
