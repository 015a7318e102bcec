internal import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// Contacts with a record: from the first arrival to the line.
extension RoutingEngine {
  /// A contact arrives for the first time.
  @inline(never)
  mutating func arriveWithRecord(_ queue: Int, _ seconds: Double) {
    let recorded = sources[queue].process == .trace ? sources[queue].pending - 1 : -1
    let ordinal = sources[queue].ordinal
    sources[queue].ordinal = ordinal &+ 1
    var handleSeconds = drawHandleTime(queue, ordinal)
    var patience = drawPatience(queue, ordinal)
    replaceArrival(queue)
    if recorded >= 0 {
      handleSeconds = layout.traits[queue].trace[recorded].handleSeconds ?? handleSeconds
      patience = layout.traits[queue].trace[recorded].patienceSeconds ?? patience
    }
    let index = record(
      Contact(
        arrival: seconds, deadline: seconds + patience, handleSeconds: handleSeconds,
        tally: Int32(interval * queueCount + queue), next: WaitingLine.none))
    describe(index, queue, ordinal)
    let i = Int(index)
    if recorded >= 0 {
      details[i].recordedSeconds = layout.traits[queue].trace[recorded].handleSeconds ?? -1
    }
    queueTallies[Int(contacts[i].tally)].offered += 1
    if let preferred = layout.queues[queue].behavior.preferred,
      uniform(.choice, i, slot: 0) < preferred.share.value
    {
      details[i].isPreferred = true
      contacts[i].deadline = seconds + patience * preferred.patience
    }
    details[i].isCallback = layout.queues[queue].behavior.outbound != nil
    details[i].isReached = !details[i].isCallback
    note(.arrived, i, seconds)
    admit(i, seconds, throughSelfService: true)
  }

  /// A uniform number of a contact for a purpose.
  ///
  /// A contact draws by its number in its first queue, so that it is the same customer wherever it goes; a later attempt,
  /// and a contact of another queue, draw from a sequence of their own.
  func uniform(_ purpose: Purpose, _ i: Int, slot: UInt64) -> Double {
    var stream = contactStream(purpose, i).at(slot)
    return stream.uniformOpen()
  }

  /// An exponential number with mean 1, likewise.
  func exponentialNumber(_ purpose: Purpose, _ i: Int, slot: UInt64) -> Double {
    -log1p(-uniform(purpose, i, slot: slot))
  }

  private func contactStream(_ purpose: Purpose, _ i: Int) -> ContactStream {
    let detail = details[i]
    let count = Purpose.allCases.count
    var key = keys[Int(detail.queue) * count + purpose.rawValue]
    if detail.origin != detail.queue || detail.attempt > 0 || detail.moves > 0 {
      let name = keys[Int(detail.origin) * count]
      let turn = UInt64(detail.attempt) << 32 | UInt64(detail.moves)
      key = SplitMix64.mix(key ^ SplitMix64.mix(name &+ turn))
    }
    return ContactStream(key: key, ordinal: detail.ordinal, flip: flip)
  }

  /// A contact meets the lines and what stands in front of the queue.
  mutating func admit(_ i: Int, _ seconds: Double, throughSelfService: Bool) {
    let queue = Int(details[i].queue)
    // A number on a list is no call yet.
    if layout.queues[queue].behavior.outbound != nil { return enter(i, seconds) }
    guard takeTrunk(i) else { return block(i, seconds) }
    if throughSelfService, let stage = layout.queues[queue].behavior.selfService,
      !layout.traits[queue].outages.contains(where: { $0.contains(seconds) }),
      uniform(.selfService, i, slot: 0) >= stage.leakage.value
    {
      guard portsTaken[queue] < stage.ports ?? .max else { return block(i, seconds) }
      portsTaken[queue] += 1
      details[i].state = .selfService
      note(.selfService, i, seconds)
      let share = uniform(.selfService, i, slot: 1)
      let time = stage.time.value * layout.traits[queue].selfServiceSampler.invert(share)
      scheduleReturn(i, at: seconds + time)
      return
    }
    enter(i, seconds)
  }

  /// Puts the next thing that happens to a contact on the event list.
  mutating func scheduleReturn(_ i: Int, at seconds: Double) {
    let number = nextSequence()
    details[i].event = number
    if seconds < endSeconds {
      heap.push(Event(.contactReturn, at: seconds, sequence: number, subject: i))
    }
  }

  /// A contact leaves self-service: settled, or for the queue.
  mutating func leaveSelfService(_ i: Int, _ seconds: Double) {
    let queue = Int(details[i].queue)
    portsTaken[queue] -= 1
    let stage = layout.queues[queue].behavior.selfService
    let containment = stage?.containment.value ?? 0
    if uniform(.selfService, i, slot: 2) < containment {
      queueTallies[Int(contacts[i].tally)].contained += 1
      note(.contained, i, seconds)
      releaseTrunk(i)
      return forget(Int32(i))
    }
    contacts[i].deadline += seconds - contacts[i].arrival
    contacts[i].arrival = seconds
    // A recorded handle time holds the extra already.
    if let stage, details[i].recordedSeconds < 0 {
      contacts[i].handleSeconds += stage.extraHandleTime.value
    }
    enter(i, seconds)
  }

