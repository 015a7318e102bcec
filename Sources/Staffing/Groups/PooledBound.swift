/// How many agents some queues need between them, however their contacts are routed.
///
/// A staffing that counts one flexible agent for two skills at once meets each queue's own number and falls below
/// what the queues need together; `violation(of:)` finds it.
///
/// *Formula*: for a set S of queues, only agents of the groups G(S) that serve any of them can answer their contacts,
/// each agent s contacts at once, with s the most sessions of any queue in S. Of each queue a share p must be answered,
/// of which a share ℓ in time. Then Σ of agents in G(S) is at least n for the least n with
/// - `load`: Σ λ p h ≤ n s, with each queue's h that of its fastest group. Holds for any distribution of handle time
///   and patience, any routing, in the long run. Where only a share of the slots of all G(S) may be occupied, n is that much larger.
/// - `inTime`: Σ λ ℓ ≤ Σ λ · (1 − loss), the loss of `DeadlineLoss` with n s servers, the smallest h and the longest
///   threshold in S: no order of service, and no customers more patient or less, answers more in time. Holds for
///   exponential handle times and service levels counted as `offered` or `genesys`.
/// - `minimum`: the least agents of one queue.
///
/// Queues whose contacts come back, are handed on, are blocked, or do not all reach an agent are left out: their
/// volumes are not those of the forecast. Work that may wait for hours counts with its own requirement. Pooled Erlang A is *not* such a bound: where a routing lets some wait long so
/// that others do not wait, more than first come first served allows are answered in time.
///
/// *Complexity*: all sets of up to ten queues; of more, each queue, each pair, and those that a set of groups serves alone.
public struct PooledBound: Hashable, Sendable {
  /// What one queue asks for.
  public struct Work: Hashable, Sendable {
    /// The queue.
    public var queue: String
    /// Contacts in a second.
    public var arrivalsPerSecond: Double
    /// Mean handle time with the fastest group that serves it.
    public var handleSeconds: Double
    /// Contacts that one agent takes at once.
    public var sessions: Int
    /// The most contacts at once that an agent who serves it can have, whatever their queue.
    public var slots: Int
    /// The groups that serve it.
    public var groups: [String]
    /// The least share of contacts to be answered at all.
    public var answered: Double
    /// The least share to be answered in time; nil where handle times or definition allow no claim.
    public var inTime: Double?
    /// The answer-time threshold.
    public var thresholdSeconds: Double
    /// The largest share of the slots of the agents who serve it that may be occupied.
    public var occupancy: Double
    /// The fewest agents that serve it.
    public var minimumAgents: Int

    /// Creates the work of a queue with a service level and no other wish.
    public init(
      queue: String, arrivalsPerSecond: Double, handleSeconds: Double, groups: [String],
      answered: Double, inTime: Double? = nil, thresholdSeconds: Double = 0, sessions: Int = 1,
      slots: Int? = nil, occupancy: Double = 1, minimumAgents: Int = 0
    ) {
      self.queue = queue
      self.arrivalsPerSecond = arrivalsPerSecond
      self.handleSeconds = handleSeconds
      self.groups = groups
      self.answered = answered
      self.inTime = inTime
      self.thresholdSeconds = thresholdSeconds
      self.sessions = sessions
      self.slots = max(sessions, slots ?? sessions)
      self.occupancy = occupancy
      self.minimumAgents = minimumAgents
    }
  }

  /// Why so many are needed.
  public enum Kind: String, Hashable, Sendable {
    /// There is so much work.
    case load
    /// Fewer cannot answer so many in time.
    case inTime
    /// The plan says so.
    case minimum
  }

  /// So many agents in these groups together, at least.
  public struct Row: Hashable, Sendable {
    /// The queues that need them, by name.
    public var queues: [String]
    /// The groups that serve any of these queues, by name.
    public var groups: [String]
    /// The fewest agents.
    public var agents: Int
    /// Why.
    public var kind: Kind

    /// The row in words, such as `billing + support pooled need 7`.
    public var text: String {
      let who = queues.joined(separator: " + ")
      return switch (kind, queues.count) {
      case (.minimum, _): "\(who) has a minimum of \(agents)"
      case (_, 1): "\(who) alone needs \(agents)"
      default: "\(who) pooled need \(agents)"
      }
    }
  }

