internal import ContactCenter

/// Closing time, and what is left at the end of intervals and of the run.
extension RoutingEngine {
  /// Puts the next closing on the event list.
  mutating func scheduleClosing() {
    guard nextClosing < layout.closings.count else { return }
    heap.push(
      Event(.closing, at: layout.closings[nextClosing].seconds, sequence: 0, subject: 0))
  }

  /// Sends away whoever waits in the queues that close now.
  mutating func closeQueues(_ seconds: Double) {
    while nextClosing < layout.closings.count, layout.closings[nextClosing].seconds == seconds {
      let queue = layout.closings[nextClosing].queue
      nextClosing += 1
      // What is not dialed stays on the list.
      if layout.queues[queue].behavior.outbound == nil { clear(queue, seconds) }
      let preferred = Int(layout.traits[queue].preferredLine)
      if preferred >= 0 { clear(preferred, seconds) }
    }
    scheduleClosing()
  }

  private mutating func clear(_ line: Int, _ seconds: Double) {
    var index = lines[line].first
    while index >= 0 {
      let contact = contacts[Int(index)]
      let i = Int(index)
      index = contact.next
      guard contact.handleSeconds >= 0, !(contact.deadline < seconds) else { continue }
      if !lines[line].isPlain {
        dismiss(i, seconds)
      } else {
        bookAbandonment(Int32(i), line, at: seconds, servedSeconds: .infinity)
        contacts[i].handleSeconds = Contact.left
        if hasTimers { timers[i] = 0 }
        leaveLine(line, Int32(i))
      }
    }
    while lines[line].first >= 0 { dropFirst(line, servedSeconds: .infinity) }
  }

  /// Writes into the books of the interval what waits at its end, and for how long.
  mutating func countBacklog() {
    for line in lines.indices where lines[line].first >= 0 {
      let oldest = firstLive(line, intervalEnd)
      guard oldest >= 0 else { continue }
      let queue = Int(lines[line].queue)
      let cell = interval * queueCount + queue
      queueTallies[cell].backlog += waitingExactly(line)
      queueTallies[cell].backlogAgeSeconds = max(
        queueTallies[cell].backlogAgeSeconds, intervalEnd - contacts[Int(oldest)].arrival)
    }
  }

  /// Contacts in a line that have not given up; where patience has no events some still have to be found out.
  private func waitingExactly(_ line: Int) -> Int {
    if isExact(line) { return lines[line].live }
    var count = 0
    var index = lines[line].first
    while index >= 0 {
      let contact = contacts[Int(index)]
      if contact.handleSeconds >= 0, !(contact.deadline < intervalEnd) { count += 1 }
      index = contact.next
    }
    return count
  }

  /// Whether contacts are counted as gone from a line when their customers go: by events, or because nobody gives up.
  ///
  /// A recorded contact may have a patience of its own in a queue that has none.
  func isExact(_ line: Int) -> Bool {
    let source = Int(lines[line].queue)
    return lines[line].hasTimers
      || sources[source].meanPatienceSeconds == .infinity && sources[source].process != .trace
  }

  /// Counts contacts that the end of the run finds with self-service, ringing, or waiting for a scheduled callback.
  mutating func closeRecords() {
    for i in details.indices {
      switch details[i].state {
      case .selfService, .ringing: queueTallies[Int(contacts[i].tally)].inSelfService += 1
      case .callbackDue: queueTallies[Int(contacts[i].tally)].waiting += 1
      default: break
      }
    }
  }

  /// Those answered at once are counted by what the other buckets leave of all answered.
  mutating func countImmediateAnswers() {
    for day in 0..<layout.dayCount {
      for queue in 0..<queueCount {
        let base = (day * queueCount + queue) * WaitHistograms.size
        var waited: UInt32 = 0
        for bucket in 1..<WaitHistograms.size { waited &+= waitCounts[base + bucket] }
        waitCounts[base] = 0 &- waited
      }
    }
    for cell in 0..<(intervalCount * queueCount) {
      let answered = queueTallies[cell].answered - queueTallies[cell].answeredCallbacks
      waitCounts[Int(waitCells[cell])] &+= UInt32(truncatingIfNeeded: answered)
    }
  }
}