  /// A contact comes to its queue: it is answered at once, offered a callback, turned away, or joins the line.
  mutating func enter(_ i: Int, _ seconds: Double) {
    let queue = Int(details[i].queue)
    let isNew = !details[i].isResumed && !details[i].isCallback
    details[i].state = .waiting
    details[i].step = 0
    // Who was answered once, or is called, has waited for every step of the script.
    details[i].opened = isNew ? 0 : .max
    details[i].event = 0
    let preferred = layout.traits[queue].preferredLine
    details[i].line =
      preferred >= 0
        && (details[i].isPreferred || layout.traits[queue].isPredictive && details[i].isReached)
      ? preferred : Int32(queue)
    if isNew, !takeSteps(i, seconds, untilAfter: 0) { return }
    if layout.traits[queue].isPredictive, !details[i].isReached {
      // A number waits among the numbers, also that of a preferred customer.
      details[i].line = Int32(queue)
      append(Int32(i), to: queue)
      return dial(queue, seconds)
    }
    var desk = chooseDesk(for: i, seconds)
    if desk < 0, lines[queue].interrupts { desk = interruptedDesk(for: queue, seconds) }
    if desk >= 0 { return beginAtOnce(i, at: Int(desk), seconds) }
    let line = Int(details[i].line)
    if isNew {
      if turnsAway(i, seconds) { return }
      if offerCallback(i, seconds) { return }
    }
    dropExpired(line, seconds)
    note(.waiting, i, seconds)
    append(Int32(i), to: line)
    scheduleStep(i)
  }

  /// Starts a contact at a desk of a free list.
  mutating func beginAtOnce(_ i: Int, at desk: Int, _ seconds: Double) {
    answerRecord(Int32(i), seconds)
    leaveFreeList(desk)
    beginRecord(Int32(i), at: desk, seconds, isBusy: false)
    if desks[desk].active < desks[desk].limit { joinFreeList(desk, seconds) }
  }

  /// Whether a contact that finds nobody free leaves at once, or finds no place to wait.
  private mutating func turnsAway(_ i: Int, _ seconds: Double) -> Bool {
    let queue = Int(details[i].queue)
    let balking = layout.queues[queue].behavior.balking.value
    if balking > 0, uniform(.choice, i, slot: 1) < balking {
      contacts[i].deadline = seconds
      bookAbandonment(Int32(i), Int(details[i].line), at: seconds, servedSeconds: .infinity)
      note(.abandoned, i, seconds, wait: 0)
      releaseTrunk(i)
      if !redial(i, seconds, layout.queues[queue].behavior.redial?.afterAbandonment.value) {
        forget(Int32(i))
      }
      return true
    }
    let room = layout.traits[queue].room
    if waiting(in: queue) >= layout.traits[queue].maximumWaiting
      || room >= 0 && waiting(inRoom: room) >= layout.lineGroups[Int(room)].places
    {
      block(i, seconds)
      return true
    }
    return false
  }

  /// Contacts that wait in a queue.
  func waiting(in queue: Int) -> Int {
    let preferred = Int(layout.traits[queue].preferredLine)
    return lines[queue].live + (preferred >= 0 ? lines[preferred].live : 0)
  }

  private func waiting(inRoom room: Int32) -> Int {
    layout.traits.indices.reduce(0) {
      $0 + (layout.traits[$1].room == room ? waiting(in: $1) : 0)
    }
  }

  /// What a contact that came now would expect to wait: those before it and itself, served one after the other by all
  /// agents there who serve the queue.
  func expectedWait(_ queue: Int) -> Double {
    var agents = 0
    for route in layout.routing.routeRanges[queue] {
      agents += groups[Int(layout.routing.routes[route].group)].present
    }
    guard agents > 0 else { return .infinity }
    let handle = layout.handleSeconds[queue * intervalCount + min(interval, intervalCount - 1)]
    return Double(waiting(in: queue) + 1) * handle
      / (Double(agents) * Double(lines[queue].sessions))
  }

  /// Offers a callback where the wait is long; whether it was accepted.
  private mutating func offerCallback(_ i: Int, _ seconds: Double) -> Bool {
    let queue = Int(details[i].queue)
    guard let offer = layout.queues[queue].behavior.callback,
      expectedWait(queue) > offer.expectedWait.value
    else { return false }
    guard uniform(.callback, i, slot: 0) < offer.acceptance.value else {
      contacts[i].deadline = seconds + (contacts[i].deadline - seconds) * offer.declinedPatience
      return false
    }
    queueTallies[Int(contacts[i].tally)].callbacks += 1
    details[i].isCallback = true
    details[i].isReached = false
    details[i].opened = .max
    contacts[i].deadline = .infinity
    releaseTrunk(i)
    note(.callback, i, seconds)
    switch offer.kind {
    case .virtualHold:
      append(Int32(i), to: Int(details[i].line))
    case .scheduled(let after):
      details[i].state = .callbackDue
      scheduleReturn(i, at: seconds + after.value)
    }
    return true
  }

  /// Sends a contact away that finds no line, port or place.
  mutating func block(_ i: Int, _ seconds: Double) {
    queueTallies[Int(contacts[i].tally)].blocked += 1
    note(.blocked, i, seconds)
    releaseTrunk(i)
    let queue = Int(details[i].queue)
    if !redial(i, seconds, layout.queues[queue].behavior.redial?.afterBlock.value) {
      forget(Int32(i))
    }
  }

  /// Gives the contact a line, if one is needed; false if none is left.
  mutating func takeTrunk(_ i: Int) -> Bool {
    let trunk = Int(layout.traits[Int(details[i].queue)].trunk)
    guard trunk >= 0, !details[i].hasTrunk else { return true }
    guard placesTaken[trunk] < layout.lineGroups[trunk].places else { return false }
    placesTaken[trunk] += 1
    details[i].hasTrunk = true
    return true
  }

  /// Gives the contact's line back.
  mutating func releaseTrunk(_ i: Int) {
    guard details[i].hasTrunk else { return }
    details[i].hasTrunk = false
    placesTaken[Int(layout.traits[Int(details[i].queue)].trunk)] -= 1
  }
}
