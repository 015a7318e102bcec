public import ContactCenter
public import Scheduling

/// What is placed in shifts that stand: breaks where least is short, then meetings, training and coaching.
public enum PlacementStage {
  /// A roster with everything in its place.
  public struct Result: Sendable {
    /// Who works when.
    public var roster: Roster
    /// Breaks that moved.
    public var breaksMoved: Int
    /// Sessions of activities that have a place, by start.
    public var sessions: [ActivityPlacement.Session]
    /// Sessions that have none.
    public var unplaced: [ActivityPlacement.Unplaced]
    /// Agent-hours short before anything was moved.
    public var shortHoursBefore: Double
    /// Agent-hours short with breaks where they are now; never more than before.
    public var shortHours: Double
    /// Agent-hours short that the activities add.
    public var addedShortHours: Double
    /// What was noticed.
    public var findings: [Finding]

    /// Agent-hours of all sessions.
    public var sessionHours: Double {
      sessions.reduce(0) { $0 + Double($1.agents.count * $1.stretch.seconds) / 3600 }
    }
  }

  /// Places breaks anew, and what the plan's `activities` ask for.
  ///
  /// Without a need by interval breaks stay, and each activity takes the first place that is free. Activities that a
  /// roster holds already stay, and those of the plan that are called the same in the roster are not placed a second
  /// time: what is placed twice stays as it is.
  ///
  /// - Parameters:
  ///   - subject: the roster with its agents and the need, queue by queue.
  ///   - plan: what is to be placed.
  ///   - library: the solver.
  /// *Throws*: `SchedulingError`.
  public static func run(
    _ subject: RosterUnderAudit, plan: Plan, library: ScheduleSolver
  ) throws -> Result {
    let breaks = try BreakPlacement.solve(subject, library: library)
    let held = Set(subject.roster.entries.map(\.activity))
    let requests = plan.activities.filter { !held.contains($0.kind) }
    var findings = moved(breaks) + ledger(requests, plan: plan)
    for request in plan.activities where held.contains(request.kind) {
      findings.append(
        Finding(
          .note, code: "schedule.activity-there",
          "the roster holds \(request.kind.rawValue) already: activity \(request.name) is not placed again",
          place: "activities.\(request.name)"))
    }
    guard !requests.isEmpty else {
      return Result(
        roster: breaks.roster, breaksMoved: breaks.moved, sessions: [], unplaced: [],
        shortHoursBefore: breaks.shortHoursBefore, shortHours: breaks.shortHours,
        addedShortHours: 0, findings: findings)
    }
    let placed = try ActivityPlacement.solve(
      subject.with(breaks.roster), requests: requests)
    findings += placed.findings + told(placed)
    return Result(
      roster: placed.roster, breaksMoved: breaks.moved, sessions: placed.sessions,
      unplaced: placed.unplaced, shortHoursBefore: breaks.shortHoursBefore,
      shortHours: breaks.shortHours, addedShortHours: placed.addedShortHours, findings: findings)
  }

  /// Places in a roster from a file, judged as an audit judges it.
  ///
  /// *Throws*: as `AuditStage.run`.
  public static func run(
    plan: Plan, _ input: AuditStage.Input, library: ScheduleSolver
  ) throws -> Result {
    try run(try AuditStage.subject(plan: plan, input), plan: plan, library: library)
  }

  private static func moved(_ breaks: BreakPlacement.Result) -> [Finding] {
    guard breaks.moved > 0 else { return [] }
    let before = roundedToDecimals(breaks.shortHoursBefore, 2)
    let after = roundedToDecimals(breaks.shortHours, 2)
    return [
      Finding(
        .note, code: "schedule.breaks-moved",
        "\(breaks.moved) breaks were placed anew in their windows: \(after) agent-hours short instead of \(before)"
      )
    ]
  }

  private static func told(_ placed: ActivityPlacement.Result) -> [Finding] {
    guard !placed.sessions.isEmpty else { return [] }
    let hours = roundedToDecimals(placed.hours, 2)
    let added = roundedToDecimals(placed.addedShortHours, 2)
    return [
      Finding(
        .note, code: "schedule.activities-placed",
        "\(placed.sessions.count) sessions of activities take \(hours) agent-hours and add \(added) agent-hours short",
        place: "activities")
    ]
  }

  /// A note where time for activities is in the ledger as well, so that the need leaves room for it.
  private static func ledger(_ requests: [ActivityRequest], plan: Plan) -> [Finding] {
    guard !requests.isEmpty else { return [] }
    return plan.requirementLedger.categories.filter {
      $0.place == .office && $0.isPlanned && $0.share.value > 0
    }.map { category in
      Finding(
        .note, code: "schedule.activities-in-ledger",
        "the ledger holds \(category.share.text) for \(category.name), and activities are placed: "
          + "the requirement leaves room for such time already",
        place: "shrinkage.categories.\(category.name)",
        advice: "Maybe take what activities place out of the ledger.")
    }
  }
}
