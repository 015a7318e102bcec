internal import ContactCenter

/// Contacts that give up, try again, are handed on or come back.
extension RoutingEngine {
  /// A waiting customer's patience ends.
  mutating func giveUp(_ i: Int, _ seconds: Double) {
    // A plain queue has one line, which bears its number.
    let queue = Int(contacts[i].tally) % queueCount
    if lines[queue].isPlain {
      timers[i] = 0
      bookAbandonment(Int32(i), queue, at: seconds, servedSeconds: .infinity)
      leaveLine(queue, Int32(i))
      contacts[i].handleSeconds = Contact.gaveUp
      return
    }
    let line = Int(details[i].line)
    bookAbandonment(Int32(i), line, at: seconds, servedSeconds: .infinity)
    note(.abandoned, i, seconds, wait: seconds - contacts[i].arrival)
    leave(i, as: details[i].isResumed ? Contact.left : Contact.gaveUp, seconds)
  }

  /// A waiting customer is sent away and counts as abandoned.
  mutating func dismiss(_ i: Int, _ seconds: Double) {
    bookAbandonment(Int32(i), Int(details[i].line), at: seconds, servedSeconds: .infinity)
    note(.abandoned, i, seconds, wait: seconds - contacts[i].arrival)
    leave(i, as: Contact.left, seconds)
  }

  /// A customer leaves the line in which its place stays empty until its turn, and perhaps tries again.
  private mutating func leave(_ i: Int, as mark: Double, _ seconds: Double) {
    let queue = Int(details[i].queue)
    leaveLine(Int(details[i].line), Int32(i))
    releaseTrunk(i)
    if details[i].isReached, layout.traits[queue].isPredictive { dialers[queue].abandoned += 1 }
    if !details[i].isResumed, !details[i].isCallback,
      let redial = layout.queues[queue].behavior.redial
    {
      let copy = duplicate(i)
      if !self.redial(copy, seconds, redial.afterAbandonment.value) { forget(Int32(copy)) }
    }
    vacate(i, as: mark)
  }

  /// Marks the place of a contact in its line as empty.
  mutating func vacate(_ i: Int, as mark: Double) {
    contacts[i].handleSeconds = mark
    details[i].state = .free
    details[i].event = 0
    if hasTimers { timers[i] = 0 }
  }

  /// A second record of the same contact, in no line.
  mutating func duplicate(_ i: Int) -> Int {
    let index = record(contacts[i])
    let detail = details[i]
    describe(index, Int(detail.line), detail.ordinal)
    details[Int(index)] = detail
    details[Int(index)].event = 0
    contacts[Int(index)].next = WaitingLine.none
    return Int(index)
  }

  /// Lets a customer try again later with a probability; whether it will.
  mutating func redial(_ i: Int, _ seconds: Double, _ share: Double?) -> Bool {
    let queue = Int(details[i].queue)
    guard let share, let redial = layout.queues[queue].behavior.redial,
      Int(details[i].attempt) + 1 < redial.maximumAttempts ?? 1_000_000,
      uniform(.returning, i, slot: 0) < share
    else { return false }
    let delay = redial.delay.value * exponentialNumber(.returning, i, slot: 1)
    details[i].isRecontact = false
    sendAway(i, to: layout.traits[queue].redialQueue, at: seconds + delay, seconds)
    return true
  }

  private mutating func sendAway(
    _ i: Int, to queue: Int32, at time: Double, _ seconds: Double
  ) {
    note(.returning, i, seconds)
    details[i].queue = queue
    details[i].line = queue
    details[i].state = .away
    scheduleReturn(i, at: time)
  }

