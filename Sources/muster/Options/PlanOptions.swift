import ArgumentParser
import ContactCenter
import Planning

/// The plan of a command: a plan file, flags, or flags over a plan file.
struct PlanOptions: ParsableArguments {
  @Option(help: "The plan file; flags override it.")
  var plan: String?

  @Option(help: "The IANA time zone of the center, such as America/Chicago.")
  var timezone: String?

  @Option(help: "The calendar: a record, or an iCalendar file (.ics).")
  var calendar: String?

  @Option(help: "The service target of all queues, such as 80/20 or 90%/4h.")
  var target: String?

  @Option(
    name: .customLong("service-level"), help: "How service level is counted. Default: offered.")
  var serviceLevel: String?

  @Option(help: "Mean patience of waiting customers, such as 2m.")
  var patience: String?

  @Option(
    name: .customLong("handle-time"), parsing: .unconditional,
    help: "Mean handle time where the data has none, such as 3m.")
  var handleTime: String?

  @Option(name: .customLong("max-occupancy"), help: "The largest occupancy of agents, such as 88%.")
  var maximumOccupancy: String?

  @Option(help: "Share of scheduled time in which agents take no contacts, such as 30%.")
  var shrinkage: String?

  @OptionGroup var files: FileOptions

  /// The plan as far as it is known before any data is read.
  ///
  /// - Parameter positional: a plan given in place of a data file.
  func draft(positional: String? = nil) throws -> PlanDraft {
    if let path = plan ?? positional {
      let source = try InputFile(path: path)
      let bytes = try source.readAll()
      var plan = try PlanReader.read(String(decoding: bytes, as: UTF8.self), file: path)
      if let timezone {
        plan.grid = TimeGrid(zone: try zone(timezone), length: plan.grid.length)
      }
      return PlanDraft(
        options: self, plan: try overridden(plan), file: path, zone: plan.grid.zone,
        source: Manifest.File(
          path: source.name, record: "plan", bytes: bytes.count, rows: bytes.count { $0 == 0x0A },
          sha256: source.sha256))
    }
    guard let timezone else {
      throw CommandFailure(
        .usage,
        "error: the time zone is not known\nMaybe add --timezone America/Chicago, or --plan plan.yaml."
      )
    }
    return PlanDraft(options: self, plan: nil, file: nil, zone: try zone(timezone))
  }

  private func zone(_ name: String) throws -> ZoneRules {
    do {
      return try ZoneRules.named(name)
    } catch {
      throw CommandFailure(.usage, "error: --timezone: \(error)")
    }
  }

  /// The plan with the flags laid over every queue.
  fileprivate func overridden(_ plan: Plan) throws -> Plan {
    var plan = plan
    let definition: ServiceLevelDefinition? = try serviceLevel.map {
      try choice($0, "--service-level")
    }
    for i in plan.queues.indices {
      if let target {
        let limits = plan.queues[i].target
        plan.queues[i].target = try readFlag(target, "--target", example: "80/20") {
          ServiceTarget(text: $0, definition: limits.definition)
        }
        plan.queues[i].target.maximumASA = limits.maximumASA
        plan.queues[i].target.maximumAbandonment = limits.maximumAbandonment
        plan.queues[i].target.maximumOccupancy = limits.maximumOccupancy
        plan.queues[i].target.span = limits.span
      }
      if let definition { plan.queues[i].target.definition = definition }
      if let patience { plan.queues[i].patience = try seconds(patience, "--patience") }
      if let handleTime { plan.queues[i].handleTime = try seconds(handleTime, "--handle-time") }
      if let maximumOccupancy {
        plan.queues[i].target.maximumOccupancy = try readFlag(
          maximumOccupancy, "--max-occupancy", example: "88%"
        ) { Share(text: $0).flatMap { $0.value > 0 ? $0 : nil } }
      }
    }
    if let shrinkage {
      let share = try readFlag(shrinkage, "--shrinkage", example: "30%") {
        Share(text: $0).flatMap { $0.value < 1 ? $0 : nil }
      }
      plan.shrinkage = ShrinkageLedger(categories: [.init(name: "shrinkage", share: share)])
    }
    return plan
  }

  private func seconds(_ text: String, _ flag: String) throws -> Seconds {
    try readFlag(text, flag, example: "2m") {
      Seconds(text: $0).flatMap { $0.value > 0 && $0.value <= 1e9 ? $0 : nil }
    }
  }
}

/// A plan before the data that completes it: bare files bring their own queues and interval.
struct PlanDraft {
  let options: PlanOptions
  /// The plan file's plan, flags laid over; nil where there is no plan file.
  let plan: Plan?
  /// The plan file.
  let file: String?
  /// The zone in which naive times are read.
  let zone: ZoneRules
  /// What a manifest says of the plan file.
  var source: Manifest.File?

  /// The policy for local times that come twice or never.
  var localTime: LocalTimePolicy { plan?.localTime ?? LocalTimePolicy() }

  /// A path that the plan names, relative to the plan's folder.
  func path(_ name: String?) -> String? {
    name.map { PathText.resolve($0, relativeTo: file ?? "") }
  }

  /// The calendar file: the flag's, or the plan's.
  var calendarPath: String? { options.calendar ?? path(plan?.inputs.calendar) }

  /// The plan, completed from bare data where there is no plan file.
  ///
  /// - Parameters:
  ///   - found: queue and channel names in the data.
  ///   - length: the interval of the data.
  func completed(found: [(queue: String, channel: String)], length: IntervalLength) throws -> Plan {
    if let plan { return plan }
    var findings: [Finding] = []
    let queues = found.map { name, channelName in
      let known = ChannelCatalog.channel(named: channelName)
      if known == nil {
        findings.append(
          Finding(
            .note, code: "channel.unknown",
            "channel \"\(channelName)\" is not known: taken as live",
            place: name))
      }
      let channel = known ?? Channel(name: channelName, mode: .live)
      return Queue(name: name, channel: channel, target: .usual(for: channel))
    }
    let plan = Plan(
      center: "center", grid: TimeGrid(zone: zone, length: length), queues: queues,
      findings: findings)
    return try options.overridden(plan)
  }
}
