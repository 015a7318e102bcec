#if canImport(Glibc)
  internal import Glibc
#endif

/// eˣ under a name that no property of the engine hides.
@inline(__always)
func exponentialFunction(_ x: Double) -> Double { exp(x) }

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
          let desk = freeFirst[Int(layout.routes[candidate].group) &* levels &+ level]
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

  /// Adds a contact of the queue to a desk; its end is put on the event list by the caller.
  @inline(__always)
  mutating func begin(at desk: Int, _ queue: Int, _ seconds: Double) {
    if desks[desk].level >= 0 { leaveFreeList(desk) }
    if desks[desk].active == 0 { becomeBusy(desk, seconds) }
    desks[desk].active &+= 1
    let sessions = lines[queue].sessions
    if sessions < desks[desk].limit { desks[desk].limit = sessions }
    if desks[desk].active < desks[desk].limit { joinFreeList(desk, seconds) }
  }

  /// A contact ends: the agent takes the next, waits for one, or goes.
  @inline(__always)
  mutating func endService(at desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    desks[desk].active &-= 1
    if desks[desk].level >= 0 { leaveFreeList(desk) }
    if groups[group].owed > 0, !desks[desk].isLeaving {
      groups[group].owed &-= 1
      desks[desk].isLeaving = true
    }
    if desks[desk].isLeaving {
      heap.removeTop()
      if desks[desk].active == 0 {
        becomeIdle(desk, seconds)
        depart(desk, seconds)
      }
      return
    }
    if !takeNext(at: desk, seconds, replacingTop: true) {
      heap.removeTop()
      if desks[desk].active == 0 { becomeIdle(desk, seconds) }
      joinFreeList(desk, seconds)
      return
    }
    fill(desk, seconds)
  }

  /// Gives a desk that can take more than one contact as many as wait for it, then lists it if it has room left.
  @inline(__always)
  mutating func fill(_ desk: Int, _ seconds: Double) {
    while desks[desk].active < desks[desk].limit {
      if !takeNext(at: desk, seconds, replacingTop: false) {
        joinFreeList(desk, seconds)
        return
      }
    }
  }

  /// The desk takes the first contact of the first line of its group in which someone waits.
  ///
  /// A desk with contacts in progress takes only those that allow one more at once.
  @inline(__always)
  mutating func takeNext(at desk: Int, _ seconds: Double, replacingTop: Bool) -> Bool {
    let group = Int(desks[desk].group)
    let active = desks[desk].active
    var choice = groups[group].firstChoice
    let end = groups[group].endChoice
    while choice < end {
      let queue = Int(layout.choices[choice])
      choice &+= 1
      if active > 0, active >= lines[queue].sessions { continue }
      let handleSeconds = answerFirst(queue, seconds)
      if handleSeconds < 0 { continue }
      // The level list does not hold the desk here: only what changes when a contact is added remains.
      if replacingTop {
        if active == 0 { desks[desk].limit = .max }
      } else if active == 0 {
        becomeBusy(desk, seconds)
      }
      desks[desk].active &+= 1
      let sessions = lines[queue].sessions
      if sessions < desks[desk].limit { desks[desk].limit = sessions }
      sequence &+= 1
      let slowness = layout.slowness[group &* queueCount &+ queue]
      let event = Event(
        .serviceEnd, at: seconds + handleSeconds * slowness, sequence: sequence, subject: desk)
      if replacingTop { heap.replaceTop(with: event) } else { heap.push(event) }
      return true
    }
    return false
  }

  /// Answers the first contact of a line and returns its handle time, or −1 if nobody waits any more.
  @inline(__always)
  mutating func answerFirst(_ queue: Int, _ seconds: Double) -> Double {
    while lines[queue].first >= 0 {
      let contact = contacts[Int(lines[queue].first)]
      if contact.deadline < seconds {
        abandonFirst(queue, servedSeconds: seconds)
        continue
      }
      let wait = seconds - contact.arrival
      let tally = Int(contact.tally)
      queueTallies[tally].answered &+= 1
      queueTallies[tally].answeredWaitSeconds += wait
      if wait <= lines[queue].thresholdSeconds {
        queueTallies[tally].answeredInThreshold &+= 1
        queueTallies[tally].virtualInThreshold &+= 1
      }
      removeFirst(queue)
      return contact.handleSeconds
    }
    return -1
  }

  @inline(__always)
  private mutating func becomeBusy(_ desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    groups[group].busy &+= 1
    groups[group].busySeconds += intervalEnd - seconds
    desks[desk].limit = .max
  }

  @inline(__always)
  private mutating func becomeIdle(_ desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    groups[group].busy &-= 1
    groups[group].busySeconds -= intervalEnd - seconds
    desks[desk].limit = .max
  }

  /// Appends a desk to the list of those with as many contacts as it has.
  @inline(__always)
  mutating func joinFreeList(_ desk: Int, _ seconds: Double) {
    let level = desks[desk].active
    let cell = Int(desks[desk].group) &* levels &+ Int(level)
    let last = freeLast[cell]
    desks[desk].level = level
    desks[desk].freeSince = seconds
    desks[desk].previous = last
    desks[desk].next = Desk.none
    if last >= 0 {
      desks[Int(last)].next = Int32(truncatingIfNeeded: desk)
    } else {
      freeFirst[cell] = Int32(truncatingIfNeeded: desk)
    }
    freeLast[cell] = Int32(truncatingIfNeeded: desk)
  }

  @inline(__always)
  mutating func leaveFreeList(_ desk: Int) {
    let cell = Int(desks[desk].group) &* levels &+ Int(desks[desk].level)
    let previous = desks[desk].previous
    let next = desks[desk].next
    if previous >= 0 { desks[Int(previous)].next = next } else { freeFirst[cell] = next }
    if next >= 0 { desks[Int(next)].previous = previous } else { freeLast[cell] = previous }
    desks[desk].level = Desk.none
  }
}
