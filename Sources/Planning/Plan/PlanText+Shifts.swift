internal import ContactCenter

extension PlanText {
  /// What shifts, cover and the schedule say beyond the usual, in the words of the plan.
  static func addShifts(of plan: Plan, to out: inout [String: String]) {
    if let from = plan.schedule.from { out["schedule.from"] = from.text }
    if plan.schedule.targetSpan != .interval {
      out["schedule.target_over"] = plan.schedule.targetSpan.rawValue
    }
    let rules = plan.shiftRules
    if rules.beforeOpeningMinutes > 0 {
      out["shifts.before_opening"] = "\(rules.beforeOpeningMinutes)m"
    }
    if rules.afterClosingMinutes > 0 {
      out["shifts.after_closing"] = "\(rules.afterClosingMinutes)m"
    }
    if !rules.limits.isEmpty { out["shifts.limits"] = list(rules.limits.map(text)) }
    addPrices(plan.schedule.prices, to: &out)
    for contract in plan.contracts { addTerms(of: contract, to: &out) }
    if plan.schedule.effort != 10 { out["schedule.effort"] = number(plan.schedule.effort) }
    if plan.schedule.corrections > 0 { out["schedule.correct"] = "\(plan.schedule.corrections)" }
    if !plan.cover.isEmpty { out["cover"] = list(plan.cover.map(text)) }
  }

  private static func text(of rule: CoverRule) -> String {
    var when: (String, String)
    switch rule.days {
    case .weekdays(let days): when = ("days", list(days.sorted().map(\.shortName)))
    case .date(let date): when = ("date", date.text)
    }
    return flow([
      ("group", rule.group), ("type", rule.shiftType), (when.0, when.1),
      ("agents", "\(rule.agents)"), ("short", rule.shortPrice.map { "\(number($0))h" }),
      ("surplus", rule.surplusPrice.map { "\(number($0))h" }),
    ])
  }

  /// A limit of shifts in the words of the plan.
  static func text(of limit: ShiftLimit) -> String {
    func bound(_ value: Double?) -> String? {
      value.map {
        limit.isShare ? "\(number($0 * 100))%" : number($0) + (limit.unit == .hours ? "h" : "")
      }
    }
    func names(_ set: Set<String>) -> String? {
      set.isEmpty ? nil : list(set.sorted().map(name))
    }
    return flow([
      ("per", limit.span.rawValue), ("min", bound(limit.minimum)), ("max", bound(limit.maximum)),
      ("unit", limit.unit.rawValue), ("groups", names(limit.groups)),
      ("contracts", names(limit.contracts)), ("types", names(limit.shiftTypes)),
      (
        "days",
        limit.weekdays.isEmpty
          ? nil : list(limit.weekdays.sorted().map { $0.shortName.lowercased() })
      ), ("price", limit.price.map { "\(number($0))h" }),
    ])
  }

  private static func addPrices(_ prices: SchedulePrices, to out: inout [String: String]) {
    let usual = SchedulePrices()
    let path = "schedule.prices"
    if prices.short != usual.short { out["\(path).short"] = "\(number(prices.short))h" }
    if let first = prices.firstShort { out["\(path).first_short"] = "\(number(first))h" }
    if prices.over != 0 { out["\(path).over"] = "\(number(prices.over))h" }
    for (queue, price) in prices.shortByQueue {
      out["\(path).queues.\(queue)"] = "\(number(price))h"
    }
    for premium in prices.premiums {
      out["\(path).premiums.\(premium.name)"] = flow([
        ("share", "\(number(premium.share * 100))%"),
        ("when", premium.hours.map(flowHours)),
        ("dates", premium.dates.map { list($0.sorted().map(\.text)) }),
      ])
    }
  }

  private static func addTerms(of contract: Contract, to out: inout [String: String]) {
    let path = "contracts.\(contract.name)"
    if contract.hourPrice != 1 { out["\(path).hour_price"] = number(contract.hourPrice) }
    if let terms = contract.overtime {
      out["\(path).overtime"] = flow([
        ("hours_per_week", "\(number(terms.hoursPerWeek))h"), ("price", number(terms.price)),
      ])
    }
    if let minute = contract.earliestStart {
      out["\(path).earliest_start"] = "\"\(timeOfDay(minute))\""
    }
    if let minute = contract.latestStart {
      out["\(path).latest_start"] = "\"\(timeOfDay(minute))\""
    }
    if let minute = contract.latestEnd {
      out["\(path).latest_end"] = "\"\(timeOfDay(minute))\""
    }
    if !contract.shiftTypes.isEmpty {
      out["\(path).shift_types"] = list(contract.shiftTypes.sorted().map(name))
    }
    if !contract.splitShifts.isEmpty {
      out["\(path).split_shifts"] = list(
        contract.splitShifts.map { split in
          flow([
            ("halves", list(["\(split.firstMinutes)m", "\(split.secondMinutes)m"])),
            ("gap", "\(split.gapMinutes.lowerBound)m-\(split.gapMinutes.upperBound)m"),
            ("price", split.price > 0 ? "\(number(split.price))h" : nil),
          ])
        })
    }
  }
}
