public import ContactCenter
public import Simulation

/// The law of routing policies, on seeded random small centers.
///
/// Only present agents with the skill and with room get contacts; a contact goes to the best agent of the first tier that has
/// one, and a free agent takes the contact that its policy ranks first; inside a queue the first to come is the first
/// to be served; nobody is idle while a contact waits that they may take; one queue with one group serves everybody who
/// does not give up; ties are decided the same way in every run and in every order of the lists. Returns what is
/// broken, in words; empty when the law holds.
public func checkRoutingPolicy(
  _ agentChoice: AgentChoice, _ queueChoice: QueueChoice, models: Int, seed: UInt64
) -> [String] {
  var broken: [String] = []
  for number in 0..<models {
    let model = RandomRouting.model(agentChoice, queueChoice, seed: seed, number: number)
    let place = "\(agentChoice), \(queueChoice), model \(number) of seed \(seed)"
    do {
      // With patience as events of their own the trace is in order of time.
      let options = SimulationOptions(seed: seed, usesPatienceTimers: true)
      let trace = try traceOnce(model, options: options)
      var floor = FloorReplay(model)
      floor.play(trace)
      broken += floor.broken.prefix(3).map { "\(place): \($0)" }
      if try traceOnce(model, options: options) != trace {
        broken.append("\(place): a second run is another")
      }
      var permuted = model
      permuted.queues.reverse()
      permuted.groups.reverse()
      if try traceOnce(permuted, options: options) != trace {
        broken.append("\(place): the order of lists decides")
      }
      broken += try starvation(model, options).map { "\(place): \($0)" }
    } catch {
      broken.append("\(place): \(error)")
    }
  }
  return broken
}

/// One queue, one group, patient customers and time enough: everybody is served, in the order of arrival.
private func starvation(
  _ model: SimulationModel, _ options: SimulationOptions
) throws(SimulationError) -> [String] {
  var single = model
  single.queues = Array(model.queues.prefix(1))
  single.queues[0].meanPatienceSeconds = nil
  single.queues[0].groupTiers = nil
  single.queues[0].sessions = 1
  single.groups = Array(model.groups.prefix(1))
  single.groups[0].queues = [single.queues[0].name]
  let numbers = model.intervals.map { _ in 2 }
  single.staffing = .counts([single.groups[0].name: numbers])
  guard let last = single.intervals.last else { return [] }
  single.intervals[single.intervals.count - 1].end = last.start.advanced(by: 100_000)
  let trace = try traceOnce(single, options: options)
  let arrived = trace.filter { $0.kind == .arrived }.map(\.contact)
  let answered = trace.filter { $0.kind == .answered }.map(\.contact)
  if arrived.isEmpty { return [] }
  return arrived == answered ? [] : ["one queue and one group do not serve everybody in order"]
}

/// The floor of a center, replayed from a trace.
public struct FloorReplay {
  /// An agent as the trace shows one.
  struct Seat {
    var group: Int
    var contacts: [String: Int] = [:]
    /// The most contacts at once: the fewest sessions of any queue served since the agent was last idle.
    var limit = Int.max
    var freeSince: Double
    var came: Double
    var busySeconds = 0.0
    var busySince = 0.0
  }

  let model: SimulationModel
  let agentChoice: AgentChoice
  let queueIndex: [String: Int]
  let groupIndex: [String: Int]
  /// Whether agents come and go: then their past is not known well enough to check shares of busy time.
  let isSteady: Bool
  var seats: [String: Seat] = [:]
  /// Contacts that wait, by queue, in order of arrival.
  var waiting: [[(contact: String, arrival: Double)]]
  /// What was seen to break the law, in words.
  public private(set) var broken: [String] = []
  private var now = 0.0

  /// An empty floor.
  public init(_ model: SimulationModel) {
    self.model = model
    agentChoice = model.queues.first?.agentChoice ?? .longestIdle
    queueIndex = Dictionary(
      model.queues.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { one, _ in one })
    groupIndex = Dictionary(
      model.groups.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { one, _ in one })
    waiting = model.queues.map { _ in [] }
    if case .counts(let counts) = model.staffing {
      isSteady = counts.values.allSatisfy { Set($0).count <= 1 }
    } else {
      isSteady = false
    }
  }

  /// Replays what happened, in order of time.
  public mutating func play(_ trace: [TraceEvent]) {
    for event in trace {
      if event.seconds < now { report("time goes back to \(event.seconds)") }
      if event.seconds > now { checkNobodyIdles() }
      now = event.seconds
      take(event)
    }
  }

  private mutating func report(_ words: String) { broken.append("at \(now) \(words)") }

  private mutating func take(_ event: TraceEvent) {
    let seat = "\(event.group ?? "")/\(event.agent ?? "")"
    let contact = event.contact ?? ""
    let queue = event.queue.flatMap { queueIndex[$0] } ?? 0
    switch event.kind {
    case .agentCame:
      guard let group = event.group.flatMap({ groupIndex[$0] }) else {
        return report("an agent of no group came")
      }
      if seats[seat] != nil { report("\(seat) came twice") }
      seats[seat] = Seat(group: group, freeSince: now, came: now)
    case .agentLeft:
      if seats[seat]?.contacts.isEmpty != true { report("\(seat) left with contacts, or twice") }
      seats[seat] = nil
    case .waiting:
      waiting[queue].append((contact, now))
    case .abandoned:
      guard let place = waiting[queue].firstIndex(where: { $0.contact == contact }) else {
        return report("\(contact) gave up without waiting")
      }
      waiting[queue].remove(at: place)
    case .answered:
      answer(contact, queue, seat)
    case .ended:
      end(contact, seat)
    default: break
    }
  }

