import ContactCenter

/// Every shift has the breaks its length asks for, as long as they should be, inside their windows.
///
/// Windows are shares of the shift, and breaks start on the grid, so a start may miss its window by half an interval
/// of the grid. Published shifts stay as they are. A roster that writes no breaks at all was made without them: one
/// note says so, and shifts are taken to hold the breaks of their pattern.
public struct BreakWindowRule: SchedulingRule {
  /// `breaks`.
  public let name = "breaks"

  /// Creates the rule.
  public init() {}

  /// At most one violation per shift.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    guard roster.writesBreaks else { return missing(in: roster) }
    return roster.shifts.compactMap { shift in
      guard !roster.isPinned(shift), let message = mistake(in: shift, of: roster) else {
        return nil
      }
      return RuleViolation(
        rule: name, place: shift.agent, stretch: shift.stretch,
        message: "the shift at \(roster.clock(shift.stretch.start)): \(message)")
    }
  }

  private func missing(in roster: RosterUnderAudit) -> [RuleViolation] {
    let lacking = roster.shifts.filter {
      !roster.isPinned($0) && !roster.rules.breaks(forShiftOfMinutes: $0.minutes).isEmpty
    }
    return lacking.prefix(1).map {
      RuleViolation(
        rule: name, place: $0.agent, stretch: $0.stretch,
        message: "the roster writes no breaks: \(lacking.count) shifts are taken to hold those of "
          + "the plan, and count as at work throughout", severity: .note)
    }
  }

  private func mistake(
    in shift: RosterUnderAudit.Shift, of roster: RosterUnderAudit
  ) -> String? {
    let rules = roster.rules.breaks(forShiftOfMinutes: shift.minutes)
    let taken = shift.entries.filter { $0.activity == .break || $0.activity == .lunch }
    guard taken.count == rules.count else {
      return "\(taken.count) breaks, \(rules.count) expected"
    }
    let tolerance = Double(roster.grid.length.seconds) / 2
    let length = Double(shift.stretch.seconds)
    for (rule, entry) in zip(rules, taken) {
      let activity = RosterActivity(rawValue: rule.name) ?? .break
      guard entry.activity == activity else {
        return "\(entry.activity.rawValue) where \(activity.rawValue) is expected"
      }
      let minutes = entry.end.seconds(since: entry.start) / 60
      guard minutes == rule.minutes else {
        return "\(rule.name) of \(minutes) minutes, \(rule.minutes) expected"
      }
      let offset = Double(entry.start.seconds(since: shift.stretch.start))
      guard offset >= rule.earliest * length - tolerance, offset <= rule.latest * length + tolerance
      else {
        return "\(rule.name) at \(roster.clock(entry.start)), outside its window"
      }
    }
    return nil
  }
}
