internal import ContactCenter

extension RoutingEngine {
  /// Puts the next change of staff on the event list.
  mutating func scheduleStaffChange() {
    guard nextChange < layout.changes.count else { return }
    let seconds = layout.changes[nextChange].seconds
    if seconds < endSeconds {
      heap.push(Event(.staffChange, at: seconds, sequence: 0, subject: 0))
    }
  }

  /// Carries out all changes of this instant.
  mutating func changeStaff(_ seconds: Double) {
    let first = nextChange
    if layout.isRoster, layout.attendance.shiftEnd == .handOver { closeDesks(seconds) }
    while nextChange < layout.changes.count, layout.changes[nextChange].seconds == seconds {
      let change = layout.changes[nextChange]
      nextChange += 1
      if !layout.isRoster {
        setCount(of: Int(change.subject), to: Int(change.value), seconds)
      } else if isMissed(change) {
        miss(change, seconds)
      } else if change.value == 1 {
        if hasBooks || layout.hasSpeeds { books[Int(change.subject)].slowness = change.slowness }
        if !isLate(change, seconds) { comeIn(Int(change.subject), seconds) }
      } else {
        goOff(Int(change.subject), seconds)
      }
    }
    if !layout.isRoster, layout.attendance.shiftEnd == .handOver {
      for change in first..<nextChange {
        handOverSurplus(of: Int(layout.changes[change].subject), seconds)
      }
    }
  }

  /// Takes the desks of all whose time is up now off their lists, before any of them hands a contact to another.
  private mutating func closeDesks(_ seconds: Double) {
    var next = nextChange
    while next < layout.changes.count, layout.changes[next].seconds == seconds {
      let change = layout.changes[next]
      let desk = Int(change.subject)
      if change.value == 0, !isMissed(change), desks[desk].isPresent {
        if desks[desk].level >= 0 { leaveFreeList(desk) }
        desks[desk].isLeaving = true
      }
      next += 1
    }
  }

  /// Makes a group's number of agents what it should be.
  ///
  /// When it rises, agents of an earlier surplus who are still finishing stay instead: counting them beside a full
  /// new staff is a known bug of simulators. When it falls, idle agents go, the longest idle first, and whoever ends
  /// a contact next does for the rest.
  private mutating func setCount(of group: Int, to count: Int, _ seconds: Double) {
    var missing = count - groups[group].staffed
    groups[group].staffed = count
    if missing > 0 {
      let kept = min(missing, groups[group].owed)
      groups[group].owed -= kept
      missing -= kept
      if missing > 0 { missing -= keepLeaving(group, atMost: missing, seconds) }
      while missing > 0, groups[group].absent >= 0 {
        let desk = Int(groups[group].absent)
        groups[group].absent = desks[desk].next
        desks[desk].next = Desk.none
        appear(desk, seconds)
        missing -= 1
      }
    } else {
      while missing < 0 {
        let desk = freeLists[group * levels].first
        if desk < 0 { break }
        leaveFreeList(Int(desk))
        depart(Int(desk), seconds)
        missing += 1
      }
      groups[group].owed -= missing
    }
  }

  /// Lets the agents of a surplus hand their contacts over and go: those who began one last.
  private mutating func handOverSurplus(of group: Int, _ seconds: Double) {
    var leaving: [Int] = []
    while groups[group].owed > 0 {
      var best = -1
      var latest = -1.0
      for desk in groups[group].firstDesk..<groups[group].endDesk
      where desks[desk].session >= 0 && !desks[desk].isLeaving {
        let begun = details[Int(desks[desk].session)].begun
        if best < 0 || begun > latest { (best, latest) = (desk, begun) }
      }
      guard best >= 0 else { break }
      groups[group].owed -= 1
      desks[best].isLeaving = true
      if desks[best].level >= 0 { leaveFreeList(best) }
      leaving.append(best)
    }
    for desk in leaving { handOver(desk, seconds) }
  }

  /// Lets agents who were about to go stay on, in order of desk, and returns how many did.
  private mutating func keepLeaving(_ group: Int, atMost most: Int, _ seconds: Double) -> Int {
    var kept = 0
    for desk in groups[group].firstDesk..<groups[group].endDesk where kept < most {
      guard desks[desk].isLeaving else { continue }
      desks[desk].isLeaving = false
      fill(desk, seconds)
      kept += 1
    }
    return kept
  }

  /// A named agent begins a span of work.
  mutating func comeIn(_ desk: Int, _ seconds: Double) {
    if desks[desk].isPresent {
      desks[desk].isLeaving = false
      fill(desk, seconds)
    } else {
      appear(desk, seconds)
    }
  }

  /// A named agent's span of work ends: at once, or when the contacts in progress do.
  private mutating func goOff(_ desk: Int, _ seconds: Double) {
    cancelLateness(desk, seconds)
    guard desks[desk].isPresent else { return }
    if desks[desk].level >= 0 { leaveFreeList(desk) }
    if desks[desk].active == 0 {
      depart(desk, seconds)
    } else if layout.attendance.shiftEnd == .handOver {
      desks[desk].isLeaving = true
      handOver(desk, seconds)
    } else {
      desks[desk].isLeaving = true
    }
  }

  /// An agent sits down and takes what waits.
  private mutating func appear(_ desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    desks[desk].isPresent = true
    groups[group].present += 1
    groups[group].presentSeconds += intervalEnd - seconds
    if hasBooks { books[desk].presentSince = seconds }
    noteAgent(.agentCame, desk, seconds)
    fill(desk, seconds)
  }

  /// An agent without contacts is gone.
  mutating func depart(_ desk: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    desks[desk].isPresent = false
    desks[desk].isLeaving = false
    groups[group].present -= 1
    groups[group].presentSeconds -= intervalEnd - seconds
    if hasBooks { books[desk].presentSeconds += seconds - books[desk].presentSince }
    noteAgent(.agentLeft, desk, seconds)
    if !layout.isRoster {
      desks[desk].next = groups[group].absent
      groups[group].absent = Int32(truncatingIfNeeded: desk)
    }
  }
}
