internal import ContactCenter
internal import Scheduling

extension PlanText {
  /// What contracts, shift types and fairness say, in the words of the plan, so that it reads back.
  static func addContracts(of plan: Plan, to out: inout [String: String]) {
    for type in plan.shiftRules.types {
      let ends = Set([type.starts.lowerBound, type.starts.upperBound]).sorted()
      out["shift_types.\(type.name)"] = flow([
        ("start", "\"\(ends.map(timeOfDay).joined(separator: "-"))\""),
        ("length", type.minutes.map(minutes)), ("night", type.isNight.map { "\($0)" }),
      ])
    }
    let usual = ShiftRules.usual
    let rules = plan.shiftRules
    if rules.night != usual.night {
      out["shifts.night"] =
        "\"\(timeOfDay(rules.night.lowerBound))-\(timeOfDay(rules.night.upperBound % 1440))\""
    }
    if rules.nightShiftMinutes != usual.nightShiftMinutes {
      out["shifts.night_shift"] = minutes(rules.nightShiftMinutes)
    }
    if rules.weekend != usual.weekend { out["shifts.weekend"] = weekdays(rules.weekend) }
    let fairness = plan.schedule.fairness
    if fairness != FairnessPrices() {
      out["schedule.fairness"] = flow([
        ("hours", hours(fairness.hours)), ("weekends", hours(fairness.weekends)),
        ("nights", hours(fairness.nights)),
      ])
    }
    for contract in plan.contracts { add(contract, to: &out) }
  }

  private static func add(_ contract: Contract, to out: inout [String: String]) {
    let path = "contracts.\(contract.name)"
    let most = hours(contract.hoursPerWeek)
    out["\(path).hours_per_week"] =
      contract.minimumHoursPerWeek.map { flow([("min", hours($0)), ("max", most)]) } ?? most
    out["\(path).days_per_week"] = "\(contract.daysPerWeek)"
    out["\(path).rest"] = "\(contract.restMinutes)m"
    out["\(path).shift_lengths"] = list(contract.shiftMinutes.map { "\($0)m" })
    if !contract.rules.isEmpty { out["\(path).rules"] = list(contract.rules.map(text)) }
  }

  private static func text(of terms: RuleTerms) -> String {
    let inHours = LineRuleCatalog.all.first { $0.name == terms.rule }?.numbers == .hours
    func limit(_ value: Double) -> String {
      inHours ? minutes(Int(exactly: (value * 60).rounded()) ?? 0) : number(value)
    }
    return flow([
      ("rule", terms.rule), ("min", terms.minimum.map(limit)), ("max", terms.maximum.map(limit)),
      ("per", terms.span.map(text)), ("types", names(terms.shiftTypes)),
      ("then", names(terms.followers)),
      ("days", terms.weekdays.isEmpty ? nil : weekdays(terms.weekdays)),
      ("after", terms.after.map { "\($0)" }), ("price", terms.price.map(hours)),
    ])
  }

  private static func text(of span: RuleTerms.Span) -> String {
    switch span {
    case .week: "week"
    case .month: "month"
    case .period: "period"
    case .days(let days): "\(days)d"
    }
  }

  private static func names(_ types: [String]) -> String? {
    types.isEmpty ? nil : list(types.map(name))
  }

  private static func weekdays(_ days: Set<Weekday>) -> String {
    list(days.sorted().map { $0.shortName.lowercased() })
  }

  private static func hours(_ value: Double) -> String { "\(number(value))h" }

  private static func minutes(_ value: Int) -> String { Seconds(Double(value) * 60).text }
}