  /// A contact is back: something of its own, or its turn of the script.
  mutating func comeBack(_ i: Int, _ seconds: Double) {
    details[i].event = 0
    switch details[i].state {
    case .waiting:
      // A customer whose patience is over is gone, whether anybody has looked yet or not.
      guard !(contacts[i].deadline < seconds) else { return }
      // The step of its time, and the next one's event.
      if takeSteps(i, seconds, untilAfter: seconds - contacts[i].arrival) { scheduleStep(i) }
    case .thinking: resumeSession(i, seconds)
    case .replying:
      details[i].isResumed = true
      contacts[i].arrival = seconds
      contacts[i].deadline = .infinity
      contacts[i].handleSeconds = details[i].turnSeconds
      enter(i, seconds)
    case .callbackDue: enter(i, seconds)
    case .away: tryAgain(i, seconds)
    case .selfService: leaveSelfService(i, seconds)
    case .ringing: endRinging(i, seconds)
    default: break
    }
  }

  /// A customer who gave up, was blocked or had an unsettled matter calls anew.
  private mutating func tryAgain(_ i: Int, _ seconds: Double) {
    let queue = Int(details[i].queue)
    details[i].attempt += 1
    let cell = interval * queueCount + queue
    if details[i].isRecontact {
      queueTallies[cell].recontacted += 1
    } else {
      queueTallies[cell].redialed += 1
    }
    beginAnew(i, in: queue, seconds)
    admit(i, seconds, throughSelfService: true)
  }

  /// A contact is offered to a queue once more.
  mutating func beginAnew(_ i: Int, in queue: Int, _ seconds: Double) {
    let cell = interval * queueCount + queue
    queueTallies[cell].offered += 1
    contacts[i].tally = Int32(cell)
    contacts[i].arrival = seconds
    details[i].isResumed = false
    details[i].isCallback = false
    details[i].isReached = true
    details[i].turns = 0
    details[i].turnSeconds = 0
    details[i].wrapSeconds = -1
    var patience = sources[queue].meanPatienceSeconds
    if details[i].isPreferred, let preferred = layout.queues[queue].behavior.preferred {
      patience *= preferred.patience
    }
    contacts[i].deadline =
      patience < .infinity
      ? seconds + patience
        * layout.patienceSamplers[queue].invert(uniform(.patience, i, slot: 0)) : .infinity
    // The matter of a redial is the one it was; in another queue, or with a new matter, it takes another time.
    let isSame =
      details[i].origin == Int32(queue) && !details[i].isRecontact && details[i].moves == 0
    let mean = layout.handleSeconds[queue * intervalCount + interval]
    contacts[i].handleSeconds =
      isSame
      ? details[i].recordedSeconds >= 0
        ? details[i].recordedSeconds : drawHandleTime(queue, details[i].ordinal)
      : mean * layout.handleSamplers[queue].invert(uniform(.handleTime, i, slot: 0))
    note(.arrived, i, seconds)
  }

  /// A contact leaves for another queue.
  mutating func move(_ i: Int, to queue: Int, _ seconds: Double) {
    note(.moved, i, seconds)
    releaseTrunk(i)
    details[i].queue = Int32(queue)
    details[i].line = Int32(queue)
    details[i].moves += 1
    queueTallies[interval * queueCount + queue].transferredIn += 1
    beginAnew(i, in: queue, seconds)
    admit(i, seconds, throughSelfService: false)
  }

  /// What becomes of a contact whose service has ended: handed on, back one day, or done.
  mutating func conclude(_ i: Int, _ seconds: Double) {
    releaseTrunk(i)
    let queue = Int(details[i].queue)
    guard details[i].isReached else { return forget(Int32(i)) }
    if !layout.traits[queue].transfers.isEmpty, details[i].moves < Int32(QueueTraits.maximumMoves) {
      let share = uniform(.transfer, i, slot: 0)
      for index in layout.traits[queue].transfers.indices
      where share < layout.traits[queue].transfers[index].share {
        return move(i, to: Int(layout.traits[queue].transfers[index].queue), seconds)
      }
    }
    if let recontact = layout.queues[queue].behavior.recontact,
      uniform(.transfer, i, slot: 1) < recontact.share.value
    {
      let delay = recontact.delay.value * exponentialNumber(.transfer, i, slot: 2)
      details[i].isRecontact = true
      return sendAway(i, to: layout.traits[queue].recontactQueue, at: seconds + delay, seconds)
    }
    forget(Int32(i))
  }
}
