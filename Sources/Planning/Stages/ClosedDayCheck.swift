internal import ContactCenter

/// Agents asked for when nobody can be served.
enum ClosedDayCheck {
  /// A warning for each queue whose requirement asks for agents while it is closed.
  ///
  /// Intervals after the last day that is scheduled are not looked at.
  static func findings(
    _ requirement: StaffingRequirement, plan: Plan, calendar: BusinessCalendar,
    before end: CivilDate
  ) -> [Finding] {
    let zone = plan.grid.zone
    return requirement.queues.compactMap { queue in
      let week = plan.queue(named: queue.queue)?.openingHours
      let asked = queue.intervals.filter { row in
        guard row.agents > 0 || (row.scheduledAgents ?? 0) > 0 else { return false }
        let local = zone.local(row.start)
        guard local.date < end else { return false }
        return calendar.isClosed(at: local, queue: queue.queue)
          || week.map { !$0.isOpen(at: local) } ?? false
      }
      guard let first = asked.first else { return nil }
      let local = zone.local(first.start)
      let isHoliday = calendar.isClosed(at: local, queue: queue.queue)
      return Finding(
        .warning, code: "schedule.requirement-when-closed",
        "the requirement asks for agents of \(queue.queue) in \(asked.count) intervals when it is closed, "
          + "first \(local.text)"
          + (isHoliday ? ", a closed day of the calendar" : ", outside of its hours"),
        place: queue.queue,
        advice: "Maybe the requirement is older than the plan's hours: run muster staff again.")
    }
  }

  /// A warning for each group that is to cover a day on which all its queues are closed.
  static func findings(
    _ cover: [TypeCover], plan: Plan, calendar: BusinessCalendar
  ) -> [Finding] {
    let byGroup = Dictionary(grouping: cover.filter { $0.agents > 0 }, by: \.group)
    return byGroup.sorted { $0.key < $1.key }.compactMap { name, entries in
      guard let group = plan.group(named: name) else { return nil }
      let closed = Set(entries.map(\.date)).filter { date in
        group.queues.allSatisfy { queue in
          calendar.entries(on: date, queue: queue).contains {
            $0.kind == .closed && !$0.isPartOfDay
          }
        }
      }
      guard let first = closed.min() else { return nil }
      return Finding(
        .warning, code: "schedule.cover-when-closed",
        "cover asks for agents of \(name) on closed days of the calendar: \(closed.count), "
          + "first \(first.text)",
        place: name, advice: "Maybe add an entry of cover for the date with agents: 0.")
    }
  }
}
