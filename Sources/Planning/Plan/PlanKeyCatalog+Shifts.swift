extension PlanKeyCatalog {
  static let shifts =
    [
      PlanKey("start_every", "duration", "Shifts start at multiples of it. Default: 30m."),
      PlanKey("breaks", "list of patterns", "The breaks by shift length."),
      PlanKey(
        "before_opening", "duration", "How long before opening a shift may start. Default: 0m."),
      PlanKey("after_closing", "duration", "How long after closing a shift may end. Default: 0m."),
      PlanKey("limits", "list", "How many shifts there may be at a start, on a day, in a week."),
    ] + shiftKinds
  static let pattern = [
    PlanKey(
      "shorter_than", "duration", "The pattern holds for shifts shorter than this. Required."),
    PlanKey("breaks", "list of breaks", "The breaks in the order of the shift. Required."),
    PlanKey(
      "least_work", "duration",
      "The least work before the first break, between two and after the last. Default: as the windows say."
    ),
    PlanKey(
      "most_work", "duration", "The longest stretch of work without a break. Default: no limit."),
  ]
  static let rule = [
    PlanKey("name", "break | lunch", "The activity in the roster. Default: break."),
    PlanKey("length", "duration", "How long it lasts. Required."),
    PlanKey("paid", "true | false", "Whether its time is paid. Default: true."),
    PlanKey(
      "window", "share-share or duration-duration",
      "Earliest and latest start as shares of the shift, such as 36%-56%, or from its start, such as 2h-4h. Required."
    ),
  ]
  static let shiftLimit = [
    PlanKey("per", "start | day | week", "What is counted together. Required."),
    PlanKey(
      "min", "number, hours or share",
      "The fewest: 2 shifts, 40h of paid hours, or 30% of those of the same groups. Default: none."),
    PlanKey("max", "number, hours or share", "The most, likewise. Default: none."),
    PlanKey("unit", "shifts | hours", "What the numbers count. Default: shifts."),
    PlanKey("groups", "list of groups", "The groups counted. Default: all."),
    PlanKey("contracts", "list of contracts", "The contracts counted. Default: all."),
    PlanKey("types", "list of shift types", "The shift types counted. Default: all."),
    PlanKey("days", "days", "The days on which it holds. Default: all."),
    PlanKey(
      "price", "paid hours", "What each unit outside costs. Default: that of an agent-hour short."),
  ]
  static let cover = [
    PlanKey("group", "name", "The group. Required."),
    PlanKey("type", "shift type", "A type with one start and a length. Required."),
    PlanKey("days", "days", "Days of the week, such as mon-fri. Default: every day."),
    PlanKey("date", "date", "One date; it wins over days. Default: none."),
    PlanKey("agents", "whole number", "How many agents. Required."),
    PlanKey(
      "short", "paid hours", "What each agent short costs. Default: the price of uncovered hours."),
    PlanKey(
      "surplus", "paid hours",
      "What each agent more costs. Default: more come only where a hard minimum forces it."),
  ]
  static let schedule = [
    PlanKey(
      "from", "date",
      "The first day where no requirement says it: with cover. Default: the requirement's first day."
    ),
    PlanKey("days", "whole number", "Days, from the first day of the forecast. Default: 7."),
    PlanKey("gap", "share", "The gap to the bound at which the search stops. Default: 1%."),
    PlanKey(
      "effort", "number",
      "How long the search for a group's roster may go on, in billions of steps; each takes about a second. Default: 10."
    ),
    PlanKey("fairness", "section", "What it costs where agents do not share alike."),
    PlanKey(
      "target_over", "interval | day | week",
      "What shifts keep the service levels over: the requirement in each interval, or the target over each day or week, with agents where they serve most. Default: interval."
    ),
    PlanKey("prices", "section", "What hours short, superfluous and at odd times cost."),
    PlanKey(
      "correct", "whole number",
      "By muster run: the most rounds in which the roster is simulated and the requirement corrected where it misses. Default: 0."
    ),
  ]
  static let prices = [
    PlanKey("short", "paid hours", "What an agent-hour short costs. Default: 20h."),
    PlanKey(
      "first_short", "paid hours",
      "What the first agent short of a queue costs for an hour. Default: as the others."),
    PlanKey("queues", "section", "What an agent-hour short costs on some queues, by name."),
    PlanKey(
      "over", "paid hours",
      "What an agent-hour at work beyond the need costs beside its pay. Default: 0h."),
    PlanKey("premiums", "section", "By how much hours cost more at some times, by name."),
  ]
  static let premium = [
    PlanKey("share", "share", "The share added to each paid hour. Required."),
    PlanKey(
      "hours", "from-to", "When by the wall clock, such as \"22:00-06:00\". Default: all day."),
    PlanKey("days", "days", "The days on which the clock shows it. Default: every day."),
    PlanKey("dates", "list of dates", "The only dates on which it is paid. Default: all."),
  ]
}
