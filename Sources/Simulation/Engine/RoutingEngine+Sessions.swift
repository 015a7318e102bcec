internal import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// Contacts with a record in the hands of agents.
extension RoutingEngine {
  /// Counts a contact as answered, or makes the call that it waits for.
  mutating func answerRecord(_ index: Int32, _ seconds: Double) {
    let i = Int(index)
    if hasTimers { timers[i] = 0 }
    details[i].event = 0
    if details[i].isResumed { return }
    let tally = Int(contacts[i].tally)
    if details[i].isCallback {
      if !details[i].isReached { call(i) }
      if details[i].isReached {
        queueTallies[tally].answered += 1
        queueTallies[tally].answeredCallbacks += 1
        queueTallies[tally].callbackWaitSeconds += seconds - contacts[i].arrival
      } else {
        queueTallies[tally].unreached += 1
      }
      return
    }
    let line = Int(details[i].line)
    let wait = seconds - contacts[i].arrival
    queueTallies[tally].answer(
      after: wait, counted: counted(line, contacts[i].arrival, seconds),
      threshold: lines[line].thresholdSeconds)
    waitCounts[Int(waitCells[tally]) &+ WaitHistograms.bucket(wait)] &+= 1
  }

  /// Calls the customer of a callback or of a campaign: whether it is reached, and how long the agent is held.
  private mutating func call(_ i: Int) {
    let behavior = layout.queues[Int(details[i].queue)].behavior
    if let campaign = behavior.outbound {
      let attempt = campaign.attempt.value * exponentialNumber(.dialing, i, slot: 0)
      details[i].isReached = uniform(.dialing, i, slot: 1) < campaign.connected.value
      let talk = details[i].isReached ? talkSeconds(i, campaign) : 0
      contacts[i].handleSeconds = attempt + talk
    } else if let offer = behavior.callback {
      details[i].isReached = uniform(.callback, i, slot: 1) < offer.reached.value
      if !details[i].isReached { contacts[i].handleSeconds = offer.attempt.value }
    } else {
      details[i].isReached = true
    }
  }

  /// The time with a connected customer: the right person, or another.
  func talkSeconds(_ i: Int, _ campaign: OutboundCampaign) -> Double {
    uniform(.dialing, i, slot: 2) < campaign.rightParty.value
      ? contacts[i].handleSeconds : campaign.wrongParty.value
  }

  /// Starts the service of a contact at a desk that is in no free list; a desk between two contacts has stayed busy.
  mutating func beginRecord(_ index: Int32, at desk: Int, _ seconds: Double, isBusy: Bool) {
    let i = Int(index)
    let queue = Int(details[i].queue)
    let group = Int(desks[desk].group)
    note(
      details[i].isResumed ? .resumed : details[i].isReached ? .answered : .unreached, i, seconds,
      desk: desk, wait: details[i].isResumed ? nil : seconds - contacts[i].arrival)
    if !isBusy, desks[desk].active == 0 { becomeBusy(desk, group, seconds) }
    desks[desk].add(sessions: lines[queue].sessions)
    groups[group].beginSession(for: intervalEnd - seconds)
    if hasBooks { books[desk].begun += 1 }
    details[i].state = .inService
    details[i].desk = Int32(desk)
    details[i].begun = seconds
    link(i, to: desk)
    if details[i].wrapSeconds < 0 { setWrapUpAside(i) }
    // Only who has been reached talks in turns.
    if let conversation = layout.queues[queue].behavior.conversation, details[i].isReached,
      details[i].turnSeconds == 0
    {
      divide(i, conversation)
    }
    setWork(i, contacts[i].handleSeconds * slowness(desk, queue), seconds)
    retime(desk, seconds)
  }

  /// Parts the work after the customer has gone from the rest, where the line is given back before it.
  private mutating func setWrapUpAside(_ i: Int) {
    let queue = Int(details[i].queue)
    let share =
      layout.traits[queue].hasWrapPhase && details[i].isReached
      ? layout.queues[queue].behavior.wrapUp.value : 0
    details[i].wrapSeconds = contacts[i].handleSeconds * share
    contacts[i].handleSeconds *= 1 - share
  }

  /// Divides a contact's work into turns.
  private mutating func divide(_ i: Int, _ conversation: Conversation) {
    var turns: Int32 = 1
    if conversation.turns > 1 {
      // Geometric with the mean asked for: 1 + ⌊log U / log(1 − 1/mean)⌋.
      let more = log(uniform(.conversation, i, slot: 0)) / log1p(-1 / conversation.turns)
      turns = 1 + Int32(min(more, 100_000))
    }
    details[i].turns = turns - 1
    details[i].turnSeconds = max(contacts[i].handleSeconds / Double(turns), 1e-9)
    contacts[i].handleSeconds = details[i].turnSeconds
  }

