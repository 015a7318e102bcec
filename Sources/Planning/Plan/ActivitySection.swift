internal import ContactCenter

/// The `activities` section of a plan.
enum ActivitySection {
  /// Reads the entries, in order of name.
  ///
  /// *Throws*: `PlanError` for a group the plan does not have, and hours too short for the activity.
  static func read(_ node: PlanNode, groups: [AgentGroup]) throws(PlanError) -> [ActivityRequest] {
    var requests: [ActivityRequest] = []
    for (name, value) in try node.named() {
      requests.append(try request(name, value, groups: groups.map(\.name)))
    }
    return requests.sorted { $0.name < $1.name }
  }

  private static func request(
    _ name: String, _ node: PlanNode, groups: [String]
  ) throws(PlanError) -> ActivityRequest {
    let keys = try node.section(PlanKeyCatalog.activity)
    let length = try node.required("length", in: keys, example: "30m")
    var request = ActivityRequest(name: name, minutes: try length.minutes())
    guard request.minutes <= 1440 else {
      throw length.error(
        "activity \(name) lasts longer than a day", hint: "Maybe write it as several times.")
    }
    request.kind = try keys["kind"].map(kind) ?? .meeting
    for item in try keys["groups"]?.list() ?? [] {
      request.groups.insert(try item.name(of: "group", in: groups))
    }
    for item in try keys["agents"]?.list() ?? [] { request.agents.insert(try item.ownName()) }
    if let times = keys["times"] { request.times = try times.whole(1...50) }
    if let per = keys["per"] { request.span = try per.choice(ActivityRequest.Span.self) }
    if let share = keys["together"] { request.together = try together(share) }
    if let days = keys["days_apart"] { request.daysApart = try days.whole(1...366) }
    if let node = keys["hours"] {
      let hours = try QueueSection.hours(node)
      let longest = hours.week.joined().map { $0.end - $0.start }.max() ?? 0
      guard longest >= min(request.minutes, 1440) else {
        throw node.error(
          "activity \(name) lasts \(request.minutes) minutes, longer than any of its hours",
          hint: "Maybe write hours: { mon-fri: \"09:00-17:00\" }.")
      }
      request.hours = hours
    }
    return request
  }

  private static func kind(_ node: PlanNode) throws(PlanError) -> RosterActivity {
    let known: [RosterActivity] = [.meeting, .training, .coaching]
    let name = try node.name(of: "kind of activity", in: known.map(\.rawValue))
    return known.first { $0.rawValue == name } ?? .meeting
  }

  /// The least share who must be there at once: `all` or a share above zero.
  private static func together(_ node: PlanNode) throws(PlanError) -> Share {
    try node.value("a share above zero, or all") { text in
      if text == "all" { return Share(1) }
      return Share(text: text).flatMap { $0.value > 0 ? $0 : nil }
    }
  }
}
