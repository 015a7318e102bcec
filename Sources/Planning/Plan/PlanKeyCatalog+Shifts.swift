extension PlanKeyCatalog {
  static let shifts =
    [
      PlanKey("start_every", "duration", "Shifts start at multiples of it. Default: 30m."),
      PlanKey("breaks", "list of patterns", "The breaks by shift length."),
    ] + shiftKinds
  static let pattern = [
    PlanKey(
      "shorter_than", "duration", "The pattern holds for shifts shorter than this. Required."),
    PlanKey("breaks", "list of breaks", "The breaks in the order of the shift. Required."),
  ]
  static let rule = [
    PlanKey("name", "break | lunch", "The activity in the roster. Default: break."),
    PlanKey("length", "duration", "How long it lasts. Required."),
    PlanKey("paid", "true | false", "Whether its time is paid. Default: true."),
    PlanKey(
      "window", "share-share",
      "Earliest and latest start as shares of the shift, such as 36%-56%. Required."),
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
      "surplus", "paid hours", "What each agent more costs. Default: more are not allowed."),
  ]
  static let schedule = [
    PlanKey(
      "from", "date",
      "The first day where no requirement says it: with cover. Default: the requirement's first day."
    ),
    PlanKey("days", "whole number", "Days, from the first day of the forecast. Default: 7."),
    PlanKey("gap", "share", "The gap to the bound at which the search stops. Default: 1%."),
    PlanKey("fairness", "section", "What it costs where agents do not share alike."),
    PlanKey(
      "correct", "whole number",
      "By muster run: the most rounds in which the roster is simulated and the requirement corrected where it misses. Default: 0."
    ),
  ]
}
