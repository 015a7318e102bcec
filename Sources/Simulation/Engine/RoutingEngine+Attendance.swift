internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// Shifts that are not worked, or begin late.
///
/// Each agent has a stream of its own for either and draws once per shift in order of time, so that another agent or queue
/// in the plan changes nobody's attendance, and a higher share keeps everyone away who is away at a lower one.
extension RoutingEngine {
  /// Draws the attendance of a replication; without absence and lateness nothing is drawn.
  mutating func drawAttendance() {
    let late = layout.attendance
    for agent in layout.agentShifts {
      if layout.absence > 0 {
        var stream = namedStream(agent.name, "absence")
        for shift in agent.shifts { isAbsent[shift] = flipped(stream.uniform()) < layout.absence }
      }
      if late.lateShare > 0 {
        var stream = namedStream(agent.name, "lateness")
        for shift in agent.shifts {
          let isLate = flipped(stream.uniformOpen()) < late.lateShare
          let delay = -late.lateSeconds * log(flipped(stream.uniformOpen()))
          lateSeconds[shift] = isLate ? delay : 0
        }
      }
    }
  }

  private func flipped(_ uniform: Double) -> Double { flip == 0 ? uniform : 1 - uniform }

  /// Whether a change belongs to a shift that is not worked.
  func isMissed(_ change: StaffChange) -> Bool {
    layout.absence > 0 && isAbsent[Int(change.shift)]
  }

  /// An absent agent should begin or end a span of work: only the books change.
  mutating func miss(_ change: StaffChange, _ seconds: Double) {
    addMissed(Int(change.subject), change.value == 1 ? 1 : -1, seconds)
  }

  private mutating func addMissed(_ desk: Int, _ step: Int, _ seconds: Double) {
    let group = Int(desks[desk].group)
    groups[group].missed += step
    groups[group].missedSeconds += Double(step) * (intervalEnd - seconds)
  }

  /// Whether the agent of a change comes later than the roster says, and then does.
  mutating func isLate(_ change: StaffChange, _ seconds: Double) -> Bool {
    guard layout.attendance.lateShare > 0, lateSeconds[Int(change.shift)] > 0 else { return false }
    let time = layout.shiftStarts[Int(change.shift)] + lateSeconds[Int(change.shift)]
    guard time > seconds else { return false }
    let desk = Int(change.subject)
    books[desk].lateUntil = time
    addMissed(desk, 1, seconds)
    if time < endSeconds {
      heap.push(Event(.staffChange, at: time, sequence: nextSequence(), subject: desk + 1))
    }
    return true
  }

  /// A late agent comes, unless the span of work is over already.
  mutating func comeLate(_ desk: Int, _ seconds: Double) {
    guard books[desk].lateUntil == seconds else { return }
    cancelLateness(desk, seconds)
    comeIn(desk, seconds)
  }

  /// Nobody is waited for any more.
  mutating func cancelLateness(_ desk: Int, _ seconds: Double) {
    guard hasBooks, books[desk].lateUntil >= 0 else { return }
    books[desk].lateUntil = -1
    addMissed(desk, -1, seconds)
  }
}