  private mutating func setWork(_ i: Int, _ work: Double, _ seconds: Double) {
    details[i].remaining = work
    details[i].since = seconds
    details[i].event = 0
  }

  private mutating func link(_ i: Int, to desk: Int) {
    let first = desks[desk].session
    details[i].previousSession = Desk.none
    details[i].nextSession = first
    if first >= 0 { details[Int(first)].previousSession = Int32(i) }
    desks[desk].session = Int32(i)
  }

  private mutating func detach(_ i: Int, from desk: Int) {
    let (previous, next) = (details[i].previousSession, details[i].nextSession)
    if previous >= 0 {
      details[Int(previous)].nextSession = next
    } else {
      desks[desk].session = next
    }
    if next >= 0 { details[Int(next)].previousSession = previous }
  }

  /// Sets the end of every contact with a record at a desk anew where its speed has changed.
  ///
  /// A contact's speed depends on how many are in work at the desk: those whose customers think are not. Work done so far
  /// counts at the old speed.
  mutating func retime(_ desk: Int, _ seconds: Double) {
    let working = Int(desks[desk].active - desks[desk].thinking)
    var session = desks[desk].session
    while session >= 0 {
      let i = Int(session)
      session = details[i].nextSession
      guard details[i].state == .inService || details[i].state == .wrapUp else { continue }
      var speed = 1.0
      if !layout.speedByLevel.isEmpty {
        let level = min(max(working, 1), ModelCheck.maximumSessions) - 1
        speed = layout.speedByLevel[Int(details[i].queue) * ModelCheck.maximumSessions + level]
      }
      if details[i].event != 0 {
        if speed == details[i].speed { continue }
        details[i].remaining = max(
          0, details[i].remaining - (seconds - details[i].since) * details[i].speed)
        details[i].since = seconds
      }
      details[i].speed = speed
      let number = nextSequence()
      details[i].event = number
      heap.push(
        Event(
          .contactEnd, at: seconds + details[i].remaining / speed, sequence: number, subject: i))
    }
  }

  /// The talk, the wrap-up or a turn of a contact ends.
  mutating func endPhase(of i: Int, _ seconds: Double) {
    let queue = Int(details[i].queue)
    let desk = Int(details[i].desk)
    if details[i].state == .inService {
      if details[i].wrapSeconds > 0, details[i].turns == 0 {
        releaseTrunk(i)
        details[i].state = .wrapUp
        setWork(i, details[i].wrapSeconds * slowness(desk, queue), seconds)
        return retime(desk, seconds)
      }
      if details[i].turns > 0, let conversation = layout.queues[queue].behavior.conversation {
        return think(i, at: desk, conversation, seconds)
      }
    }
    note(.ended, i, seconds, desk: desk)
    endSession(i, at: desk, seconds)
    goOnAfterSession(desk, seconds)
    conclude(i, seconds)
  }

  /// The customer thinks about the agent's message.
  private mutating func think(
    _ i: Int, at desk: Int, _ conversation: Conversation, _ seconds: Double
  ) {
    let turn = UInt64(details[i].turns % 60)
    details[i].turns -= 1
    note(.thinking, i, seconds, desk: desk)
    let pause = conversation.thinking.value * exponentialNumber(.conversation, i, slot: 1 + turn)
    if conversation.keepsSession {
      details[i].state = .thinking
      desks[desk].thinking += 1
      groups[Int(desks[desk].group)].endSession(for: intervalEnd - seconds)
      scheduleReturn(i, at: seconds + pause)
      retime(desk, seconds)
    } else {
      endSession(i, at: desk, seconds)
      details[i].state = .replying
      scheduleReturn(i, at: seconds + pause)
      goOnAfterSession(desk, seconds)
    }
  }

  /// A customer who kept a session has answered.
  mutating func resumeSession(_ i: Int, _ seconds: Double) {
    let desk = Int(details[i].desk)
    desks[desk].thinking -= 1
    groups[Int(desks[desk].group)].beginSession(for: intervalEnd - seconds)
    details[i].state = .inService
    setWork(i, details[i].turnSeconds * slowness(desk, Int(details[i].queue)), seconds)
    retime(desk, seconds)
  }

