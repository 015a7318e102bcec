internal import Probability

/// Shifts that are not worked.
///
/// Each agent has a stream of its own and draws once per shift in order of time, so that another agent or queue in the
/// plan changes nobody's attendance, and a higher share keeps everyone away who is away at a lower one.
extension RoutingEngine {
  /// Draws the attendance of a replication; without absence nothing is drawn.
  mutating func drawAbsence(_ replication: Int) {
    guard layout.absence > 0 else { return }
    for agent in layout.agentShifts {
      var stream = Xoshiro256(
        StreamKey(
          seed: options.seed, replication: replication, name: agent.name, purpose: "absence"))
      for shift in agent.shifts { isAbsent[shift] = stream.uniform() < layout.absence }
    }
  }

  /// Whether a change belongs to a shift that is not worked.
  func isMissed(_ change: StaffChange) -> Bool {
    layout.absence > 0 && isAbsent[Int(change.shift)]
  }

  /// An absent agent should begin or end a span of work: only the books change.
  mutating func miss(_ change: StaffChange, _ seconds: Double) {
    let group = Int(layout.agentGroup[Int(change.subject)])
    let step = change.value == 1 ? 1 : -1
    groups[group].missed += step
    groups[group].missedSeconds += Double(step) * (intervalEnd - seconds)
  }
}
