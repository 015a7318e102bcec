extension RoutingEngine {
  /// The desk that takes a new contact of the queue, or none: longest idle.
  ///
  /// Tier by tier; inside a tier the desks with the fewest contacts, among those the one free for longest, and among
  /// equals the one whose group comes first by name.
  @inline(__always)
  func freeDesk(for queue: Int) -> Int32 {
    var route = lines[queue].firstRoute
    let end = lines[queue].endRoute
    let sessions = Int(lines[queue].sessions)
    while route < end {
      let tierEnd = Int(layout.routing.routes[route].tierEnd)
      for level in 0..<sessions {
        var best = Desk.none
        var candidate = route
        while candidate < tierEnd {
          let desk =
            freeLists[Int(layout.routing.routes[candidate].group) &* levels &+ level].first
          if desk >= 0, best < 0 || desks[Int(desk)].freeSince < desks[Int(best)].freeSince {
            best = desk
          }
          candidate &+= 1
        }
        if best >= 0 { return best }
      }
      route = tierEnd
    }
    return Desk.none
  }

  /// Starts a contact without record at a desk of a free list.
  @inline(__always)
  mutating func begin(at desk: Int, _ queue: Int, _ handleSeconds: Double, _ seconds: Double) {
    leaveFreeList(desk)
    takeUp(desk, queue, seconds)
    heap.push(serviceEnd(of: desk, queue, handleSeconds, seconds))
    if desks[desk].active < desks[desk].limit { joinFreeList(desk, seconds) }
  }

  /// One more contact at a desk.
  @inline(__always)
  mutating func takeUp(_ desk: Int, _ queue: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    if desks[desk].active == 0 { becomeBusy(desk, group, seconds) }
    desks[desk].add(sessions: lines[queue].sessions)
    groups[group].beginSession(for: intervalEnd - seconds)
    if hasBooks { books[desk].begun &+= 1 }
    if desks[desk].session >= 0 { retime(desk, seconds) }
  }

  @inline(__always)
  mutating func becomeBusy(_ desk: Int, _ group: Int, _ seconds: Double) {
    groups[group].becomeBusy(for: intervalEnd - seconds)
    if hasBooks { books[desk].busySince = seconds }
  }

  @inline(__always)
  mutating func becomeIdle(_ desk: Int, _ group: Int, _ seconds: Double) {
    groups[group].becomeIdle(for: intervalEnd - seconds)
    if hasBooks { books[desk].busySeconds += seconds - books[desk].busySince }
  }

  /// What a queue's handle time is multiplied by at a desk.
  @inline(__always)
  func slowness(_ desk: Int, _ queue: Int) -> Double {
    let slowness = layout.slowness[Int(desks[desk].group) &* queueCount &+ queue]
    return layout.hasSpeeds ? slowness * books[desk].slowness : slowness
  }

  /// The event at which a contact without record that starts now ends.
  @inline(__always)
  private mutating func serviceEnd(
    of desk: Int, _ queue: Int, _ handleSeconds: Double, _ seconds: Double
  ) -> Event {
    Event(
      .serviceEnd, at: seconds + handleSeconds * slowness(desk, queue), sequence: nextSequence(),
      subject: desk)
  }

  /// A contact without record ends: the agent takes the next, waits for one, or goes.
  ///
  /// The event is still on top of the list, to be replaced by that of the next contact.
  @inline(__always)
  mutating func endService(at desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    if desks[desk].level >= 0 { leaveFreeList(desk) }
    desks[desk].endContact()
    groups[group].endSession(for: intervalEnd - seconds)
    if desks[desk].session >= 0 { retime(desk, seconds) }
    if mustGo(desk, group) {
      heap.removeTop()
      goIfDone(desk, group, seconds)
      return
    }
    let queue = answerNext(for: desk, group, seconds, between: true)
    if queue >= 0, answeredContact < 0 {
      desks[desk].add(sessions: lines[queue].sessions)
      groups[group].beginSession(for: intervalEnd - seconds)
      if hasBooks { books[desk].begun &+= 1 }
      if desks[desk].session >= 0 { retime(desk, seconds) }
      heap.replaceTop(with: serviceEnd(of: desk, queue, answeredHandleSeconds, seconds))
      if desks[desk].active < desks[desk].limit { fill(desk, seconds) }
      return
    }
    heap.removeTop()
    goOn(desk, group, seconds, with: queue)
  }

  /// Whether an agent goes as soon as the contacts in progress have ended; an agent of a surplus is told now.
  @inline(__always)
  mutating func mustGo(_ desk: Int, _ group: Int) -> Bool {
    if groups[group].owed > 0, !desks[desk].isLeaving {
      groups[group].owed &-= 1
      desks[desk].isLeaving = true
    }
    return desks[desk].isLeaving
  }

  /// Lets a leaving agent go whose last contact has ended.
  mutating func goIfDone(_ desk: Int, _ group: Int, _ seconds: Double) {
    guard desks[desk].active == 0 else { return }
    becomeIdle(desk, group, seconds)
    depart(desk, seconds)
  }

  /// After a contact has ended: takes up the one just answered, if any, and more as long as there is room.
  mutating func goOn(_ desk: Int, _ group: Int, _ seconds: Double, with answered: Int) {
    if answered >= 0 {
      start(desk, answered, seconds, isBusy: true)
      if desks[desk].active < desks[desk].limit { fill(desk, seconds) }
      return
    }
    if desks[desk].active == 0 { becomeIdle(desk, group, seconds) }
    joinFreeList(desk, seconds)
    if !predictiveQueues.isEmpty { dialAll(seconds) }
  }

  /// Starts the contact answered last at a desk that is in no free list; one between two contacts has stayed busy.
  mutating func start(_ desk: Int, _ queue: Int, _ seconds: Double, isBusy: Bool) {
    if answeredContact >= 0 {
      beginRecord(answeredContact, at: desk, seconds, isBusy: isBusy)
      return
    }
    let group = Int(desks[desk].group)
    if !isBusy, desks[desk].active == 0 { becomeBusy(desk, group, seconds) }
    desks[desk].add(sessions: lines[queue].sessions)
    groups[group].beginSession(for: intervalEnd - seconds)
    if hasBooks { books[desk].begun &+= 1 }
    if desks[desk].session >= 0 { retime(desk, seconds) }
    heap.push(serviceEnd(of: desk, queue, answeredHandleSeconds, seconds))
  }

  /// Gives a desk that can take more than one contact as many as wait for it, then lists it if it has room left.
  mutating func fill(_ desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    while desks[desk].active < desks[desk].limit {
      let queue = answerNext(for: desk, group, seconds, between: false)
      if queue < 0 {
        joinFreeList(desk, seconds)
        return
      }
      start(desk, queue, seconds, isBusy: false)
    }
  }

  /// Answers the first contact of the first line of the group in which someone waits, and returns its queue or −1.
  ///
  /// A desk with contacts in progress takes only those that allow one more at once. The contact's handle time is
  /// left in `answeredHandleSeconds`, its record, if it needs one, in `answeredContact`. `between` says that the desk has just
  /// ended a contact and is still counted as busy.
  @inline(__always)
  mutating func answerNext(
    for desk: Int, _ group: Int, _ seconds: Double, between: Bool
  ) -> Int {
    if !groups[group].isSimple {
      return answerBest(for: desk, group, seconds, between: between)
    }
    let active = desks[desk].active
    let end = groups[group].endChoice
    var choice = groups[group].firstChoice
    while choice < end {
      let line = Int(layout.routing.choices[choice].line)
      if lines[line].first >= 0, active == 0 || active < lines[line].sessions,
        answerFirst(line, seconds)
      {
        return Int(lines[line].queue)
      }
      choice &+= 1
    }
    return -1
  }

  /// Answers the first contact of a line that has not given up; false if there is none.
  @inline(__always)
  mutating func answerFirst(_ line: Int, _ seconds: Double) -> Bool {
    while lines[line].first >= 0 {
      let index = lines[line].first
      let contact = contacts[Int(index)]
      if contact.handleSeconds < 0 || contact.deadline < seconds {
        dropFirst(line, servedSeconds: seconds)
        continue
      }
      leaveLine(line, index)
      if lines[line].isPlain {
        let wait = seconds - contact.arrival
        queueTallies[Int(contact.tally)].answer(
          after: wait, counted: wait, threshold: lines[line].thresholdSeconds)
        waitCounts[Int(waitCells[Int(contact.tally)]) &+ WaitHistograms.bucket(wait)] &+= 1
        removeFirst(line)
        answeredHandleSeconds = contact.handleSeconds
        answeredContact = WaitingLine.none
      } else {
        lines[line].advance(to: contact.next)
        answerRecord(index, seconds)
        answeredContact = index
      }
      return true
    }
    return false
  }

  /// Appends a desk to the list of those with as many contacts as it has.
  @inline(__always)
  mutating func joinFreeList(_ desk: Int, _ seconds: Double) {
    let cell = Int(desks[desk].group) &* levels &+ Int(desks[desk].active)
    let index = Int32(truncatingIfNeeded: desk)
    let last = freeLists[cell].append(index)
    desks[desk].join(behind: last, seconds)
    if last >= 0 { desks[Int(last)].next = index }
  }

  /// Takes a desk out of its list.
  @inline(__always)
  mutating func leaveFreeList(_ desk: Int) {
    let cell = Int(desks[desk].group) &* levels &+ Int(desks[desk].level)
    let previous = desks[desk].previous
    let next = desks[desk].next
    freeLists[cell].remove(between: previous, and: next)
    desks[desk].level = Desk.none
    if previous >= 0 { desks[Int(previous)].next = next }
    if next >= 0 { desks[Int(next)].previous = previous }
  }
}
