extension RoutingEngine {
  /// A record for a contact, from the list of free ones or new.
  @inline(__always)
  mutating func record(_ contact: Contact) -> Int32 {
    if freeContact >= 0 {
      let index = freeContact
      freeContact = contacts[Int(index)].next
      contacts[Int(index)] = contact
      return index
    }
    contacts.append(contact)
    if hasTimers { timers.append(0) }
    return Int32(truncatingIfNeeded: contacts.count &- 1)
  }

  /// Gives a record back.
  @inline(__always)
  mutating func forget(_ index: Int32) {
    contacts[Int(index)].next = freeContact
    freeContact = index
    if hasTimers { timers[Int(index)] = 0 }
    if hasDetails, Int(index) < details.count {
      details[Int(index)].state = .free
      details[Int(index)].event = 0
    }
  }

  /// Adds a first-time contact to the end of a line.
  @inline(__always)
  mutating func enqueue(_ line: Int, _ contact: Contact, _ ordinal: UInt64) {
    let index = record(contact)
    if !lines[line].isPlain { describe(index, line, ordinal) }
    append(index, to: line)
  }

  /// Begins the other part of a record: a contact that waits in a line.
  @inline(never)
  mutating func describe(_ index: Int32, _ line: Int, _ ordinal: UInt64) {
    let queue = lines[line].queue
    var detail = ContactDetail(queue: queue, line: Int32(line), origin: queue, ordinal: ordinal)
    detail.state = .waiting
    if Int(index) < details.count {
      details[Int(index)] = detail
    } else {
      while details.count < Int(index) {
        details.append(ContactDetail(queue: 0, line: 0, origin: 0, ordinal: 0))
      }
      details.append(detail)
    }
  }

  /// Links a contact to the end of a line, and sets its patience going.
  @inline(__always)
  mutating func append(_ index: Int32, to line: Int) {
    contacts[Int(index)].next = WaitingLine.none
    let before = lines[line].append(index)
    if before >= 0 { contacts[Int(before)].next = index }
    if lines[line].hasTimers { startTimer(index) }
    checkEntered(line, index)
  }

  /// Links a contact to the head of a line.
  mutating func prepend(_ index: Int32, to line: Int) {
    let first = lines[line].first
    contacts[Int(index)].next = first
    lines[line].first = index
    if first < 0 { lines[line].last = index }
    lines[line].live += 1
    if lines[line].hasTimers { startTimer(index) }
    checkEntered(line, index)
  }

  /// Puts the end of a waiting contact's patience on the event list.
  @inline(__always)
  private mutating func startTimer(_ index: Int32) {
    let deadline = contacts[Int(index)].deadline
    guard deadline < endSeconds else { return }
    let number = nextSequence()
    timers[Int(index)] = number
    heap.push(Event(.abandonment, at: deadline, sequence: number, subject: Int(index)))
  }

  /// Counts a contact as gone from a line.
  @inline(__always)
  mutating func leaveLine(_ line: Int, _ index: Int32) {
    lines[line].live &-= 1
    checkLeft(line, index)
  }

  /// Removes the first place of a line and forgets its record.
  @inline(__always)
  mutating func removeFirst(_ line: Int) {
    let index = lines[line].first
    lines[line].advance(to: contacts[Int(index)].next)
    forget(index)
  }

  /// Books the first place of a line, whose customer has given up or is elsewhere, and removes it.
  ///
  /// `servedSeconds` is when its turn would have come; ∞ if it is not known to have come within the threshold.
  @inline(__always)
  mutating func dropFirst(_ line: Int, servedSeconds: Double) {
    let contact = contacts[Int(lines[line].first)]
    if contact.handleSeconds < 0 {
      if contact.handleSeconds == Contact.gaveUp,
        counted(line, contact.arrival, servedSeconds) <= lines[line].thresholdSeconds
      {
        queueTallies[Int(contact.tally)].virtualInThreshold &+= 1
      }
    } else {
      bookAbandonment(lines[line].first, line, at: contact.deadline, servedSeconds: servedSeconds)
      leaveLine(line, lines[line].first)
    }
    removeFirst(line)
  }

  /// Counts a contact as abandoned.
  @inline(__always)
  mutating func bookAbandonment(
    _ index: Int32, _ line: Int, at seconds: Double, servedSeconds: Double
  ) {
    let contact = contacts[Int(index)]
    if !lines[line].isPlain, details[Int(index)].isResumed {
      queueTallies[Int(contact.tally)].lostInProgress &+= 1
      return
    }
    if !lines[line].isPlain, details[Int(index)].isCallback {
      queueTallies[Int(contact.tally)].abandoned &+= 1
      queueTallies[Int(contact.tally)].abandonedDialed &+= 1
      return
    }
    queueTallies[Int(contact.tally)].abandon(
      after: seconds - contact.arrival, counted: counted(line, contact.arrival, seconds),
      virtualWait: counted(line, contact.arrival, servedSeconds),
      threshold: lines[line].thresholdSeconds, shortThreshold: lines[line].shortAbandonSeconds)
  }

  /// The part of a wait that counts toward the threshold.
  @inline(__always)
  func counted(_ line: Int, _ start: Double, _ end: Double) -> Double {
    lines[line].isPlain ? end - start : countedOpen(line, start, end)
  }

  @inline(never)
  private func countedOpen(_ line: Int, _ start: Double, _ end: Double) -> Double {
    guard end < .infinity else { return .infinity }
    return layout.traits[Int(lines[line].queue)].openSeconds?.seconds(from: start, to: end)
      ?? (end - start)
  }

  /// Books contacts at the head of a line whose customers gave up, once they are older than the threshold.
  ///
  /// Nobody has to: whoever takes the next contact would. But a line nobody serves must not grow with every contact
  /// that ever arrived. Younger ones stay, since their turn may still come within the threshold.
  @inline(__always)
  mutating func dropExpired(_ line: Int, _ seconds: Double) {
    while lines[line].first >= 0 {
      let contact = contacts[Int(lines[line].first)]
      guard contact.handleSeconds < 0 || contact.deadline < seconds,
        counted(line, contact.arrival, seconds) > lines[line].thresholdSeconds
      else { return }
      dropFirst(line, servedSeconds: .infinity)
    }
  }

  /// Books what the end of the run leaves in a line: abandoned before it, or still waiting.
  mutating func closeLine(_ line: Int) {
    while lines[line].first >= 0 {
      let index = lines[line].first
      let contact = contacts[Int(index)]
      if contact.handleSeconds < 0 || contact.deadline < endSeconds {
        dropFirst(line, servedSeconds: .infinity)
        continue
      }
      let hasRecord = !lines[line].isPlain
      if !(hasRecord && details[Int(index)].isResumed) {
        let tally = Int(contact.tally)
        queueTallies[tally].waiting += 1
        let isCalled = hasRecord && details[Int(index)].isCallback
        if !isCalled,
          counted(line, contact.arrival, endSeconds) > lines[line].thresholdSeconds
        {
          queueTallies[tally].waitingLate += 1
        }
      }
      leaveLine(line, index)
      removeFirst(line)
    }
  }

  /// The first contact of a line that is still there; none where nobody is.
  @inline(__always)
  func firstLive(_ line: Int, _ seconds: Double) -> Int32 {
    var index = lines[line].first
    while index >= 0 {
      let contact = contacts[Int(index)]
      if contact.handleSeconds >= 0, !(contact.deadline < seconds) { return index }
      index = contact.next
    }
    return WaitingLine.none
  }
}
