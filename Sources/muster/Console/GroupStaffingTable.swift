import ContactCenter
import Planning
import Staffing

/// What a planner at a terminal sees of a group requirement: agents with their reason, promises, and cost.
struct GroupStaffingTable {
  let result: GroupStaffStage.Result
  let plan: Plan

  /// The three parts, without a line end.
  var text: String { [groups, queues, cost].joined(separator: "\n\n") }

  private var intervals: [GroupStaffingInterval] { result.staffing.intervals }
  private var hours: Double { Double(plan.grid.length.minutes) / 60 }

  /// Peak, sum and reason by day and group.
  private var groups: String {
    var table = TextTable([
      "day", "", "group", "peak agents", "at", "agent-hours", "scheduled", "why not one fewer then",
    ])
    var scheduled: [String: [Instant: Double]] = [:]
    for row in result.staffing.requirement {
      scheduled[row.group, default: [:]][row.start] = row.scheduledAgents ?? 0
    }
    let byDay = Dictionary(grouping: intervals) { plan.grid.date(of: $0.start) }
    for group in plan.groups.map(\.name).sorted() {
      for (day, own) in byDay.sorted(by: { $0.key < $1.key }) {
        let rows = own.compactMap { interval in
          interval.groups.first { $0.group == group }.map { (interval.start, $0) }
        }
        guard let peak = rows.map(\.1.agents).max(),
          let (start, answer) = rows.first(where: { $0.1.agents == peak })
        else { continue }
        let sum = rows.reduce(0) { $0 + Double($1.1.agents) }
        let paid = rows.reduce(0) { $0 + (scheduled[group]?[$1.0] ?? 0) }
        table.add([
          day.text, day.weekday.shortName, group, "\(peak)",
          peak > 0 ? clock(start) : "–", NumberText.fixed(sum * hours, 1),
          NumberText.fixed(paid * hours, 1), answer.reason.text,
        ])
      }
    }
    return table.text
  }

  /// Every promise at its narrowest, and the service level of the whole period.
  private var queues: String {
    var table = TextTable([
      "queue", "promise", "kept in", "narrowest", "on", "whole period",
    ])
    for queue in plan.queues.map(\.name).sorted() {
      for measure in GroupMeasure.allCases {
        let own = intervals.compactMap { interval in
          interval.promises.first { $0.queue == queue && $0.measure == measure }
            .map { (interval.start, $0) }
        }
        let narrowest = own.min { spare($0.1) < spare($1.1) }
        guard let (start, promise) = narrowest else { continue }
        table.add([
          queue, self.promise(promise), "\(own.count { $0.1.isMet }) of \(own.count)",
          value(promise.estimate, promise.halfWidth, measure),
          "\(plan.grid.date(of: start).text) \(clock(start))", period(queue, measure),
        ])
      }
    }
    return table.text
  }

  /// What the answer costs, beside its two ends.
  private var cost: String {
    let own = intervals.reduce(0) { $0 + $1.costPerHour } * hours
    let least = intervals.reduce(0) { $0 + $1.leastCostPerHour } * hours
    let dedicated = intervals.reduce(0) { $0 + $1.dedicatedCostPerHour } * hours
    let unit = plan.groups.contains { $0.costPerHour > 0 } ? "cost" : "agent-hours"
    return
      "\(NumberText.fixed(own, 1)) \(unit); \(NumberText.fixed(dedicated, 1)) with agents of one skill each; "
      + "provably no fewer than \(NumberText.fixed(least, 1)). Each interval in steady state, the plan's routing simulated, seed \(plan.simulation.seed)."
  }

  private func clock(_ start: Instant) -> String {
    String(plan.grid.zone.local(start).text.dropFirst(11).prefix(5))
  }

  /// How far a promise is kept; one without estimate has nothing to break it.
  private func spare(_ promise: GroupPromise) -> Double {
    guard let estimate = promise.estimate else { return promise.isMet ? .infinity : -.infinity }
    switch promise.measure {
    case .serviceLevel: return estimate - promise.limit
    case .asa: return promise.limit > 0 ? 1 - estimate / promise.limit : -estimate
    case .abandonment, .occupancy: return promise.limit - estimate
    }
  }

  private func promise(_ promise: GroupPromise) -> String {
    let target = plan.queue(named: promise.queue)?.target
    return switch promise.measure {
    case .serviceLevel: "\(Share(promise.limit).text)/\(target?.threshold.text ?? "")"
    case .asa: "asa <= \(Seconds(promise.limit).text)"
    case .abandonment: "abandonment <= \(Share(promise.limit).text)"
    case .occupancy: "occupancy <= \(Share(promise.limit).text)"
    }
  }

  private func value(_ value: Double?, _ error: Double?, _ measure: GroupMeasure) -> String {
    measure == .asa
      ? NumberText.fixed(value, 1, within: error) + " s"
      : NumberText.percent(value, within: error)
  }

  private func period(_ queue: String, _ measure: GroupMeasure) -> String {
    let row = result.outcome.run(.queue, queue)
    return switch measure {
    case .serviceLevel: value(row?.serviceLevel, row?.serviceLevelError, measure)
    case .asa: value(row?.asaSeconds, row?.asaErrorSeconds, measure)
    case .abandonment: value(row?.abandonment, row?.abandonmentError, measure)
    case .occupancy: ""
    }
  }
}
