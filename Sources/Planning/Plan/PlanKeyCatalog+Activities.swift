extension PlanKeyCatalog {
  static let activity = [
    PlanKey(
      "kind", "meeting | training | coaching", "What it is called in the roster. Default: meeting."),
    PlanKey("groups", "list of groups", "Whose agents take part. Default: everybody's."),
    PlanKey("agents", "list of names", "Agents who take part besides. Default: none."),
    PlanKey("length", "duration", "How long it lasts. Required."),
    PlanKey("times", "whole number", "How often each agent takes part. Default: 1."),
    PlanKey(
      "per", "day | week | period",
      "What the number of times is counted over; a day is one with a shift. Default: week."),
    PlanKey(
      "together", "share | all",
      "The least share of those concerned who are there at once. Default: one by one."),
    PlanKey(
      "hours", "hours", "When it may take place: { mon-fri: \"09:00-16:00\" }. Default: any time."),
    PlanKey(
      "days_apart", "whole number",
      "The fewest days from one to the next of the same agent. Default: 1."),
  ]
}
