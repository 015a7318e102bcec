internal import ContactCenter
internal import Forecasting

/// A plan with every default filled in, as keys and values: what the manifest keeps.
public enum PlanText {
  /// Each resolved key of a plan with its value.
  public static func resolved(_ plan: Plan) -> [String: String] {
    var out: [String: String] = [
      "center": plan.center, "timezone": plan.grid.zone.identifier,
      "interval": "\(plan.grid.length.minutes)m", "time.overlap": plan.localTime.overlap.rawValue,
      "time.gap": plan.localTime.gap.rawValue, "shrinkage.mode": plan.shrinkage.mode.rawValue,
      "shifts.start_every": "\(plan.shiftRules.startEveryMinutes)m",
      "forecast.horizon": "\(plan.forecast.horizonDays)d", "forecast.model": plan.forecast.model,
      "forecast.reconcile": plan.forecast.reconciliation.rawValue,
      "schedule.days": "\(plan.schedule.days)", "schedule.gap": Share(plan.schedule.gap).text,
      "simulation.replications": "\(plan.simulation.replications)",
      "simulation.seed": "\(plan.simulation.seed)",
      "simulation.start": plan.simulation.start.rawValue,
    ]
    for category in plan.shrinkage.categories {
      out["shrinkage.categories.\(category.name)"] = text(of: category)
    }
    for queue in plan.queues {
      add(queue, to: &out)
      addBehavior(of: queue, zone: plan.grid.zone, to: &out)
    }
    addCenter(of: plan, to: &out)
    addShifts(of: plan, to: &out)
    addContracts(of: plan, to: &out)
    addActivities(of: plan, to: &out)
    return out
  }

  private static func add(_ queue: Queue, to out: inout [String: String]) {
    let path = "queues.\(queue.name)"
    out["\(path).channel"] = queue.channel.name
    var target = queue.target
    target.span = .interval
    out["\(path).target"] = target.text
    out["\(path).target_over"] = queue.target.span.rawValue
    out["\(path).service_level"] = queue.target.definition.rawValue
    out["\(path).patience"] = queue.patience?.text ?? "infinite"
    out["\(path).handle_time"] = queue.handleTime?.text ?? "from history"
    if queue.handleTimeShape == nil {
      out["\(path).handle_time_cv"] = "\(queue.handleTimeVariation)"
    }
    out["\(path).priority"] = "\(queue.priority)"
    out["\(path).sessions"] = "\(queue.sessions)"
    out["\(path).minimum_agents"] = "\(queue.minimumAgents)"
    if let most = queue.maximumAgents { out["\(path).maximum_agents"] = "\(most)" }
    out["\(path).open"] = queue.openingHours.map(hours) ?? "learned from history"
  }

  private static func hours(_ hours: OpeningHours) -> String {
    Weekday.allCases.compactMap { day in
      let stretches = hours.week[day.rawValue].map { "\(timeOfDay($0.start))-\(timeOfDay($0.end))" }
      return stretches.isEmpty ? nil : "\(day.shortName) \(stretches.joined(separator: "+"))"
    }.joined(separator: ", ")
  }

  /// A share alone where everything else is what the name says.
  private static func text(of category: ShrinkageLedger.Category) -> String {
    guard category != .init(name: category.name, share: category.share) else {
      return category.share.text
    }
    return flow([
      ("share", category.share.text), ("base", category.base.rawValue),
      ("planned", "\(category.isPlanned)"), ("place", category.place.rawValue),
      ("breaks", "\(category.isBreak)"), ("when", category.hours.map(flowHours)),
    ])
  }

  /// Hours as the plan writes them.
  static func flowHours(_ hours: OpeningHours) -> String {
    flow(
      Weekday.allCases.map { day in
        let stretches = hours.week[day.rawValue].map {
          "\"\(timeOfDay($0.start))-\(timeOfDay($0.end))\""
        }
        return (day.shortName.lowercased(), stretches.isEmpty ? nil : list(stretches))
      })
  }

  static func timeOfDay(_ minute: Int) -> String {
    let hour = String(100 + minute / 60).dropFirst()
    return "\(hour):\(String(100 + minute % 60).dropFirst())"
  }
}
