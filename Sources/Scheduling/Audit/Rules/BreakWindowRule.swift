import ContactCenter

/// Every shift has the breaks its length asks for, as long as they should be, inside their windows.
///
/// Windows are shares or minutes of the shift, or of a half of a split one, and breaks start on the grid, so a start may
/// miss its window by half an interval of the grid. Work between breaks is held against the plan's spacing to the minute. Published shifts stay as they are. A roster that writes no breaks at all was made without them: one
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
    for piece in shift.pieces {
      if let mistake = mistake(in: shift, piece, of: roster) { return mistake }
    }
    return nil
  }

  /// The first thing that is wrong in a shift, or in one half of a split one.
  private func mistake(
    in shift: RosterUnderAudit.Shift, _ piece: Interval, of roster: RosterUnderAudit
  ) -> String? {
    let length = piece.seconds / 60
    let rules = roster.rules.breaks(forShiftOfMinutes: length)
    let taken = shift.entries.filter {
      ($0.activity == .break || $0.activity == .lunch) && $0.start >= piece.start
        && $0.start < piece.end
    }
    guard taken.count == rules.count else {
      return "\(taken.count) breaks, \(rules.count) expected"
    }
    let tolerance = Double(roster.grid.length.seconds) / 2
    for (rule, entry) in zip(rules, taken) {
      let activity = RosterActivity(rawValue: rule.name) ?? .break
      guard entry.activity == activity else {
        return "\(entry.activity.rawValue) where \(activity.rawValue) is expected"
      }
      let minutes = entry.end.seconds(since: entry.start) / 60
      guard minutes == rule.minutes else {
        return "\(rule.name) of \(minutes) minutes, \(rule.minutes) expected"
      }
      let offset = Double(entry.start.seconds(since: piece.start))
      let window = rule.window(ofShiftOfMinutes: length)
      guard offset >= window.earliest * 60 - tolerance, offset <= window.latest * 60 + tolerance
      else {
        return "\(rule.name) at \(roster.clock(entry.start)), outside its window"
      }
    }
    guard let spacing = roster.rules.spacing(forShiftOfMinutes: length) else { return nil }
    return mistake(in: piece, with: taken, spacing)
  }

  /// What is wrong with the work before, between and after breaks.
  private func mistake(
    in piece: Interval, with breaks: [RosterEntry], _ spacing: BreakSpacing
  ) -> String? {
    var at = piece.start
    for end in breaks.map(\.start) + [piece.end] {
      let minutes = end.seconds(since: at) / 60
      // A shift without breaks has nothing to keep apart, but may be too long to have none.
      if minutes < spacing.leastWork, !breaks.isEmpty {
        return "\(minutes) minutes of work in a row, at least \(spacing.leastWork) expected"
      }
      if let most = spacing.mostWork, minutes > most {
        return "\(minutes) minutes of work in a row, at most \(most) expected"
      }
      at = breaks.first { $0.start == end }?.end ?? end
    }
    return nil
  }
}
