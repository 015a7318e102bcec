internal import ContactCenter
internal import Simulation
internal import Staffing

extension PlanText {
  /// What groups, lines, attendance and the simulation say beyond the usual, in the words of the plan.
  static func addCenter(of plan: Plan, to out: inout [String: String]) {
    for group in plan.groups { add(group, to: &out) }
    for site in plan.sites {
      out["sites.\(site.name)"] = flow([
        ("seats", site.seats.map { "\($0)" }), ("minimum_agents", "\(site.minimumAgents)"),
      ])
    }
    for line in plan.lines {
      out["lines.\(line.name)"] = flow([
        ("queues", list(line.queues.map(name))), ("places", "\(line.places)"),
        ("kind", line.kind.rawValue),
      ])
    }
    let attendance = plan.attendance
    if attendance.late.value > 0 {
      out["attendance.late"] = flow([
        ("share", attendance.late.text), ("mean", attendance.lateness.text),
      ])
    }
    if attendance.shiftEnd != .finish {
      out["attendance.shift_end"] = attendance.shiftEnd.rawValue
    }
    if !attendance.siteOutages.isEmpty {
      out["attendance.site_outages"] = list(
        attendance.siteOutages.map {
          flow([("site", name($0.site))] + stretch($0.start, $0.end, plan.grid.zone))
        })
    }
    if let ramp = plan.rampUp {
      out["ramp_up"] = flow([("weeks", "\(ramp.weeks)"), ("from", ramp.from.text)])
    }
    out["staffing.over_time"] = plan.staffing.overTime.rawValue
    out["staffing.absence"] = plan.staffing.absence.rawValue
    if let formula = plan.staffing.formula { out["staffing.method"] = formula }
    if let interval = plan.staffing.interval { out["staffing.interval"] = "\(interval.minutes)m" }
    if let risk = plan.staffing.risk { out["staffing.risk"] = risk.text }
    if plan.staffing.replications != StaffingSettings().replications {
      out["staffing.replications"] = "\(plan.staffing.replications)"
    }
    let simulation = plan.simulation
    out["simulation.sampling"] = simulation.sampling.rawValue
    out["simulation.control_variates"] = "\(simulation.usesControlVariates)"
    if let precision = simulation.precision { out["simulation.precision"] = precision.text }
  }

  private static func add(_ group: AgentGroup, to out: inout [String: String]) {
    let path = "groups.\(group.name)"
    out["\(path).queues"] = group.queues.joined(separator: ", ")
    if group.queueChoice != .priority { out["\(path).choose_queue"] = group.queueChoice.rawValue }
    if group.costPerHour != 0 { out["\(path).cost_per_hour"] = number(group.costPerHour) }
    if group.minimumAgents > 0 { out["\(path).minimum_agents"] = "\(group.minimumAgents)" }
    if let most = group.maximumAgents { out["\(path).maximum_agents"] = "\(most)" }
    if let site = group.site { out["\(path).site"] = name(site) }
    if group.remoteShare.value > 0 { out["\(path).remote"] = group.remoteShare.text }
    if !group.proficiencies.isEmpty {
      out["\(path).proficiency"] = flow(
        group.proficiencies.sorted { $0.key < $1.key }.map { (name($0.key), number($0.value)) })
    }
  }

  /// Keys and values on one line; those without a value are left out.
  static func flow(_ pairs: [(String, String?)]) -> String {
    let said = pairs.compactMap { key, value in value.map { "\(key): \($0)" } }
    return "{ " + said.joined(separator: ", ") + " }"
  }

  /// A list on one line.
  static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  /// A stretch of time with its offset.
  static func stretch(_ start: Instant, _ end: Instant, _ zone: ZoneRules) -> [(String, String?)] {
    [
      ("start", TimestampText.text(start, in: zone)), ("end", TimestampText.text(end, in: zone)),
    ]
  }

  /// A number without needless decimals.
  static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// A name as YAML takes it anywhere: in quotes where it is more than letters, digits, `-`, `_` and blanks inside.
  static func name(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last != " "
      && text.allSatisfy { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
      && !["true", "false", "null", "yes", "no"].contains(text.lowercased())
    if isPlain { return text }
    let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"" + String(escaped) + "\""
  }
}
