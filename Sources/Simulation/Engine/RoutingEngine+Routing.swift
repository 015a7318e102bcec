internal import ContactCenter

/// Who serves whom, where that is more than the first line of a list and the agent idle for longest.
extension RoutingEngine {
  /// The free desk that takes a contact, or none: the last agent where that is wanted, then the groups open to it.
  mutating func chooseDesk(for i: Int, _ seconds: Double) -> Int32 {
    let queue = Int(details[i].queue)
    let last = lastAgent(of: i)
    if last >= 0 { return last }
    var desk = chooseDesk(among: layout.routing.routeRanges[queue], for: i, seconds)
    if desk < 0, details[i].opened != 0 {
      for (number, step) in layout.traits[queue].steps.enumerated() {
        guard details[i].opened >> UInt64(min(number, 63)) & 1 == 1,
          case .open(let routes) = step.action
        else { continue }
        desk = chooseDesk(among: routes, for: i, seconds)
        if desk >= 0 { break }
      }
    }
    return desk
  }

  /// The desk of last time, where the contact wants it, the agent may take it and is free.
  private func lastAgent(of i: Int) -> Int32 {
    let desk = Int(details[i].desk)
    let queue = Int(details[i].queue)
    let behavior = layout.queues[queue].behavior
    guard desk >= 0,
      behavior.prefersLastAgent || details[i].isResumed && behavior.conversation != nil,
      desks[desk].level >= 0, desks[desk].active < lines[queue].sessions
    else { return Desk.none }
    let routes = layout.routing.routeRanges[queue]
    let group = desks[desk].group
    guard let route = routes.first(where: { layout.routing.routes[$0].group == group }),
      desks[desk].active > 0 || groups[Int(group)].idle > Int(layout.routing.routes[route].reserve)
    else { return Desk.none }
    return Int32(desk)
  }

  /// The free desk among some routes that the queue's policy chooses, or none.
  mutating func chooseDesk(among routes: Range<Int>, for i: Int, _ seconds: Double) -> Int32 {
    let queue = Int(details[i].queue)
    let desk: Int32
    switch layout.queues[queue].agentChoice {
    case .longestIdle: desk = choose(LongestIdle.self, among: routes, i, seconds)
    case .mostIdleGroup: desk = choose(MostIdleGroup.self, among: routes, i, seconds)
    case .leastOccupied: desk = choose(LeastOccupied.self, among: routes, i, seconds)
    case .roundRobin: desk = choose(RoundRobin.self, among: routes, i, seconds)
    case .bestProficiency: desk = choose(BestProficiency.self, among: routes, i, seconds)
    case .lowestCost: desk = choose(LowestCost.self, among: routes, i, seconds)
    case .fewestSkills: desk = choose(FewestSkills.self, among: routes, i, seconds)
    }
    // Only turns move the turn: contacts of other queues may take a way that knows of none.
    if desk >= 0, layout.queues[queue].agentChoice == .roundRobin { lastDesk = Int(desk) }
    return desk
  }

  private func choose<Policy: AgentChoicePolicy>(
    _: Policy.Type, among routes: Range<Int>, _ i: Int, _ seconds: Double
  ) -> Int32 {
    let queue = Int(details[i].queue)
    // A customer who has been dialed and has answered is not left waiting for the sake of a reserve.
    let keepsReserve = !(layout.traits[queue].isPredictive && details[i].isReached)
    var route = routes.lowerBound
    while route < routes.upperBound {
      let tierEnd =
        Policy.spansTiers ? routes.upperBound : Int(layout.routing.routes[route].tierEnd)
      for level in 0..<Int(lines[queue].sessions) {
        var best = Desk.none
        var bestKey = (Double.infinity, Double.infinity, Double.infinity)
        for candidate in route..<tierEnd {
          let group = Int(layout.routing.routes[candidate].group)
          if level == 0, keepsReserve,
            groups[group].idle <= Int(layout.routing.routes[candidate].reserve)
          {
            continue
          }
          var desk = freeLists[group * levels + level].first
          while desk >= 0 {
            let key = (
              siteDistance(queue, group),
              Policy.rank(self.candidate(Int(desk), group, queue, seconds)),
              Policy.spansTiers ? 0 : desks[Int(desk)].freeSince
            )
            if best < 0 || key < bestKey { (best, bestKey) = (desk, key) }
            desk = Policy.ranksAgents ? desks[Int(desk)].next : Desk.none
          }
        }
        if best >= 0 { return best }
      }
      route = tierEnd
    }
    return Desk.none
  }

