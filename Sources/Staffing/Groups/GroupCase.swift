internal import ContactCenter
internal import Simulation

/// One interval of some queues and the groups that serve them: what a search staffs.
///
/// The interval's rates are held, as in the formulas; queues and groups are in order of name, and a staffing is the
/// number of agents of each group in that order.
struct GroupCase: Sendable {
  /// The groups, by name.
  let groups: [GroupModel]
  /// What an agent of each group costs in an hour.
  let costs: [Double]
  /// The queues with their numbers.
  let queues: [Work]
  /// The promises to keep.
  let goals: [GroupGoal]
  /// What no staffing can go below.
  let bound: PooledBound
  /// Where the search starts: the rows of the bound, and what pooled Erlang says.
  let start: [PooledBound.Row]
  /// Places that the queues share.
  let lines: [LineGroup]
  /// Floors, ceilings and seats.
  let limits: GroupLimits

  /// A queue of the case.
  struct Work: Sendable {
    /// The queue as the simulation sees it; its lists are filled by ``simulationModel(agents:)``.
    var model: QueueModel
    /// Contacts in a second.
    var arrivalsPerSecond: Double
    /// Mean handle time.
    var handleSeconds: Double
    /// Agents that the queue would need on its own.
    var dedicatedAgents: Int
    /// Whether its work may wait for hours.
    var isDeferred: Bool
    /// Positions of the groups that serve it.
    var groups: [Int]
    /// Whether contacts come to it, forecast or from other queues, and find a group.
    var isReached = false
    /// By when its work is due where a simulation may judge that: work that may wait, done beside customers who wait.
    var deadline: Double?
  }

  /// The interval of the simulated model that is measured; the one before warms up.
  static let measuredInterval = 1
  /// Contacts measured in a replication.
  private static let contacts = 2000.0
  /// A simulated level means nothing unless so many deadlines are measured: in less time any staff keeps any promise.
  static let fewestDeadlines = 4.0

  /// Whether there is a promise that a simulation can judge.
  var isSimulated: Bool { !goals.isEmpty }

  /// The cost of a staffing.
  func cost(_ agents: [Int]) -> Double {
    zip(agents, costs).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// A cost that, among equal ones, is the lower the fewer skills the agents have: the price a search goes by.
  ///
  /// *Formula*: each further queue adds 10⁻⁵ of the cheapest cost.
  var prices: [Double] {
    let least = (costs.min() ?? 1) * 1e-5
    return zip(costs, groups).map { $0 + least * Double(max(0, $1.queues.count - 1)) }
  }

  /// The price of a staffing.
  func price(_ agents: [Int]) -> Double {
    zip(agents, prices).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// A staffing by name of group.
  func named(_ agents: [Int]) -> [String: Int] {
    Dictionary(zip(groups.map(\.name), agents), uniquingKeysWith: { first, _ in first })
  }

  /// Each queue with agents of its own, of the cheapest group that serves it.
  var dedicated: [Int] {
    let prices = prices
    var agents = [Int](repeating: 0, count: groups.count)
    for queue in queues {
      guard let cheapest = queue.groups.min(by: { (prices[$0], $0) < (prices[$1], $1) }) else {
        continue
      }
      let speed = groups[cheapest].proficiencies[queue.model.name] ?? 1
      agents[cheapest] += Int((Double(queue.dedicatedAgents) / speed - 1e-9).rounded(.up))
    }
    return agents
  }

  /// Seconds that a replication warms up and measures.
  ///
  /// Some 2,000 contacts, at least ten handle times and sixty where that is not more than ten times as many contacts.
  /// Warming up takes a fifth of that and ten handle times; where customers do not give up a line forgets slowly, and
  /// it takes as long as measuring. Where work that may wait is to be judged, several of its deadlines are measured if
  /// that is not more than five times as many contacts.
  static func spans(_ queues: [Work]) -> (warmUp: Int, measured: Int) {
    let rate = max(queues.reduce(0) { $0 + $1.arrivalsPerSecond }, 1e-9)
    let memory = min(queues.map { max($0.handleSeconds, 1) }.max() ?? 1, 1e7)
    let few = contacts / rate
    let due = queues.compactMap(\.deadline).map { $0 * fewestDeadlines }
    let measured = max(
      few, min(60 * memory, max(10 * few, 10 * memory)),
      due.filter { $0 <= 5 * few }.max() ?? 0)
    let isPatient = queues.contains {
      ($0.arrivalsPerSecond > 0 || $0.deadline != nil) && $0.model.meanPatienceSeconds == nil
    }
    let warmUp = max(isPatient ? measured : measured / 5, 10 * memory)
    return (Int(min(warmUp, 4e9)), Int(min(measured, 4e9)))
  }

  /// The model of a staffing: a time to warm up, and one that is measured.
  func simulationModel(agents: [Int]) -> SimulationModel {
    let (warmUp, measured) = Self.spans(queues)
    let start = Instant(secondsSinceEpoch: 0)
    let middle = start.advanced(by: warmUp)
    let lengths = [Double(warmUp), Double(measured)]
    return SimulationModel(
      intervals: [
        Interval(start: start, end: middle),
        Interval(start: middle, end: middle.advanced(by: measured)),
      ],
      queues: queues.map { work in
        var queue = work.model
        queue.expectedContacts = lengths.map { work.arrivalsPerSecond * $0 }
        queue.meanHandleSeconds = lengths.map { _ in work.handleSeconds }
        return queue
      },
      groups: groups,
      staffing: .counts(
        Dictionary(
          zip(groups.map(\.name), agents.map { [$0, $0] }), uniquingKeysWith: { first, _ in first })
      ), lineGroups: lines)
  }
}
