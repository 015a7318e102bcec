/// A stretch of time in which one agent takes contacts, in seconds from the start of the model.
public struct WorkSpan: Hashable, Sendable {
  /// The agent; the spans of one agent are joined where they touch, and keep the speed of the first.
  public var agent: String
  /// The group the agent works for.
  public var group: String
  /// The first second.
  public var start: Double
  /// The first second after; a contact in progress is finished.
  public var end: Double
  /// Speed against the standard agent, beside the group's proficiency: below 1 while a new hire ramps up.
  public var speed: Double
  /// Whether the agent works away from the site, where a site's outage does not reach.
  public var isRemote: Bool

  /// Creates a span.
  public init(
    agent: String, group: String, start: Double, end: Double, speed: Double = 1,
    isRemote: Bool = false
  ) {
    self.agent = agent
    self.group = group
    self.start = start
    self.end = end
    self.speed = speed
    self.isRemote = isRemote
  }
}

/// Who is there to answer.
public enum StaffingInput: Hashable, Sendable {
  /// The number of agents per interval, by group name; a group without an entry has none.
  ///
  /// When the number falls idle agents leave first and the rest of the surplus as they finish a contact; when it
  /// rises those still to leave are kept before anyone new comes.
  case counts([String: [Int]])
  /// Named agents with the spans they work.
  case roster([WorkSpan])
}