  private mutating func end(_ contact: String, _ name: String) {
    guard var seat = seats[name], seat.contacts.removeValue(forKey: contact) != nil else {
      return report("\(name) ended \(contact), which was not there")
    }
    seat.freeSince = now
    if seat.contacts.isEmpty {
      seat.limit = .max
      seat.busySeconds += now - seat.busySince
    }
    seats[name] = seat
  }

  /// Whether an agent has room for one more contact of a queue.
  private func hasRoom(_ seat: Seat, _ queue: Int) -> Bool {
    let active = seat.contacts.count
    return active == 0 || (active < seat.limit && active < model.queues[queue].sessions)
  }

  private func serves(_ group: Int, _ queue: Int) -> Bool {
    model.groups[group].queues.contains(model.queues[queue].name)
  }

  private mutating func answer(_ contact: String, _ queue: Int, _ name: String) {
    guard var seat = seats[name] else {
      return report("\(contact) answered by \(name), who is not there")
    }
    if !serves(seat.group, queue) { report("\(name) answered \(contact) without the skill") }
    if !hasRoom(seat, queue) { report("\(name) answered \(contact) without room") }
    if let place = waiting[queue].firstIndex(where: { $0.contact == contact }) {
      if place > 0 { report("\(contact) overtook \(waiting[queue][0].contact)") }
      checkQueueChoice(of: seat, queue, contact)
      waiting[queue].remove(at: place)
    } else {
      if !waiting[queue].isEmpty { report("\(contact) came and overtook all who wait") }
      checkAgentChoice(for: queue, name, contact)
    }
    if seat.contacts.isEmpty { seat.busySince = now }
    seat.limit = min(seat.contacts.isEmpty ? .max : seat.limit, model.queues[queue].sessions)
    seat.contacts[contact] = queue
    seat.freeSince = now
    seats[name] = seat
  }

  private mutating func checkNobodyIdles() {
    for (queue, line) in waiting.enumerated() where !line.isEmpty {
      let idle = seats.filter { serves($0.value.group, queue) && hasRoom($0.value, queue) }
      if let name = idle.keys.min() {
        report("\(name) has room while \(line[0].contact) waits")
      }
    }
  }

  /// A free agent must take the contact that the policy ranks first.
  private mutating func checkQueueChoice(of seat: Seat, _ taken: Int, _ contact: String) {
    let group = model.groups[seat.group]
    var best = (rank: -Double.infinity, place: Int.max)
    var own = best
    for (place, name) in group.queues.enumerated() {
      guard let queue = queueIndex[name], let head = waiting[queue].first, hasRoom(seat, queue)
      else { continue }
      let rank = rank(group.queueChoice, queue, place, wait: now - head.arrival, head.arrival)
      if queue == taken { own = (rank, place) }
      if rank > best.rank { best = (rank, place) }
    }
    // A rounding error of the engine's own formula is no other choice.
    if best.rank > own.rank + 1e-9 * max(1, abs(best.rank)) {
      report("\(contact) of rank \(own.rank) was taken before one of rank \(best.rank)")
    }
  }

  private func rank(
    _ choice: QueueChoice, _ queue: Int, _ place: Int, wait: Double, _ arrival: Double
  ) -> Double {
    let own = model.queues[queue]
    switch choice {
    case .priority: return -Double(place)
    case .oldest: return -arrival
    case .weightedWait: return own.rank.weight * wait
    case .nearestDeadline: return -(arrival + own.target.threshold.value)
    case .longestQueue: return Double(waiting[queue].count)
    case .score: return own.rank.base + own.rank.slope * wait
    }
  }

  /// A contact that comes must get the best agent of the first tier that has one.
  private mutating func checkAgentChoice(for queue: Int, _ chosen: String, _ contact: String) {
    let own = model.queues[queue]
    let serving = model.groups.indices.filter { serves($0, queue) }
    var tiers = (own.groupTiers ?? []).map { tier in
      serving.filter { tier.contains(model.groups[$0].name) }
    }
    tiers.append(serving.filter { group in !tiers.contains { $0.contains(group) } })
    // Under most-idle-group tiers only decide ties.
    if agentChoice == .mostIdleGroup { tiers = [tiers.flatMap { $0 }] }
    for tier in tiers {
      let free = seats.filter { tier.contains($0.value.group) && hasRoom($0.value, queue) }
      guard !free.isEmpty else { continue }
      guard let taken = free[chosen] else {
        return report("\(contact) went to \(chosen), outside the first tier with room")
      }
      let fewest = free.values.map(\.contacts.count).min() ?? 0
      if taken.contacts.count > fewest { report("\(chosen) was not the least loaded") }
      let rivals = free.values.filter { $0.contacts.count == fewest }
      let cost = cost(taken, queue)
      if let best = rivals.map({ self.cost($0, queue) }).min(),
        best < cost - 1e-6 * max(1, abs(best))
      {
        report("\(contact) went to \(chosen) of rank \(cost), not to one of \(best)")
      }
      return
    }
    report("\(contact) went to \(chosen) although no tier has room")
  }

  /// What the policy wants least of.
  private func cost(_ seat: Seat, _ queue: Int) -> Double {
    let group = model.groups[seat.group]
    switch agentChoice {
    case .longestIdle: return seat.freeSince
    case .mostIdleGroup:
      return -Double(seats.values.count { $0.group == seat.group && $0.contacts.isEmpty })
    case .leastOccupied:
      guard isSteady, seat.contacts.isEmpty, now > seat.came else { return 0 }
      return seat.busySeconds / (now - seat.came)
    case .roundRobin: return 0
    case .bestProficiency: return -(group.proficiencies[model.queues[queue].name] ?? 1)
    case .lowestCost: return group.costPerHour
    case .fewestSkills: return Double(group.queues.count)
    }
  }
}
