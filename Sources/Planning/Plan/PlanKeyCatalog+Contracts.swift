internal import Scheduling

extension PlanKeyCatalog {
  static let contract =
    [
      PlanKey(
        "hours_per_week", "duration, or section",
        "The most paid hours in a week, or { min: 20h, max: 40h }. Required."),
      PlanKey("days_per_week", "whole number", "The most working days in a week. Default: 5."),
      PlanKey(
        "shift_lengths", "list of durations", "From start to end, breaks included. Required."),
      PlanKey("rest", "duration", "The least rest between two shifts; 0h is none. Default: 11h."),
      PlanKey("rules", "list of rules", "Further rules about an agent's shifts. Default: none."),
    ] + contractTerms
  static let contractTerms = [
    PlanKey(
      "hour_price", "number", "What a paid hour costs against one of the others. Default: 1."),
    PlanKey("overtime", "section", "Hours beyond hours_per_week. Default: none."),
    PlanKey("earliest_start", "time of day", "No shift starts before it. Default: any."),
    PlanKey("latest_start", "time of day", "No shift starts after it. Default: any."),
    PlanKey(
      "latest_end", "time of day",
      "No shift ends after it; hours above 24 are those of the next day, 30:00 is 06:00. Default: any."
    ),
    PlanKey("shift_types", "list of shift types", "The only types allowed. Default: any shift."),
    PlanKey(
      "split_shifts", "list",
      "Shifts in two halves with an unpaid gap, beside the others. Default: none."
    ),
  ]
  static let overtime = [
    PlanKey("hours_per_week", "duration", "The most paid hours beyond, in a week. Required."),
    PlanKey(
      "price", "number", "What such an hour costs, in paid hours of the contract. Default: 1.5."),
  ]
  static let splitShift = [
    PlanKey("halves", "list of two durations", "From start to end of each. Required."),
    PlanKey("gap", "duration, or two", "The time between them, such as 2h-4h. Required."),
    PlanKey("price", "paid hours", "What such a shift costs beside its pay. Default: 0h."),
  ]
  static let contractHours = [
    PlanKey("min", "duration", "The fewest paid hours in a week. Default: none."),
    PlanKey("max", "duration", "The most paid hours in a week. Required."),
  ]
  static let contractRule = [
    PlanKey(
      "rule", "rule",
      "Required. One of: "
        + LineRuleCatalog.all.map { entry in
          let terms = entry.takes.map(\.rawValue).joined(separator: ", ")
          return entry.name + (terms.isEmpty ? "" : " (\(terms))")
        }.joined(separator: "; ") + "."),
    PlanKey(
      "min", "number or duration",
      "The least: a duration for rules about times, a number for others. Default: none."),
    PlanKey("max", "number or duration", "The most, likewise. Default: none."),
    PlanKey(
      "price", "paid hours",
      "What each unit outside costs: a day, an hour, a shift, a weekend. Default: the rule is kept whatever it costs."
    ),
    PlanKey(
      "per", "week | month | period | days",
      "What a count runs over; 7d is any 7 days in a row. Default: by rule."),
    PlanKey("types", "list of shift types", "The types the rule is about. Default: all."),
    PlanKey("then", "list of shift types", "The types that may not follow."),
    PlanKey("days", "days", "The days of the week the rule is about. Default: by rule."),
    PlanKey("after", "whole number", "After how many in a row the rule begins. Default: 1."),
  ]
  static let shiftType = [
    PlanKey(
      "start", "time of day, or two",
      "When its shifts start, such as \"08:00\", or from-to, both included. Required."),
    PlanKey("length", "duration", "From start to end, breaks included. Default: any."),
    PlanKey(
      "night", "true | false",
      "Whether its shifts are nights. Default: by how much of each lies in the night."),
  ]
  /// What the section `shifts` says of nights and weekends.
  static let shiftKinds = [
    PlanKey("night", "from-to", "The night by the wall clock. Default: 23:00-06:00."),
    PlanKey(
      "night_shift", "duration",
      "A shift with so much in the night is a night, unless its type says otherwise. Default: 3h."),
    PlanKey("weekend", "days", "The days of the weekend. Default: sat,sun."),
  ]
  static let fairness = [
    PlanKey(
      "hours", "paid hours",
      "What each paid hour from the fair share costs: all who have the same contract share alike. Default: 0.05h."
    ),
    PlanKey("weekends", "paid hours", "For each weekend worked, likewise. Default: 0h."),
    PlanKey("nights", "paid hours", "For each night worked, likewise. Default: 0h."),
  ]
}
