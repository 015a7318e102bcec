/// What an agent does in a stretch of a roster.
public enum RosterActivity: String, Hashable, Sendable, CaseIterable {
  case work, `break`, lunch, meeting, training, coaching, off
}

/// One stretch of one agent's time.
public struct RosterEntry: Hashable, Sendable {
  /// The agent.
  public var agent: String
  /// The first instant.
  public var start: Instant
  /// The first instant after.
  public var end: Instant
  /// What the agent does.
  public var activity: RosterActivity
  /// The group the agent works for.
  public var group: String?
  /// The site.
  public var site: String?

  /// Creates an entry.
  public init(
    agent: String, start: Instant, end: Instant, activity: RosterActivity, group: String? = nil,
    site: String? = nil
  ) {
    self.agent = agent
    self.start = start
    self.end = end
    self.activity = activity
    self.group = group
    self.site = site
  }
}

/// Who works when.
public struct Roster: Hashable, Sendable {
  /// The entries, in order of agent, then start.
  public var entries: [RosterEntry]

  /// Creates a roster from entries in any order.
  public init(entries: [RosterEntry]) {
    self.entries = entries.sorted {
      ($0.agent, $0.start, $0.end, $0.activity.rawValue)
        < ($1.agent, $1.start, $1.end, $1.activity.rawValue)
    }
  }
}
