/// Staffing flattened into agents and changes.
enum StaffLayout {
  /// Numbers of agents per interval and group; only what changes becomes a change.
  static func counts(
    _ counts: [String: [Int]], _ groups: [GroupModel], _ boundaries: ContiguousArray<Double>
  ) throws(SimulationError) -> (ContiguousArray<Int32>, ContiguousArray<StaffChange>) {
    let intervals = boundaries.count - 1
    for name in counts.keys.sorted() where !groups.contains(where: { $0.name == name }) {
      throw SimulationError(
        "agents are given for the group \(name), which is not in the model", place: name,
        advice: "Maybe the name is misspelled.")
    }
    var agents: ContiguousArray<Int32> = []
    var changes: ContiguousArray<StaffChange> = []
    for (index, group) in groups.enumerated() {
      guard let numbers = counts[group.name] else { continue }
      guard numbers.count == intervals else {
        throw SimulationError(
          "there are \(numbers.count) numbers of agents for \(intervals) intervals",
          place: group.name, advice: "Maybe the requirement covers another horizon.")
      }
      var current = 0
      var most = 0
      for (interval, number) in numbers.enumerated() {
        guard number >= 0, number <= ModelCheck.maximumAgents else {
          throw SimulationError(
            "the number of agents is \(number)", place: group.name,
            advice: "Maybe it counts something else.")
        }
        if number != current {
          changes.append(
            StaffChange(
              seconds: boundaries[interval], subject: Int32(index), value: Int32(number)))
        }
        current = number
        most = max(most, number)
      }
      agents.append(contentsOf: repeatElement(Int32(index), count: most))
      try check(agents.count)
    }
    return (agents, inOrder(changes))
  }

  /// The spans of named agents, checked, without outages of their sites, and put together to shifts.
  static func shifts(
    _ spans: [WorkSpan], _ groups: [GroupModel], _ attendance: AttendanceModel, end: Double
  ) throws(SimulationError) -> RosterShifts {
    for span in spans {
      guard groups.contains(where: { $0.name == span.group }) else {
        throw SimulationError(
          "\(span.agent) works for the group \(span.group), which is not in the model",
          place: span.agent, advice: "Maybe the name is misspelled.")
      }
      guard span.start.isFinite, span.end.isFinite else {
        throw SimulationError(
          "a span of work goes from \(span.start) to \(span.end)", place: span.agent,
          advice: "Maybe a time is missing.")
      }
    }
    var outages: [String: [Range<Double>]] = [:]
    for group in groups {
      for outage in attendance.siteOutages where outage.site == group.site {
        guard outage.start < outage.end else { continue }
        outages[group.name, default: []].append(outage.start..<outage.end)
      }
    }
    return RosterShifts(spans, outages: outages, end: end)
  }

  /// Spans of named agents.
  ///
  /// An agent with spans in two groups has a desk in each and sits at one at a time, as the spans say; a contact
  /// still in progress at the one when the spans change groups does not keep the agent from the other.
  static func roster(
    _ spans: [RosterShifts.Span], _ groups: [GroupModel]
  ) throws(SimulationError) -> (
    agents: ContiguousArray<Int32>, names: [String], changes: ContiguousArray<StaffChange>
  ) {
    var names: [String] = []
    let sorted = spans.sorted { ($0.group, $0.agent, $0.start) < ($1.group, $1.agent, $1.start) }
    var agents: ContiguousArray<Int32> = []
    var changes: ContiguousArray<StaffChange> = []
    var previous: RosterShifts.Span?
    var presentUntil = 0.0
    for span in sorted {
      if previous?.agent != span.agent || previous?.group != span.group {
        if let previous {
          changes.append(leave(agents.count - 1, presentUntil, previous.shift))
        }
        agents.append(Int32(groups.firstIndex { $0.name == span.group } ?? 0))
        names.append(span.agent)
        changes.append(come(agents.count - 1, span))
        presentUntil = span.end
      } else if let last = previous, span.start > presentUntil {
        changes.append(leave(agents.count - 1, presentUntil, last.shift))
        changes.append(come(agents.count - 1, span))
        presentUntil = span.end
      } else {
        presentUntil = max(presentUntil, span.end)
      }
      previous = span
      try check(agents.count)
    }
    if let previous { changes.append(leave(agents.count - 1, presentUntil, previous.shift)) }
    return (agents, names, inOrder(changes))
  }

  private static func come(_ agent: Int, _ span: RosterShifts.Span) -> StaffChange {
    StaffChange(
      seconds: span.start, subject: Int32(agent), value: 1, shift: span.shift,
      slowness: span.slowness)
  }

  private static func leave(_ agent: Int, _ seconds: Double, _ shift: Int32) -> StaffChange {
    StaffChange(seconds: seconds, subject: Int32(agent), value: 0, shift: shift)
  }

  private static func check(_ agents: Int) throws(SimulationError) {
    guard agents <= ModelCheck.maximumAgents else {
      throw SimulationError(
        "there are more than \(ModelCheck.maximumAgents) agents", place: "agents",
        advice: "Maybe a number of agents counts something else.")
    }
  }

  /// By time, then in order of name.
  private static func inOrder(
    _ changes: ContiguousArray<StaffChange>
  ) -> ContiguousArray<StaffChange> {
    ContiguousArray(changes.sorted { ($0.seconds, $0.subject) < ($1.seconds, $1.subject) })
  }
}
