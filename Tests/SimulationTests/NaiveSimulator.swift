/// A second simulator, as simple as it can be: plain lists, every event found by looking at everything.
///
/// It knows priorities or the oldest first, tiers, patience, speeds and several sessions, and shares no line with the engine; it is
/// given every contact's arrival, work and patience. What the two do with the same contacts must be the same.
struct NaiveSimulator {
  struct Customer {
    var name: String
    var queue: String
    var arrival: Double
    var work: Double
    var patience: Double
  }

  struct Line {
    var name: String
    var sessions: Int
    /// Groups by name, in tiers.
    var tiers: [[String]]
  }

  struct Team {
    var name: String
    var queues: [String]
    var isOldestFirst: Bool
    var speed: [String: Double]
    var agents: Int
  }

  /// One contact answered.
  struct Answer: Equatable {
    var contact: String
    var group: String
    var seconds: Double
  }

  private struct Worker {
    var team: Team
    var number: Int
    var ends: [(seconds: Double, order: Int)] = []
    var limit = Int.max
    var freeSince = 0.0
  }

  private var workers: [Worker] = []
  private var waiting: [Customer] = []
  private let lines: [Line]
  private var started = 0
  private(set) var answers: [Answer] = []
  private(set) var abandoned: [String] = []

  /// Serves all customers who come before the end.
  init(lines: [Line], teams: [Team], customers: [Customer], end: Double) {
    self.lines = lines
    for team in teams.sorted(by: { $0.name < $1.name }) {
      for number in 0..<team.agents { workers.append(Worker(team: team, number: number)) }
    }
    var arrivals = customers.filter { $0.arrival < end }
      .sorted { ($0.arrival, $0.queue) < ($1.arrival, $1.queue) }
    while true {
      let nextEnd = workers.indices
        .flatMap { worker in workers[worker].ends.map { ($0.seconds, $0.order, worker) } }
        .min { ($0.0, $0.1) < ($1.0, $1.1) }
      let nextArrival = arrivals.first?.arrival ?? .infinity
      let nextLeave = waiting.map { $0.arrival + $0.patience }.min() ?? .infinity
      let now = min(nextEnd?.0 ?? .infinity, nextArrival, nextLeave)
      guard now < end else { return }
      if let (seconds, order, worker) = nextEnd, seconds == now {
        finish(worker, order, now)
      } else if nextArrival == now {
        arrive(arrivals.removeFirst(), now)
      } else if let leaver = waiting.firstIndex(where: { $0.arrival + $0.patience == now }) {
        abandoned.append(waiting.remove(at: leaver).name)
      }
    }
  }

  private func line(_ name: String) -> Line? { lines.first { $0.name == name } }

  private func hasRoom(_ worker: Worker, for queue: String) -> Bool {
    guard worker.team.queues.contains(queue), let own = line(queue) else { return false }
    return worker.ends.isEmpty
      || worker.ends.count < worker.limit && worker.ends.count < own.sessions
  }

  private mutating func arrive(_ customer: Customer, _ now: Double) {
    for tier in line(customer.queue)?.tiers ?? [] {
      let free = workers.indices.filter {
        tier.contains(workers[$0].team.name) && hasRoom(workers[$0], for: customer.queue)
      }
      // Workers stand in order of group and number, and min keeps the first of equals.
      let best = free.min {
        (workers[$0].ends.count, workers[$0].freeSince)
          < (workers[$1].ends.count, workers[$1].freeSince)
      }
      if let best {
        start(customer, best, now)
        return
      }
    }
    waiting.append(customer)
  }

  private mutating func start(_ customer: Customer, _ worker: Int, _ now: Double) {
    let sessions = line(customer.queue)?.sessions ?? 1
    let isIdle = workers[worker].ends.isEmpty
    workers[worker].limit = isIdle ? sessions : min(workers[worker].limit, sessions)
    started += 1
    let speed = workers[worker].team.speed[customer.queue] ?? 1
    workers[worker].ends.append((now + customer.work * (1 / speed), started))
    workers[worker].freeSince = now
    answers.append(
      Answer(contact: customer.name, group: workers[worker].team.name, seconds: now))
  }

  private mutating func finish(_ worker: Int, _ order: Int, _ now: Double) {
    workers[worker].ends.removeAll { $0.order == order }
    workers[worker].freeSince = now
    while let next = choice(of: workers[worker]) { start(waiting.remove(at: next), worker, now) }
  }

  /// The place in the list of those who wait of the one that a worker takes; the list is in order of arrival.
  private func choice(of worker: Worker) -> Int? {
    if worker.team.isOldestFirst {
      return waiting.firstIndex { hasRoom(worker, for: $0.queue) }
    }
    for queue in worker.team.queues where hasRoom(worker, for: queue) {
      if let first = waiting.firstIndex(where: { $0.queue == queue }) { return first }
    }
    return nil
  }
}
