extension RoutingEngine {
  /// Adds a contact to the end of its line.
  @inline(__always)
  mutating func enqueue(_ queue: Int, _ contact: WaitingContact) {
    let index: Int32
    if freeContact >= 0 {
      index = freeContact
      freeContact = contacts[Int(index)].next
      contacts[Int(index)] = contact
    } else {
      index = Int32(contacts.count)
      contacts.append(contact)
    }
    let last = lines[queue].last
    if last >= 0 { contacts[Int(last)].next = index } else { lines[queue].first = index }
    lines[queue].last = index
  }

  /// Removes the first contact of a line.
  @inline(__always)
  mutating func removeFirst(_ queue: Int) {
    let index = lines[queue].first
    let next = contacts[Int(index)].next
    lines[queue].first = next
    if next < 0 { lines[queue].last = WaitingLine.none }
    contacts[Int(index)].next = freeContact
    freeContact = index
  }

  /// Books the first contact of a line as abandoned at its deadline.
  ///
  /// `servedSeconds` is when its turn would have come; ∞ if it is not known to have come within the threshold.
  @inline(__always)
  mutating func abandonFirst(_ queue: Int, servedSeconds: Double) {
    let contact = contacts[Int(lines[queue].first)]
    let wait = contact.deadline - contact.arrival
    let tally = Int(contact.tally)
    queueTallies[tally].abandoned &+= 1
    queueTallies[tally].abandonedWaitSeconds += wait
    if wait <= lines[queue].thresholdSeconds { queueTallies[tally].abandonedInThreshold &+= 1 }
    if wait <= lines[queue].shortAbandonSeconds { queueTallies[tally].abandonedShort &+= 1 }
    if servedSeconds - contact.arrival <= lines[queue].thresholdSeconds {
      queueTallies[tally].virtualInThreshold &+= 1
    }
    removeFirst(queue)
  }

  /// Books contacts at the head of a line whose customers gave up, once they are older than the threshold.
  ///
  /// Nobody has to: whoever takes the next contact would. But a line nobody serves must not grow with every contact
  /// that ever arrived. Younger ones stay, since their turn may still come within the threshold.
  @inline(__always)
  mutating func dropExpired(_ queue: Int, _ seconds: Double) {
    while lines[queue].first >= 0 {
      let contact = contacts[Int(lines[queue].first)]
      guard contact.deadline < seconds,
        seconds - contact.arrival > lines[queue].thresholdSeconds
      else { return }
      abandonFirst(queue, servedSeconds: .infinity)
    }
  }

  /// Books what the end of the run leaves in a line: abandoned before it, or still waiting.
  mutating func closeLine(_ queue: Int) {
    while lines[queue].first >= 0 {
      let contact = contacts[Int(lines[queue].first)]
      if contact.deadline < endSeconds {
        abandonFirst(queue, servedSeconds: .infinity)
        continue
      }
      let tally = Int(contact.tally)
      queueTallies[tally].waiting += 1
      if endSeconds - contact.arrival > lines[queue].thresholdSeconds {
        queueTallies[tally].waitingLate += 1
      }
      removeFirst(queue)
    }
  }
}
