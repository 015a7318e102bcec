internal import ContactCenter
internal import Probability

extension RoutingEngine {
  /// Empties the center and starts the streams of a replication.
  mutating func prepare(_ replication: Int) {
    let isSecond = options.sampling == .antithetic && replication % 2 == 1
    stream = isSecond ? replication - 1 : replication
    flip = isSecond ? .max : 0
    heap.removeAll()
    interval = 0
    intervalEnd = layout.boundaries[1]
    nextChange = 0
    nextClosing = 0
    sequence = 0
    lastDesk = -1
    contacts.removeAll()
    details.removeAll()
    timers.removeAll()
    trace.removeAll()
    freeContact = WaitingLine.none
    queueTallies = OwnedArray(
      repeating: QueueTally(), count: (intervalCount + 1) * queueCount)
    groupTallies = OwnedArray(
      repeating: GroupTally(), count: intervalCount * layout.groups.count)
    waitCounts = OwnedArray(
      repeating: 0, count: (layout.dayCount + 1) * queueCount * WaitHistograms.size)
    placesTaken = OwnedArray(repeating: 0, count: layout.lineGroups.count)
    portsTaken = OwnedArray(repeating: 0, count: queueCount)
    dialers = OwnedArray(repeating: Dialer(), count: queueCount)
    prepareQueues()
    #if DEBUG
      now = 0
      laws = OwnedArray(repeating: LengthLaw(), count: lines.count)
    #endif
    drawBusyness(replication)
    prepareDesks()
    drawAttendance()
  }

  /// The stream of a name and purpose in this replication.
  func namedStream(_ name: String, _ purpose: String) -> Xoshiro256 {
    Xoshiro256(
      StreamKey(seed: options.seed, replication: stream, name: name, purpose: purpose))
  }

  private mutating func prepareQueues() {
    sources.removeAll()
    lines.removeAll()
    keys.removeAll()
    var preferred: [(index: Int32, queue: Int)] = []
    for (index, queue) in layout.queues.enumerated() {
      for purpose in Purpose.allCases {
        keys.append(
          StreamKey(
            seed: options.seed, replication: stream, name: queue.name, purpose: purpose.name
          ).value)
      }
      let base = index * Purpose.allCases.count
      let process: QueueSource.Process =
        switch queue.arrivals {
        case .rates: .rates
        case .paths: .path
        case .trace: .trace
        }
      let isLoaded = queue.behavior.outbound != nil
      sources.append(
        QueueSource(
          arrivals: namedStream(queue.name, "arrival"), process: process,
          handleKey: keys[base + Purpose.handleTime.rawValue],
          patienceKey: keys[base + Purpose.patience.rawValue],
          meanPatienceSeconds: isLoaded ? .infinity : queue.meanPatienceSeconds ?? .infinity,
          flip: flip, inverts: options.sampling == .antithetic))
      lines.append(line(of: index))
      if layout.traits[index].preferredLine >= 0 {
        preferred.append((layout.traits[index].preferredLine, index))
      }
    }
    for item in preferred.sorted(by: { $0.index < $1.index }) {
      lines.append(line(of: item.queue))
    }
  }

  private func line(of queue: Int) -> WaitingLine {
    let model = layout.queues[queue]
    let routes = layout.routing.routeRanges[queue]
    return WaitingLine(
      queue: Int32(queue), thresholdSeconds: model.target.threshold.value,
      shortAbandonSeconds: model.shortAbandonSeconds, sessions: Int32(model.sessions),
      isPlain: layout.traits[queue].isPlain && !isTracing,
      // A trace says when somebody gives up, not when that is found out.
      hasTimers: layout.traits[queue].hasTimers || options.usesPatienceTimers || isTracing,
      interrupts: layout.traits[queue].interrupts, firstRoute: routes.lowerBound,
      endRoute: routes.upperBound)
  }

  private mutating func prepareDesks() {
    groups.removeAll()
    for cell in freeLists.indices { freeLists[cell] = FreeList() }
    books = OwnedArray(
      repeating: DeskBook(), count: hasBooks || layout.hasSpeeds ? desks.count : 0)
    var desk = 0
    for group in layout.groups.indices {
      let firstDesk = desk
      while desk < desks.count, desks[desk].group == Int32(group) {
        desks[desk] = Desk(group: Int32(group))
        desks[desk].next = desk > firstDesk ? Int32(desk - 1) : Desk.none
        desk += 1
      }
      let choices = layout.routing.choiceStarts[group]..<layout.routing.choiceStarts[group + 1]
      groups.append(
        DeskGroup(
          firstChoice: choices.lowerBound, endChoice: choices.upperBound,
          firstDesk: firstDesk, endDesk: desk,
          isSimple: layout.groups[group].queueChoice == .priority
            && layout.routing.choices[choices].allSatisfy { $0.step < 0 && $0.reserve == 0 }))
      if desk > firstDesk { groups[group].absent = Int32(desk - 1) }
    }
  }

  /// What each rostered agent did.
  func agentTallies() -> ContiguousArray<AgentTally> {
    guard layout.isRoster else { return [] }
    return ContiguousArray(
      desks.indices.map { desk in
        var tally = AgentTally()
        tally.busySeconds =
          books[desk].busySeconds
          + (desks[desk].active > 0 ? endSeconds - books[desk].busySince : 0)
        tally.presentSeconds =
          books[desk].presentSeconds
          + (desks[desk].isPresent ? endSeconds - books[desk].presentSince : 0)
        tally.contacts = books[desk].begun
        return tally
      })
  }
}
