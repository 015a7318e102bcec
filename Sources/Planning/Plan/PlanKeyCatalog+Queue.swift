extension PlanKeyCatalog {
  /// The sections inside a queue.
  static let queueSections: [(path: String, keys: [PlanKey])] = [
    ("queues.*.busyness", busyness), ("queues.*.preferred", preferred),
    ("queues.*.redial", redial), ("queues.*.transfers", transfer),
    ("queues.*.recontact", recontact), ("queues.*.self_service", selfService),
    ("queues.*.self_service.outages", outage), ("queues.*.callback", callback),
    ("queues.*.campaigns", campaign),
    ("queues.*.conversation", conversation), ("queues.*.outbound", outbound),
    ("queues.*.score", score), ("queues.*.steps", step), ("queues.*.steps.when", condition),
  ]

  /// What customers do.
  static let queueCustomers = [
    PlanKey(
      "patience_shape", "shape",
      "How patience spreads around its mean; shapes as under handle_time_shape. Default: exponential."
    ),
    PlanKey("busyness", "section", "How much days and intervals differ beyond chance."),
    PlanKey("balking", "share", "Those who leave at once where nobody is free. Default: 0%."),
    PlanKey(
      "max_waiting", "whole number",
      "The most contacts that may wait; further ones are blocked. Default: no limit."),
    PlanKey("preferred", "section", "Customers served before the others of the queue."),
    PlanKey("redial", "section", "Those who try again after giving up or finding it busy."),
    PlanKey(
      "transfers", "list", "Answered contacts handed to other queues: [{ share: 8%, to: sales }]."),
    PlanKey("recontact", "section", "Answered contacts whose matter was not settled."),
    PlanKey("self_service", "section", "The IVR or bot in front of the queue."),
    PlanKey("callback", "section", "The offer to be called back in place of waiting."),
    PlanKey(
      "campaigns", "list", "Pushes and surveys that bring contacts beside the forecast."),
  ]
  /// How contacts are worked.
  static let queueWork = [
    PlanKey(
      "handle_time_shape", "shape",
      "How handle times spread: exponential, constant, uniform, lognormal 0.8, gamma 0.5, erlang 3, weibull 0.7, "
        + "hyperexponential 20% x5, or a list of durations to draw from. Default: by handle_time_cv."
    ),
    PlanKey(
      "handle_time_by_sessions", "list of numbers",
      "What handle time is multiplied by at 1, 2, … sessions at once, such as [1, 1.2, 1.4]. Default: nothing."
    ),
    PlanKey("conversation", "section", "A contact in turns, between which the customer thinks."),
    PlanKey(
      "interruptible", "true | false",
      "Whether live work takes agents away from these contacts. Default: false."),
    PlanKey(
      "wrap_up", "share",
      "The part of handle time after the customer has gone: it holds the agent and no line. Default: 0%."
    ),
    PlanKey(
      "clock", "always | open-hours",
      "Which hours count toward the target's threshold; open-hours needs open. Default: always."),
    PlanKey(
      "closing", "serve | dismiss",
      "What happens to those who wait when the queue closes; dismiss needs open. Default: serve."),
    PlanKey(
      "backlog", "whole number", "Contacts that wait when the forecast begins. Default: 0."),
    PlanKey(
      "outbound", "section", "Contacts the center makes itself; volumes are numbers to dial."),
  ]
  /// Who takes a contact.
  static let queueRouting = [
    PlanKey(
      "choose_agent", "policy",
      "longest-idle, most-idle-group, least-occupied, round-robin, best-proficiency, lowest-cost or fewest-skills. "
        + "Default: longest-idle."),
    PlanKey("weight", "number", "What a wait is multiplied by under weighted-wait. Default: 1."),
    PlanKey("score", "section", "Base and slope under choose_queue: score."),
    PlanKey(
      "steps", "list", "What happens to contacts that still wait after a while: a routing script."),
    PlanKey(
      "reserve", "group: number", "Idle agents of a group that this queue's contacts leave alone."),
    PlanKey(
      "last_agent", "true | false",
      "Whether customers who are back go to the agent of last time if free. Default: false."),
    PlanKey("site", "name", "The site whose agents are preferred among equals. Default: none."),
  ]

  static let busyness = [
    PlanKey(
      "day", "number",
      "Standard deviation over mean of a factor on whole days. Default: as the forecast's quantiles say."
    ),
    PlanKey("interval", "number", "The same for each interval by itself. Default: 0."),
    PlanKey(
      "correlation", "share",
      "How much busy days of this queue are those of the others. Default: 0%."
    ),
  ]
  static let preferred = [
    PlanKey("share", "share", "The share of contacts that is preferred. Required."),
    PlanKey("patience", "number", "What their patience is multiplied by. Default: 1."),
  ]
  static let redial = [
    PlanKey("after_abandonment", "share", "Abandoned contacts that try again. Default: 0%."),
    PlanKey("after_block", "share", "Blocked contacts that try again. Default: 0%."),
    PlanKey("delay", "duration", "Mean time until the next attempt. Required."),
    PlanKey("attempts", "whole number", "The most, the first included. Default: no limit."),
    PlanKey("to", "queue", "Where the next attempt comes. Default: the same queue."),
  ]
  static let transfer = [
    PlanKey("share", "share", "The share of answered contacts. Required."),
    PlanKey("to", "queue", "The queue they are handed to. Required."),
  ]
  static let recontact = [
    PlanKey("share", "share", "The share of answered contacts that come back. Required."),
    PlanKey("delay", "duration", "Mean time until they do. Required."),
    PlanKey("to", "queue", "The queue they come back to. Default: the same queue."),
  ]
  static let selfService = [
    PlanKey("time", "duration", "Mean time spent with it. Required."),
    PlanKey("shape", "shape", "How that time spreads. Default: exponential."),
    PlanKey("containment", "share", "Those it serves who need no agent afterwards. Required."),
    PlanKey("leakage", "share", "Those who ask for an agent at once. Default: 0%."),
    PlanKey("ports", "whole number", "Contacts it serves at once. Default: no limit."),
    PlanKey(
      "extra_handle_time", "duration",
      "Added to the handle time of those who went through it in vain. Default: 0s."),
    PlanKey(
      "outages", "list", "When it is out of order and contacts go straight to the queue."),
  ]
  static let outage = [
    PlanKey("start", "time", "The first instant, such as 2026-03-09T08:00. Required."),
    PlanKey("end", "time", "The first instant after it. Required."),
  ]
  static let callback = [
    PlanKey(
      "kind", "virtual-hold | after 2h",
      "Called when the place in line comes up, or so long after. Default: virtual-hold."),
    PlanKey("expected_wait", "duration", "The offer is made above this. Required."),
    PlanKey("acceptance", "share", "Those asked who accept. Required."),
    PlanKey("reached", "share", "Calls that reach the customer. Default: 100%."),
    PlanKey("attempt", "duration", "The agent's time on a call that does not. Default: 30s."),
    PlanKey(
      "declined_patience", "number", "What patience is multiplied by after declining. Default: 1."),
  ]
  static let campaign = [
    PlanKey("start", "time", "When it is sent, such as 2026-03-09T10:00. Required."),
    PlanKey("sent", "number", "Customers it is sent to. Required."),
    PlanKey("response", "share", "Those who contact the queue because of it. Required."),
    PlanKey("half_life", "duration", "Half of those still to come do within it."),
    PlanKey(
      "curve", "list of shares",
      "In place of half_life: the shares of all responses by stretch of time, such as [40%, 30%, 20%]."
    ),
    PlanKey("every", "duration", "The stretch of the curve's shares. Default: 1h."),
  ]
  static let conversation = [
    PlanKey("turns", "number", "Mean number of the agent's turns, at least 1. Required."),
    PlanKey("thinking", "duration", "Mean time of the customer between two turns. Required."),
    PlanKey(
      "keeps_session", "true | false",
      "Whether a session stays taken while the customer thinks. Default: true."),
  ]
  static let outbound = [
    PlanKey("pacing", "preview | progressive | predictive", "How numbers are dialed. Required."),
    PlanKey("connected", "share", "Attempts that someone answers. Required."),
    PlanKey("right_party", "share", "Of these, those who reach the right one. Default: 100%."),
    PlanKey("attempt", "duration", "Mean time from dialing to an answer or none. Required."),
    PlanKey("wrong_party", "duration", "The agent's time with a wrong one. Default: 20s."),
    PlanKey(
      "abandonment_cap", "share", "Connected calls that may find no agent in time. Default: 3%."),
    PlanKey("patience", "duration", "How long a connected customer waits. Default: 2s."),
    PlanKey("reserve", "whole number", "Idle agents of a group left for others. Default: 0."),
  ]
  static let score = [
    PlanKey("base", "number", "The score of a contact that has just come. Default: 0."),
    PlanKey("slope", "number", "What a second of waiting adds. Default: 1."),
  ]
  static let step = [
    PlanKey("after", "duration", "Time waited; 0s is on arrival. Required."),
    PlanKey("when", "section", "What must hold then; asked once. Default: nothing."),
    PlanKey("open", "list of groups", "Groups that may take the contact from then on."),
    PlanKey("move", "queue", "The queue whose line the contact joins at its end."),
    PlanKey("dismiss", "true", "The contact is sent away and counts as abandoned."),
  ]
  static let condition = [
    PlanKey("waiting_at_least", "whole number", "Contacts that wait in the queue."),
    PlanKey("idle_at_most", "whole number", "Idle agents of groups that serve the queue."),
    PlanKey("expected_wait_at_least", "duration", "What a contact that came now would wait."),
  ]
}
