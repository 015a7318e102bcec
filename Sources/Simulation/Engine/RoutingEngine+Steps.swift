internal import ContactCenter

/// Routing scripts: what happens to contacts that still wait after a while.
extension RoutingEngine {
  /// Puts the contact's next step on the event list.
  mutating func scheduleStep(_ i: Int) {
    let queue = Int(details[i].queue)
    let step = Int(details[i].step)
    // A contact that an agent has had already is not moved or sent away: it was counted as answered.
    guard step < layout.traits[queue].steps.count, !details[i].isCallback, !details[i].isResumed
    else { return }
    scheduleReturn(i, at: contacts[i].arrival + layout.traits[queue].steps[step].after)
  }

  /// Takes the contact's steps up to a wait; false if it does not wait any more.
  mutating func takeSteps(_ i: Int, _ seconds: Double, untilAfter wait: Double) -> Bool {
    let queue = Int(details[i].queue)
    let isInLine = wait > 0
    while Int(details[i].step) < layout.traits[queue].steps.count {
      let number = Int(details[i].step)
      let step = layout.traits[queue].steps[number]
      // The event's time and the sum of arrival and wait may differ in their last bit.
      guard step.after <= wait * (1 + 1e-12) + 1e-9 else { return true }
      details[i].step += 1
      guard step.conditions.allSatisfy({ holds($0, queue) }) else { continue }
      switch step.action {
      case .open(let routes):
        details[i].opened |= 1 << UInt64(min(number, 63))
        note(.opened, i, seconds)
        if isInLine, takeOpened(i, routes, seconds) { return false }
      case .move(let target):
        guard details[i].moves < Int32(QueueTraits.maximumMoves) else { continue }
        queueTallies[Int(contacts[i].tally)].movedOut += 1
        let mover = isInLine ? takeFromLine(i) : i
        move(mover, to: target, seconds)
        return false
      case .dismiss:
        if isInLine {
          dismiss(i, seconds)
        } else {
          bookAbandonment(Int32(i), Int(details[i].line), at: seconds, servedSeconds: .infinity)
          note(.abandoned, i, seconds, wait: 0)
          releaseTrunk(i)
          let share = layout.queues[queue].behavior.redial?.afterAbandonment.value
          if !redial(i, seconds, share) { forget(Int32(i)) }
        }
        return false
      }
    }
    return true
  }

  private func holds(_ condition: RoutingStep.Condition, _ queue: Int) -> Bool {
    switch condition {
    case .waitingAtLeast(let count): return waiting(in: queue) >= count
    case .idleAtMost(let count):
      let idle = layout.routing.routeRanges[queue].reduce(0) {
        $0 + groups[Int(layout.routing.routes[$1].group)].idle
      }
      return idle <= count
    case .expectedWaitAtLeast(let seconds): return expectedWait(queue) >= seconds.value
    }
  }

  /// Starts a waiting contact at a free desk of the groups just opened to it; false if there is none.
  private mutating func takeOpened(_ i: Int, _ routes: Range<Int>, _ seconds: Double) -> Bool {
    let desk = chooseDesk(among: routes, for: i, seconds)
    guard desk >= 0 else { return false }
    beginAtOnce(takeFromLine(i), at: Int(desk), seconds)
    return true
  }

  /// Takes a contact out of the middle of its line: its place stays, empty, and the contact gets another record.
  mutating func takeFromLine(_ i: Int) -> Int {
    let copy = duplicate(i)
    leaveLine(Int(details[i].line), Int32(i))
    vacate(i, as: Contact.left)
    return copy
  }
}
