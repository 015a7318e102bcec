extension PlanKeyCatalog {
  static let group = [
    PlanKey("queues", "list of queues", "The queues served, first choice first. Required."),
    PlanKey(
      "choose_queue", "policy",
      "How a free agent chooses: priority, oldest, weighted-wait, nearest-deadline, longest-queue or score. "
        + "Default: priority."),
    PlanKey("cost_per_hour", "number", "What an agent costs in an hour. Default: 0."),
    PlanKey(
      "minimum_agents", "whole number", "The fewest agents while a queue is open. Default: 0."),
    PlanKey("maximum_agents", "whole number", "The most agents at once. Default: no limit."),
    PlanKey(
      "site", "name", "Where the agents work, unless the agents file says otherwise. Default: none."
    ),
    PlanKey(
      "remote", "share",
      "Agents who work away from the site, of those of whom the agents file does not say. Default: 0%."
    ),
    PlanKey(
      "proficiency", "queue: number",
      "Speed against the standard agent; an agent's own multiplies it. Default: 1."),
  ]
  static let site = [
    PlanKey(
      "seats", "whole number",
      "The most agents who sit there at once; remote agents take none. Default: no limit."),
    PlanKey("minimum_agents", "whole number", "The fewest agents while open. Default: 0."),
  ]
  static let shrinkage = [
    PlanKey("mode", "additive | compounded", "How categories add up. Default: additive."),
    PlanKey(
      "categories", "name: share, or section",
      "The shares of time lost, by reason, such as sickness: 4%."),
  ]
  static let shrinkageCategory = [
    PlanKey("share", "share", "The share of the base's time that is lost. Required."),
    PlanKey(
      "base", "paid | scheduled | logged-in",
      "What it is a share of; bases compound. Default: scheduled."),
    PlanKey(
      "planned", "true | false",
      "Whether it is known in advance. Default: by its name; false for sickness, absence, lateness and system."
    ),
    PlanKey(
      "place", "office | away",
      "Part of the shift at work, or the whole shift away. Default: by its name; away for sickness, absence, "
        + "vacation, leave and holidays."),
    PlanKey(
      "breaks", "true | false",
      "Whether it stands for breaks: left out where shifts hold breaks. Default: true for breaks and lunch."
    ),
    PlanKey("when", "hours", "When it occurs, such as { mon: \"08:00-12:00\" }. Default: always."),
  ]
  static let line = [
    PlanKey("queues", "list of queues", "The queues that share the places. Required."),
    PlanKey("places", "whole number", "How many; contacts that find none are blocked. Required."),
    PlanKey(
      "kind", "trunk | waiting-room",
      "A place is taken from arrival until talking ends, or while waiting. Default: trunk."),
  ]
  static let attendance = [
    PlanKey("late", "section", "Shifts that begin late."),
    PlanKey(
      "shift_end", "finish | hand-over",
      "What agents do with contacts in progress when their time is up. Default: finish."),
    PlanKey("site_outages", "list", "When nobody can work at a site; remote agents go on."),
  ]
  static let late = [
    PlanKey("share", "share", "The share of shifts that begin late. Required."),
    PlanKey("mean", "duration", "Their mean delay. Default: 5m."),
  ]
  static let siteOutage = [PlanKey("site", "name", "The site. Required.")] + outage
  static let rampUp = [
    PlanKey("weeks", "whole number", "From the day of hiring until full speed. Required."),
    PlanKey("from", "share", "Speed on the first day. Required."),
  ]
}
