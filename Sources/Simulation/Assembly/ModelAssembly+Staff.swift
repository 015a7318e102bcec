internal import ContactCenter

extension ModelAssembly {
  /// Groups and who is there.
  mutating func addStaff(
    _ staffing: PlannedStaffing, _ options: AssemblyOptions
  ) throws(SimulationError) {
    switch staffing {
    case .requirement(let requirement):
      model.groups = queues.map(ownGroup)
      var counts: [String: [Int]] = [:]
      for queue in requirement.queues where model.groups.contains(where: { $0.name == queue.queue })
      {
        counts[queue.queue] = numbers(queue.intervals.map { ($0.start, $0.agents) })
      }
      model.staffing = .counts(counts)
    case .groupRequirement(let rows):
      model.groups = groups.map { GroupModel($0, queues: inOrder($0.queues)) }
      var counts: [String: [Int]] = [:]
      for (name, own) in Dictionary(grouping: rows, by: \.group).sorted(by: { $0.key < $1.key }) {
        counts[name] = numbers(own.map { ($0.start, $0.agents) })
      }
      model.staffing = .counts(counts)
    case .roster(let roster, let agents):
      let terms = RosterTerms(
        origin: model.intervals.first?.start ?? Instant(secondsSinceEpoch: 0), grid: grid,
        rampUp: options.rampUp, usesSites: usesSites(options.attendance))
      let spans = RosterSpans(roster, agents: agents, groups: groups, terms: terms) { inOrder($0) }
      model.groups = spans.groups
      model.staffing = .roster(spans.spans)
      model.absence = options.absence.value
      findings += spans.findings
    }
    model.lineGroups = options.lineGroups
  }

  /// Lateness, the end of shifts, and the outages of sites that fall into the model.
  mutating func addAttendance(_ attendance: Attendance) {
    model.attendance.lateShare = attendance.late.value
    model.attendance.lateSeconds = attendance.lateness.value
    model.attendance.shiftEnd = attendance.shiftEnd
    guard let origin = model.intervals.first?.start, let end = model.intervals.last?.end else {
      return
    }
    for outage in attendance.siteOutages where outage.end > origin && outage.start < end {
      guard model.groups.contains(where: { $0.site == outage.site }) else {
        findings.append(
          Finding(
            .warning, code: "simulation.unknown-site",
            "the site \(outage.site) is out of order for a while, but nobody works there",
            place: outage.site, advice: "Maybe the site is named otherwise with groups and agents.")
        )
        continue
      }
      model.attendance.siteOutages.append(
        AttendanceModel.SiteOutage(
          site: outage.site, start: Double(outage.start.seconds(since: origin)),
          end: Double(outage.end.seconds(since: origin))))
    }
  }

  /// Whether anything asks where an agent works; groups are split by site only then.
  private func usesSites(_ attendance: Attendance) -> Bool {
    !attendance.siteOutages.isEmpty || groups.contains { $0.site != nil }
      || queues.contains { $0.site != nil }
  }

  /// The group of a queue that is staffed on its own, with cost, site and speed of the only group that serves it.
  private func ownGroup(of queue: Queue) -> GroupModel {
    var model = GroupModel(name: queue.name, queues: [queue.name])
    let serving = groups.filter { $0.queues.contains(queue.name) }
    guard let group = serving.first, serving.count == 1 else { return model }
    model.costPerHour = group.costPerHour
    model.site = group.site
    model.proficiencies = group.proficiencies.filter { $0.key == queue.name }
    return model
  }

  /// Queue names by priority, live before deferred work, then as given.
  private func inOrder(_ names: [String]) -> [String] {
    names.enumerated().sorted { first, second in
      key(first) < key(second)
    }.map(\.element)
  }

  private func key(_ item: (offset: Int, element: String)) -> (Int, Int, Int) {
    let queue = queues.first { $0.name == item.element }
    return (queue?.priority ?? 1, queue?.channel.mode == .deferred ? 1 : 0, item.offset)
  }

  private func numbers(_ rows: [(start: Instant, agents: Int)]) -> [Int] {
    var result = [Int](repeating: 0, count: model.intervals.count)
    for row in rows {
      // A requirement may cover more than the forecast that is simulated.
      if let index = index(of: row.start) { result[index] = row.agents }
    }
    return result
  }
}

extension GroupModel {
  /// The group as the plan describes it.
  init(_ group: AgentGroup, queues: [String]) {
    self.init(
      name: group.name, queues: queues, proficiencies: group.proficiencies,
      queueChoice: group.queueChoice, costPerHour: group.costPerHour, site: group.site)
  }
}
