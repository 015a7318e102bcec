import ContactCenter
import Forecasting
import Planning
import Scheduling

/// What a planner reads after a run: answers first, then what to look at.
struct RunSummary {
  let input: RunInput
  let result: RunStages.Result

  /// The summary, without a line end.
  var text: String {
    let rounds = CorrectionText(rounds: result.rounds, best: result.bestRound, plan: plan).lines
    return ([title, "", queueTable, ""] + staffLines + [""] + rounds + advice)
      .joined(separator: "\n")
  }

  private var plan: Plan { input.plan }

  private var scheduled: ClosedRange<CivilDate>? {
    let starts = result.requirement.queues.compactMap { $0.intervals.first?.start }
    guard let first = starts.min().map(plan.grid.date(of:)) else { return nil }
    return first...first.advanced(by: plan.schedule.days - 1)
  }

  private var title: String {
    let period = scheduled.map { "\($0.lowerBound.text) to \($0.upperBound.text)" } ?? "no days"
    return "\(plan.center): \(period) (\(plan.grid.zone.identifier))"
  }

  private var queueTable: String {
    var table = TextTable([
      "queue", "contacts", "peak agents", "target", "service level", "target met in",
      "average wait",
      "abandoned",
    ])
    for queue in result.requirement.queues {
      let inside = queue.intervals.filter { interval in
        scheduled.map { $0.contains(plan.grid.date(of: interval.start)) } ?? false
      }
      let outcome = result.outcome.run(.queue, queue.queue)
      var level = NumberText.percent(outcome?.serviceLevel)
      if let error = outcome?.serviceLevelError { level += " ± " + NumberText.percent(error) }
      table.add([
        queue.queue, NumberText.fixed(outcome?.offered, 0), "\(inside.map(\.agents).max() ?? 0)",
        plan.queue(named: queue.queue)?.target.text ?? "", level,
        NumberText.percent(outcome?.probabilityOfTarget, 0)
          + (plan.schedule.days == 7 ? " of weeks" : " of periods"),
        NumberText.fixed(outcome?.asaSeconds, 1) + " s", NumberText.percent(outcome?.abandonment),
      ])
    }
    return table.text
  }

  private var staffLines: [String] {
    let shifts = result.schedule.shifts
    let people = Set(result.schedule.roster.entries.map(\.agent)).count
    var lines = [
      "Staff: \(people) \(input.data.agents == nil ? "seats" : "agents") work \(shifts.shifts.count) shifts, "
        + "\(NumberText.fixed(shifts.paidHours, 1)) paid hours; "
        + "\(NumberText.fixed(shifts.shortHours, 1)) agent-hours stay uncovered."
    ]
    for row in result.outcome.rows where row.period == .run && row.level == .group {
      lines.append(
        "  \(row.name): \(NumberText.percent(row.occupancy)) of their time on contacts")
    }
    let length = result.forecast.models.map { "\($0.queue) by \($0.model)" }
    lines.append("Forecast: " + length.joined(separator: ", ") + ".")
    lines.append(
      "Service level is counted as "
        + Set(plan.queues.map(\.target.definition.rawValue)).sorted().joined(separator: ", ")
        + "; simulated \(plan.simulation.replications) times, seed \(plan.simulation.seed).")
    return lines
  }

  private var advice: [String] {
    var lines: [String] = []
    for queue in plan.queues {
      guard let row = result.outcome.run(.queue, queue.name), let level = row.serviceLevel,
        let target = queue.target.serviceLevel
      else { continue }
      if level < target.value {
        lines.append(
          "Look at \(queue.name): \(NumberText.percent(level)) is below its \(target.text).")
      }
    }
    if !result.schedule.isComplete {
      lines.append("Not every need is covered: the findings say where and why.")
    }
    return lines.isEmpty ? ["Every queue is expected to meet its target."] : lines
  }
}