  /// One row for each set of groups that some queues need, by number of queues and name.
  public let rows: [Row]

  /// Works out the rows.
  public init(_ works: [Work]) {
    let sorted = works.filter { !$0.groups.isEmpty }.sorted { $0.queue < $1.queue }
    var best: [[String]: Row] = [:]
    func offer(_ row: Row) {
      if row.agents > best[row.groups]?.agents ?? 0 { best[row.groups] = row }
    }
    for work in sorted where work.minimumAgents > 0 {
      offer(
        Row(
          queues: [work.queue], groups: work.groups.sorted(), agents: work.minimumAgents,
          kind: .minimum))
    }
    let busy = sorted.filter { $0.arrivalsPerSecond > 0 && $0.answered > 0 }
    for members in Self.sets(of: busy) {
      for row in Self.rows(members.map { busy[$0] }) { offer(row) }
    }
    rows = best.values.sorted {
      ($0.queues.count, $0.queues.joined(separator: "\n"), $0.groups.joined(separator: "\n"))
        < ($1.queues.count, $1.queues.joined(separator: "\n"), $1.groups.joined(separator: "\n"))
    }
  }

  /// The first row that a staffing breaks: proof that it cannot meet the targets.
  ///
  /// *Edge cases*: nil proves nothing.
  public func violation(of agents: [String: Int]) -> Row? {
    rows.first { row in row.groups.reduce(0) { $0 + (agents[$1] ?? 0) } < row.agents }
  }

  /// The sets of queues to look at, as positions; smaller sets first.
  private static func sets(of works: [Work]) -> [[Int]] {
    let count = works.count
    if count <= 10 {
      return (1..<max(1, 1 << count)).map { mask in
        works.indices.filter { mask >> $0 & 1 == 1 }
      }.sorted { $0.count < $1.count }
    }
    var result = works.indices.map { [$0] }
    for first in works.indices {
      for second in works.indices where first < second { result.append([first, second]) }
    }
    // All queues that the groups of one queue, and all that the groups of all, serve alone.
    for work in works {
      let own = Set(work.groups)
      result.append(works.indices.filter { own.isSuperset(of: works[$0].groups) })
    }
    result.append(Array(works.indices))
    return result
  }

  /// What some queues need between them.
  private static func rows(_ works: [Work]) -> [Row] {
    let groups = Set(works.flatMap(\.groups)).sorted()
    let queues = works.map(\.queue)
    let sessions = works.map(\.sessions).max() ?? 1
    let load = works.reduce(0) { $0 + $1.arrivalsPerSecond * $1.answered * $1.handleSeconds }
    let occupancy =
      works.filter { $0.groups.sorted() == groups }.map(\.occupancy).min().map { max($0, 1e-6) }
      ?? 1
    let slots = works.map(\.slots).max() ?? 1
    let busiest = max(load / Double(sessions), load / Double(slots) / min(1, occupancy))
    let carrying = (busiest - 1e-9).rounded(.up)
    guard carrying < 1e8 else { return [] }
    var rows = [Row(queues: queues, groups: groups, agents: Int(max(0, carrying)), kind: .load)]
    let levels = works.compactMap(\.inTime)
    if levels.count == works.count, let quickest = works.map(\.handleSeconds).min() {
      let rate = works.reduce(0) { $0 + $1.arrivalsPerSecond }
      let wanted = works.reduce(0) { $0 + $1.arrivalsPerSecond * ($1.inTime ?? 0) }
      let deadline = works.map(\.thresholdSeconds).max() ?? 0
      func isEnough(_ agents: Int) -> Bool {
        let lost = DeadlineLoss.share(
          arrivalsPerSecond: rate, handleSeconds: quickest, servers: agents * sessions,
          deadline: deadline)
        return rate * (1 - lost) >= wanted * (1 - 1e-12)
      }
      rows.append(
        Row(queues: queues, groups: groups, agents: least(isEnough), kind: .inTime))
    }
    return rows
  }

  /// The least number that is enough, up to ten million.
  private static func least(_ isEnough: (Int) -> Bool) -> Int {
    var high = 1
    if isEnough(0) { return 0 }
    while !isEnough(high), high < 10_000_000 { high *= 2 }
    var low = high / 2
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
