import ContactCenter

/// A shift of a roster taken apart: its work as if there were no breaks, and the breaks and activities in it.
///
/// Put together again with other breaks it is entries that follow one another.
struct RosterShift: Sendable {
  let agent: String
  let stretch: Interval
  /// Work from start to end, in pieces where the group or site changes.
  private(set) var ground: [RosterEntry]
  /// The breaks, in order.
  var breaks: [RosterEntry]
  /// Meetings, training, coaching, in order.
  var activities: [RosterEntry]

  /// Takes a shift apart; nil where its entries overlap or leave gaps, or nothing of it is work.
  init?(_ shift: RosterUnderAudit.Shift) {
    agent = shift.agent
    stretch = shift.stretch
    let entries = shift.entries
    guard var model = entries.first(where: { $0.activity == .work }),
      entries.first?.start == stretch.start, entries.last?.end == stretch.end,
      zip(entries, entries.dropFirst()).allSatisfy({ $0.end == $1.start })
    else { return nil }
    breaks = entries.filter { $0.activity == .break || $0.activity == .lunch }
    activities = entries.filter { Self.isActivity($0.activity) }
    ground = []
    for entry in entries {
      if entry.activity == .work { model = entry }
      if let last = ground.last, last.group == model.group, last.site == model.site {
        ground[ground.count - 1].end = entry.end
      } else {
        var piece = model
        (piece.start, piece.end) = (entry.start, entry.end)
        ground.append(piece)
      }
    }
  }

  /// Creates a shift of nothing but work.
  init(agent: String, stretch: Interval, group: String?, site: String?) {
    self.agent = agent
    self.stretch = stretch
    ground = [
      RosterEntry(
        agent: agent, start: stretch.start, end: stretch.end, activity: .work, group: group,
        site: site)
    ]
    breaks = []
    activities = []
  }

  /// The same shift from another start to another end; its ends go on with the group they have.
  func reaching(over stretch: Interval) -> RosterShift {
    var result = RosterShift(
      agent: agent, stretch: stretch, group: ground.first?.group, site: ground.first?.site)
    var pieces = ground.filter { $0.start < stretch.end && stretch.start < $0.end }
    if pieces.isEmpty { return result }
    pieces[0].start = stretch.start
    pieces[pieces.count - 1].end = stretch.end
    result.ground = pieces
    result.activities = activities
    return result
  }

  /// Minutes from start to end.
  var minutes: Int { stretch.seconds / 60 }
  /// The group that the shift is worked for when it begins.
  var group: String? { ground.first?.group }

  /// The shift as entries of a roster, in order of time: work, cut by breaks and activities.
  var entries: [RosterEntry] {
    var result: [RosterEntry] = []
    let pauses = (breaks + activities).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    for piece in ground {
      var at = piece.start
      for pause in pauses where pause.start < piece.end && piece.start < pause.end {
        if at < pause.start { result.append(Self.part(of: piece, from: at, to: pause.start)) }
        if pause.start >= piece.start { result.append(pause) }
        at = max(at, pause.end)
      }
      if at < piece.end { result.append(Self.part(of: piece, from: at, to: piece.end)) }
    }
    return result
  }

  /// An entry for something else than work, in the group and at the site of the work it takes the place of.
  func pause(_ activity: RosterActivity, from start: Instant, to end: Instant) -> RosterEntry {
    var entry = ground.last { $0.start <= start } ?? ground[0]
    (entry.start, entry.end, entry.activity) = (start, end, activity)
    return entry
  }

  /// Whether an activity is one that planners place in shifts and that is neither work nor a break.
  static func isActivity(_ activity: RosterActivity) -> Bool {
    activity == .meeting || activity == .training || activity == .coaching
  }

  private static func part(of piece: RosterEntry, from: Instant, to: Instant) -> RosterEntry {
    var entry = piece
    (entry.start, entry.end) = (from, to)
    return entry
  }
}
