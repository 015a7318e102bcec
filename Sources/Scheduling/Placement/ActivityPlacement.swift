public import ContactCenter

/// Places meetings, training and coaching inside the shifts of a roster, where they cost the least service.
///
/// A session lies within one stretch of an agent's work, clear of breaks and of other sessions, in the hours its request
/// names. Sessions are placed one after the other, those with the fewest places first and teams before single
/// agents, each where it adds the least weighted shortage; of places that add the same, where most are there in
/// proportion to the need. Then each is taken out and placed again until none finds a better place: the shortage falls
/// with every move, so it ends. Shifts, breaks and paid hours stay as they are.
public enum ActivityPlacement {
  /// A session that has a place.
  public struct Session: Hashable, Sendable {
    /// The request's name.
    public var request: String
    /// Those who take part, in order of name.
    public var agents: [String]
    /// When.
    public var stretch: Interval
  }

  /// A session that has none.
  public struct Unplaced: Hashable, Sendable {
    /// The request's name.
    public var request: String
    /// The agent; nil for a session of many.
    public var agent: String?
    /// The days it was to lie in.
    public var dates: Range<CivilDate>
    /// Why: "no shift in these days".
    public var reason: String
  }

  /// A roster with its activities.
  public struct Result: Hashable, Sendable {
    /// The roster.
    public var roster: Roster
    /// Sessions that have a place, by start, then request and agents.
    public var sessions: [Session]
    /// Sessions that have none, by request, then days and agent.
    public var unplaced: [Unplaced]
    /// Weighted agent-hours short that the sessions add.
    public var addedShortHours: Double
    /// What is worth telling.
    public var findings: [Finding]

    /// Agent-hours of all sessions.
    public var hours: Double {
      sessions.reduce(0) { $0 + Double($1.agents.count * $1.stretch.seconds) / 3600 }
    }
  }

  /// Rounds in which sessions may look for better places.
  static let rounds = 4

  /// Places what is asked for; without a need every place costs the same, and the earliest is taken.
  ///
  /// - Parameters:
  ///   - roster: shifts with their breaks, agents, and the need to weigh places by.
  ///   - requests: what is asked for, in any order.
  ///   - weights: how much an agent short counts, by queue; 1 where nothing is said.
  /// - Throws: `SchedulingError.badRule` for a length or number out of range.
  public static func solve(
    _ roster: RosterUnderAudit, requests: [ActivityRequest], weights: [String: Double] = [:]
  ) throws(SchedulingError) -> Result {
    for request in requests {
      guard (1...1440).contains(request.minutes), (1...50).contains(request.times) else {
        throw .badRule(
          what: "length or number of activity \(request.name)",
          value: "\(request.minutes) minutes, \(request.times) times")
      }
    }
    var board = try ActivityBoard(roster, requests: requests, weights: weights)
    let before = board.shortHours()
    board.placeAll()
    for _ in 0..<rounds where board.improve() {}
    return Result(
      roster: board.roster(of: roster), sessions: board.placed, unplaced: board.unplaced,
      addedShortHours: max(0, board.shortHours() - before),
      findings: ActivityFindings.findings(board, requests: requests, agents: roster.agents))
  }
}