  /// Takes a contact from its desk; the desk is in no free list afterwards.
  mutating func endSession(_ i: Int, at desk: Int, _ seconds: Double) {
    detach(i, from: desk)
    if desks[desk].level >= 0 { leaveFreeList(desk) }
    if details[i].state == .thinking {
      desks[desk].thinking -= 1
    } else {
      groups[Int(desks[desk].group)].endSession(for: intervalEnd - seconds)
    }
    desks[desk].endContact()
    details[i].event = 0
    if desks[desk].session >= 0 { retime(desk, seconds) }
  }

  /// After a session has ended: the agent takes the next contact, waits for one, or goes.
  mutating func goOnAfterSession(_ desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    if mustGo(desk, group) { return goIfDone(desk, group, seconds) }
    goOn(desk, group, seconds, with: answerNext(for: desk, group, seconds, between: true))
  }

  /// A desk whose interruptible contact is put aside for one of the queue, now in its free list; none where there is none.
  ///
  /// Of those in the queue's groups the one begun last: the least is lost.
  @inline(never)
  mutating func interruptedDesk(for queue: Int, _ seconds: Double) -> Int32 {
    var best = -1
    for route in lines[queue].firstRoute..<lines[queue].endRoute
    where layout.routing.routes[route].reserve == 0 {
      let group = Int(layout.routing.routes[route].group)
      for desk in groups[group].firstDesk..<groups[group].endDesk
      where desks[desk].active == 1 && desks[desk].session >= 0 && !desks[desk].isLeaving {
        let i = Int(desks[desk].session)
        if details[i].state == .inService,
          layout.traits[Int(details[i].queue)].isInterruptible,
          best < 0 || details[i].begun > details[best].begun
        {
          best = i
        }
      }
    }
    guard best >= 0 else { return Desk.none }
    let desk = Int(details[best].desk)
    putAside(best, seconds)
    contacts[best].deadline = .infinity
    becomeIdle(desk, Int(desks[desk].group), seconds)
    let other = chooseDesk(for: best, seconds)
    if other >= 0 {
      beginAtOnce(best, at: Int(other), seconds)
    } else {
      prepend(Int32(best), to: Int(details[best].line))
    }
    joinFreeList(desk, seconds)
    return Int32(desk)
  }

  /// Takes a contact from its desk with what is left of its work.
  private mutating func putAside(_ i: Int, _ seconds: Double) {
    let desk = Int(details[i].desk)
    let queue = Int(details[i].queue)
    let done = (seconds - details[i].since) * details[i].speed
    let left = max(0, details[i].remaining - done) / slowness(desk, queue)
    queueTallies[Int(contacts[i].tally)].interrupted += 1
    note(.interrupted, i, seconds, desk: desk)
    endSession(i, at: desk, seconds)
    contacts[i].handleSeconds = max(left, 1e-9)
    details[i].isResumed = true
    details[i].state = .waiting
  }

  /// Hands the contacts of a desk over: back to the head of their lines with new patience, or to whoever is free.
  ///
  /// The agent has gone when they are given away.
  mutating func handOver(_ desk: Int, _ seconds: Double) {
    if desks[desk].level >= 0 { leaveFreeList(desk) }
    var given: [Int] = []
    // The session begun last comes first, and so ends up behind the others.
    while desks[desk].session >= 0 {
      let i = Int(desks[desk].session)
      switch details[i].state {
      case .thinking:
        let event = details[i].event
        endSession(i, at: desk, seconds)
        details[i].state = .replying
        details[i].event = event
      case .wrapUp:
        endSession(i, at: desk, seconds)
        note(.ended, i, seconds, desk: desk)
        conclude(i, seconds)
      default:
        putAside(i, seconds)
        given.append(i)
      }
    }
    becomeIdle(desk, Int(desks[desk].group), seconds)
    depart(desk, seconds)
    for i in given {
      let queue = Int(details[i].queue)
      let mean = sources[queue].meanPatienceSeconds
      details[i].handOvers += 1
      let slot = UInt64(min(details[i].handOvers, 60))
      contacts[i].deadline =
        mean < .infinity
        ? seconds + mean
          * layout.patienceSamplers[queue].invert(uniform(.patience, i, slot: slot)) : .infinity
      let free = chooseDesk(for: i, seconds)
      if free >= 0 {
        beginAtOnce(i, at: Int(free), seconds)
      } else {
        note(.waiting, i, seconds)
        prepend(Int32(i), to: Int(details[i].line))
      }
    }
  }
}
