internal import ContactCenter

/// The `queues` section of a plan.
enum QueueSection {
  /// The queues in the order of the file; their steps and reserves are read when the groups are known.
  static func read(
    _ node: PlanNode, zone: ZoneRules, localTime: LocalTimePolicy, span: TargetSpan = .interval
  ) throws(PlanError) -> [Queue] {
    var queues: [Queue] = []
    let entries = try node.named()
    let context = PlanContext(zone: zone, localTime: localTime, queues: entries.map(\.name))
    for (name, value) in entries {
      guard !name.isEmpty else { throw value.error("a queue has no name") }
      queues.append(try queue(name, value, context, span))
    }
    guard !queues.isEmpty else {
      throw node.error(
        "queues is empty", hint: "Maybe add support: { channel: voice, target: 80/20 }.")
    }
    return queues
  }

  private static func queue(
    _ name: String, _ node: PlanNode, _ context: PlanContext, _ span: TargetSpan
  ) throws(PlanError) -> Queue {
    let keys = try node.section(PlanKeyCatalog.queue)
    let channel = try keys["channel"].map(channel) ?? Channel(name: "voice", mode: .live)
    let definition =
      try keys["service_level"]?.choice(ServiceLevelDefinition.self) ?? .offered
    var target = ServiceTarget.usual(for: channel, definition: definition)
    if let node = keys["target"] {
      target = try node.value("a target") { ServiceTarget(text: $0, definition: definition) }
    }
    if channel.mode != .deferred { target.span = span }
    if let node = keys["target_over"] {
      target.span = try node.choice(TargetSpan.self)
      guard channel.mode != .deferred || target.span == .interval else {
        throw node.error(
          "target_over is \(target.span.rawValue), but work of channel \(channel.name) has a deadline of its own",
          hint: "Maybe leave it out here: it is for customers who wait.")
      }
    }
    target.maximumASA = try keys["max_asa"]?.positiveSeconds()
    target.maximumAbandonment = try keys["max_abandonment"]?.share()
    target.maximumOccupancy = try keys["max_occupancy"]?.share()
    if let occupancy = target.maximumOccupancy, occupancy.value == 0,
      let node = keys["max_occupancy"]
    {
      throw node.error("max_occupancy is 0: no agent could ever take a contact")
    }
    var queue = Queue(
      name: name, channel: channel, openingHours: try keys["open"].map(hours),
      handleTime: try keys["handle_time"]?.positiveSeconds(),
      handleTimeVariation: try keys["handle_time_cv"]?.number(0.01...20) ?? 1,
      patience: try keys["patience"]?.positiveSeconds(), target: target,
      priority: try keys["priority"]?.whole(1...1000) ?? 1,
      sessions: try keys["sessions"]?.whole(1...50),
      minimumAgents: try keys["minimum_agents"]?.whole(0...100_000) ?? 0)
    queue.regions = try keys["regions"].map(regions) ?? []
    (_, queue.maximumAgents) = try FloorSection.read(keys, of: node)
    try BehaviorSection.read(keys, into: &queue, context)
    try WorkSection.read(keys, into: &queue)
    try RoutingSection.read(keys, into: &queue)
    return queue
  }

  /// One name, or a list of them.
  private static func regions(_ node: PlanNode) throws(PlanError) -> [String] {
    var names: [String] = []
    for item in node.isScalar ? [node] : try node.list() { names.append(try item.ownName()) }
    return names
  }

  private static func channel(_ node: PlanNode) throws(PlanError) -> Channel {
    let name = try node.text()
    if let channel = ChannelCatalog.channel(named: name) { return channel }
    let known = ChannelCatalog.all.map(\.name)
    throw node.error(
      "channel is \"\(name)\", which is not known",
      hint: nearestName(to: name, in: known).map { "Maybe \"\($0)\" is meant." }
        ?? "Maybe one of: \(known.joined(separator: ", ")).")
  }

  /// `24h`, one stretch for every day, or days with a stretch or a list of stretches.
  static func hours(_ node: PlanNode) throws(PlanError) -> OpeningHours {
    if node.isScalar {
      let text = try node.text()
      if text == "24h" || text == "always" { return .always }
      let stretch = try stretch(node)
      return OpeningHours(week: Array(repeating: [stretch], count: 7))
    }
    var week: [[OpeningHours.Stretch]] = Array(repeating: [], count: 7)
    for (days, value) in try node.named() {
      guard let weekdays = weekdays(days) else {
        throw value.error("\"\(days)\" names no days", hint: "Maybe write mon-fri, sat or sun.")
      }
      var stretches: [OpeningHours.Stretch] = []
      if value.isList {
        for item in try value.list() { stretches.append(try stretch(item)) }
      } else if try value.text() == "24h" {
        stretches = [OpeningHours.Stretch(start: 0, end: 1440)]
      } else {
        stretches = [try stretch(value)]
      }
      stretches.sort { $0.start < $1.start }
      for (a, b) in zip(stretches, stretches.dropFirst()) where a.end > b.start {
        throw value.error("the stretches of \(days) overlap")
      }
      for day in weekdays {
        guard week[day.rawValue].isEmpty else {
          throw value.error("\(day.shortName) is given twice in open")
        }
        week[day.rawValue] = stretches
      }
    }
    return OpeningHours(week: week)
  }

  private static func stretch(_ node: PlanNode) throws(PlanError) -> OpeningHours.Stretch {
    try node.value("opening hours from-to") { OpeningHours.Stretch(text: $0) }
  }

  /// `mon`, `mon-fri`, `daily`, or a list with commas.
  static func weekdays(_ text: String) -> [Weekday]? {
    if text == "daily" { return Weekday.allCases }
    var result: [Weekday] = []
    for part in text.split(separator: ",") {
      let ends = part.split(separator: "-").map { $0.filter { $0 != " " } }
      guard let first = ends.first.flatMap({ Weekday(text: $0) }),
        let last = ends.last.flatMap({ Weekday(text: $0) }), ends.count <= 2
      else { return nil }
      var day = first.rawValue
      while true {
        result.append(Weekday.allCases[day])
        if day == last.rawValue { break }
        day = (day + 1) % 7
      }
    }
    return result.isEmpty ? nil : result
  }
}