  /// 0 for agents of the contact's site, 1 for others.
  @inline(__always)
  private func siteDistance(_ queue: Int, _ group: Int) -> Double {
    guard let site = layout.queues[queue].site else { return 0 }
    return layout.groups[group].site == site ? 0 : 1
  }

  @inline(__always)
  private func candidate(
    _ desk: Int, _ group: Int, _ queue: Int, _ seconds: Double
  ) -> AgentCandidate {
    let turn = desk - lastDesk - 1
    return AgentCandidate(
      idleInGroup: groups[group].idle,
      busyShare: hasBooks
        ? books[desk].busyShare(
          at: seconds, isBusy: desks[desk].active > 0, isPresent: desks[desk].isPresent) : 0,
      turnsUntil: turn < 0 ? turn + desks.count : turn,
      slowness: slowness(desk, queue),
      costPerHour: layout.groups[group].costPerHour,
      queuesServed: layout.routing.choiceStarts[group + 1] - layout.routing.choiceStarts[group])
  }

  /// Answers the contact that the group's policy, its scripts and reserves give to a desk; its queue or −1.
  ///
  /// See ``answerNext(for:_:_:between:)``, whose long way this is.
  @inline(never)
  mutating func answerBest(
    for desk: Int, _ group: Int, _ seconds: Double, between: Bool
  ) -> Int {
    let active = desks[desk].active
    // A desk between two contacts is still counted as busy, and idle for this purpose.
    let idle = groups[group].idle + (between && active == 0 ? 1 : 0)
    let isByPriority = layout.groups[group].queueChoice == .priority
    var best: (line: Int, contact: Int32, score: Double)?
    for position in groups[group].firstChoice..<groups[group].endChoice {
      let choice = layout.routing.choices[position]
      let line = Int(choice.line)
      guard lines[line].first >= 0, active == 0 || active < lines[line].sessions,
        active > 0 || idle > Int(choice.reserve)
      else { continue }
      let contact = firstOpen(line, choice.step, seconds)
      guard contact >= 0 else { continue }
      if isByPriority {
        best = (line, contact, 0)
        break
      }
      let score = score(
        layout.groups[group].queueChoice,
        LineCandidate(
          position: position - groups[group].firstChoice,
          wait: seconds - contacts[Int(contact)].arrival, threshold: lines[line].thresholdSeconds,
          waiting: waiting(in: Int(choice.queue)), rank: layout.queues[Int(choice.queue)].rank))
      if best.map({ score > $0.score }) ?? true { best = (line, contact, score) }
    }
    guard let best else { return -1 }
    if best.contact == firstLive(best.line, seconds) {
      _ = answerFirst(best.line, seconds)
    } else {
      let copy = Int32(takeFromLine(Int(best.contact)))
      answerRecord(copy, seconds)
      answeredContact = copy
    }
    return Int(lines[best.line].queue)
  }

  private func score(_ choice: QueueChoice, _ head: LineCandidate) -> Double {
    switch choice {
    case .priority: StaticPriority.score(head)
    case .oldest: OldestFirst.score(head)
    case .weightedWait: WeightedWait.score(head)
    case .nearestDeadline: NearestDeadline.score(head)
    case .longestQueue: LongestQueue.score(head)
    case .score: ScoredWait.score(head)
    }
  }

  /// The first contact of a line that a group may take: any, or one to which its step has opened the group.
  private func firstOpen(_ line: Int, _ step: Int32, _ seconds: Double) -> Int32 {
    if step < 0 { return firstLive(line, seconds) }
    let mask: UInt64 = 1 << UInt64(min(step, 63))
    var index = lines[line].first
    while index >= 0 {
      let contact = contacts[Int(index)]
      if contact.handleSeconds >= 0, !(contact.deadline < seconds),
        details[Int(index)].opened & mask != 0
      {
        return index
      }
      index = contact.next
    }
    return WaitingLine.none
  }
}
