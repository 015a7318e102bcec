extension RoutingEngine {
  /// The desk that takes a new contact of the queue, or none.
  ///
  /// Tier by tier; inside a tier the desks with the fewest contacts, among those the one free for longest, and among
  /// equals the one whose group comes first by name.
  @inline(__always)
  func freeDesk(for queue: Int) -> Int32 {
    var route = lines[queue].firstRoute
    let end = lines[queue].endRoute
    let sessions = Int(lines[queue].sessions)
    while route < end {
      let tierEnd = Int(layout.routes[route].tierEnd)
      for level in 0..<sessions {
        var best = Desk.none
        var candidate = route
        while candidate < tierEnd {
          let desk = freeLists[Int(layout.routes[candidate].group) &* levels &+ level].first
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

  /// Starts a contact at a desk of a free list.
  @inline(__always)
  mutating func begin(at desk: Int, _ queue: Int, _ handleSeconds: Double, _ seconds: Double) {
    let group = Int(desks[desk].group)
    leaveFreeList(desk)
    if desks[desk].active == 0 { groups[group].becomeBusy(for: intervalEnd - seconds) }
    desks[desk].add(sessions: lines[queue].sessions)
    heap.push(serviceEnd(of: desk, group, queue, handleSeconds, seconds))
    if desks[desk].active < desks[desk].limit { joinFreeList(desk, seconds) }
  }

  /// The event at which a contact that starts now ends.
  @inline(__always)
  private mutating func serviceEnd(
    of desk: Int, _ group: Int, _ queue: Int, _ handleSeconds: Double, _ seconds: Double
  ) -> Event {
    sequence &+= 1
    let slowness = layout.slowness[group &* queueCount &+ queue]
    return Event(
      .serviceEnd, at: seconds + handleSeconds * slowness, sequence: sequence, subject: desk)
  }

  /// A contact ends: the agent takes the next, waits for one, or goes.
  @inline(__always)
  mutating func endService(at desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    if desks[desk].level >= 0 { leaveFreeList(desk) }
    desks[desk].endContact()
    if groups[group].owed > 0, !desks[desk].isLeaving {
      groups[group].owed &-= 1
      desks[desk].isLeaving = true
    }
    if desks[desk].isLeaving {
      heap.removeTop()
      if desks[desk].active == 0 {
        groups[group].becomeIdle(for: intervalEnd - seconds)
        depart(desk, seconds)
      }
      return
    }
    let queue = answerNext(for: desk, group, seconds)
    if queue < 0 {
      heap.removeTop()
      if desks[desk].active == 0 { groups[group].becomeIdle(for: intervalEnd - seconds) }
      joinFreeList(desk, seconds)
      return
    }
    desks[desk].add(sessions: lines[queue].sessions)
    heap.replaceTop(with: serviceEnd(of: desk, group, queue, answeredHandleSeconds, seconds))
    if desks[desk].active < desks[desk].limit { fill(desk, seconds) }
  }

  /// Gives a desk that can take more than one contact as many as wait for it, then lists it if it has room left.
  mutating func fill(_ desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    while desks[desk].active < desks[desk].limit {
      let queue = answerNext(for: desk, group, seconds)
      if queue < 0 {
        joinFreeList(desk, seconds)
        return
      }
      if desks[desk].active == 0 { groups[group].becomeBusy(for: intervalEnd - seconds) }
      desks[desk].add(sessions: lines[queue].sessions)
      heap.push(serviceEnd(of: desk, group, queue, answeredHandleSeconds, seconds))
    }
  }

  /// Answers the first contact of the first line of the group in which someone waits, and returns its queue or −1.
  ///
  /// A desk with contacts in progress takes only those that allow one more at once. The contact's handle time is
  /// left in `answeredHandleSeconds`.
  @inline(__always)
  private mutating func answerNext(for desk: Int, _ group: Int, _ seconds: Double) -> Int {
    let active = desks[desk].active
    let end = groups[group].endChoice
    var choice = groups[group].firstChoice
    while choice < end {
      let queue = Int(layout.choices[choice])
      if lines[queue].first >= 0, active == 0 || active < lines[queue].sessions,
        answerFirst(queue, seconds)
      {
        return queue
      }
      choice &+= 1
    }
    return -1
  }

  /// Answers the first contact of a line that has not given up; false if there is none.
  @inline(__always)
  private mutating func answerFirst(_ queue: Int, _ seconds: Double) -> Bool {
    while lines[queue].first >= 0 {
      let contact = contacts[Int(lines[queue].first)]
      if contact.deadline < seconds {
        abandonFirst(queue, servedSeconds: seconds)
        continue
      }
      queueTallies[Int(contact.tally)].answer(
        after: seconds - contact.arrival, threshold: lines[queue].thresholdSeconds)
      removeFirst(queue)
      answeredHandleSeconds = contact.handleSeconds
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
    var span = desks.mutableSpan
    span[desk].join(behind: last, seconds)
    if last >= 0 { span[Int(last)].next = index }
  }

  /// Takes a desk out of its list.
  @inline(__always)
  mutating func leaveFreeList(_ desk: Int) {
    let cell = Int(desks[desk].group) &* levels &+ Int(desks[desk].level)
    let previous = desks[desk].previous
    let next = desks[desk].next
    freeLists[cell].remove(between: previous, and: next)
    var span = desks.mutableSpan
    span[desk].level = Desk.none
    if previous >= 0 { span[Int(previous)].next = next }
    if next >= 0 { span[Int(next)].previous = previous }
  }
}
