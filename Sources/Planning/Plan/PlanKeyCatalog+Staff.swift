extension PlanKeyCatalog {
  static let group = [
    PlanKey("queues", "list of queues", "The queues served, first choice first. Required."),
    PlanKey(
      "choose_queue", "policy",
      "How a free agent chooses: priority, oldest, weighted-wait, nearest-deadline, longest-queue or score. "
        + "Default: priority."),
    PlanKey("cost_per_hour", "number", "What an agent costs in an hour. Default: 0."),
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
