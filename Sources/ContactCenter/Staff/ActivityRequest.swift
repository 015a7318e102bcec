/// Something agents are to do at work besides contacts, as a plan asks for it: a team meeting, training, coaching.
public struct ActivityRequest: Hashable, Sendable {
  /// The stretch of time that a number of times is counted over.
  public enum Span: String, Hashable, Sendable, CaseIterable {
    /// Every day on which those concerned have a shift.
    case day
    /// Every seven days from the first day of the roster; a rest of four days or more counts as a week.
    case week
    /// The whole roster.
    case period
  }

  /// The name, unique in a plan.
  public var name: String
  /// What it is called in a roster: meeting, training or coaching.
  public var kind: RosterActivity
  /// The groups whose agents take part.
  public var groups: Set<String>
  /// Agents who take part besides; where neither is named, everybody does.
  public var agents: Set<String>
  /// How long it lasts.
  public var minutes: Int
  /// How often each agent takes part in a span.
  public var times: Int
  /// What the number of times is counted over.
  public var span: Span
  /// The least share of those concerned who must be there at once; nil for one by one.
  public var together: Share?
  /// When it may take place, by the center's wall clock; nil for whenever agents work.
  public var hours: OpeningHours?
  /// The fewest days from one to the next of the same agent, at least 1.
  public var daysApart: Int

  /// Creates a request: once a week, one by one, whenever agents work.
  public init(
    name: String, kind: RosterActivity = .meeting, groups: Set<String> = [],
    agents: Set<String> = [], minutes: Int, times: Int = 1, span: Span = .week,
    together: Share? = nil, hours: OpeningHours? = nil, daysApart: Int = 1
  ) {
    self.name = name
    self.kind = kind
    self.groups = groups
    self.agents = agents
    self.minutes = minutes
    self.times = times
    self.span = span
    self.together = together
    self.hours = hours
    self.daysApart = daysApart
  }

  /// Whether an agent is asked to take part.
  public func concerns(_ agent: Agent) -> Bool {
    groups.isEmpty && agents.isEmpty || groups.contains(agent.group) || agents.contains(agent.name)
  }
}
