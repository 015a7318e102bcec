internal import ContactCenter

/// How predictive dialing has fared in this replication.
struct Dialer {
  /// Lines ringing.
  var ringing = 0
  /// Customers who answered.
  var connected = 0
  /// Of those, the ones who found no agent in time.
  var abandoned = 0
}

/// Predictive dialing.
///
/// Lines are dialed without an agent, so many that one customer is expected to answer for each idle agent. As soon as one
/// more abandoned call would break the cap, one line is dialed for each idle agent and no more, until the share has fallen.
extension RoutingEngine {
  mutating func dialAll(_ seconds: Double) {
    for queue in predictiveQueues { dial(queue, seconds) }
  }

  /// Dials as many lines as the idle agents and the cap allow.
  mutating func dial(_ queue: Int, _ seconds: Double) {
    guard let campaign = layout.queues[queue].behavior.outbound else { return }
    let idle = layout.routing.routeRanges[queue].reduce(0) { sum, index in
      let route = layout.routing.routes[index]
      return sum + max(0, groups[Int(route.group)].idle - Int(route.reserve))
    }
    let state = dialers[queue]
    let mayOverdial =
      Double(state.abandoned + 1) <= campaign.abandonmentCap.value * Double(state.connected + 1)
    let linesPerAgent = mayOverdial ? 1 / max(campaign.connected.value, 0.01) : 1
    // Campaigns with agents in common dial for them together.
    var connected = 0
    var ringing = 0
    for other in predictiveQueues where sharesAgents(queue, other) {
      connected += lines[Int(layout.traits[other].preferredLine)].live
      ringing += dialers[other].ringing
    }
    var more = Int(Double(max(0, idle - connected)) * linesPerAgent) - ringing
    while more > 0, lines[queue].first >= 0, takeTrunk(Int(lines[queue].first)) {
      let index = lines[queue].first
      lines[queue].advance(to: contacts[Int(index)].next)
      leaveLine(queue, index)
      let i = Int(index)
      timers[i] = 0
      details[i].state = .ringing
      dialers[queue].ringing += 1
      let attempt = campaign.attempt.value * exponentialNumber(.dialing, i, slot: 0)
      scheduleReturn(i, at: seconds + attempt)
      more -= 1
    }
  }

  private func sharesAgents(_ first: Int, _ second: Int) -> Bool {
    layout.routing.routeRanges[first].contains { one in
      layout.routing.routeRanges[second].contains {
        layout.routing.routes[$0].group == layout.routing.routes[one].group
      }
    }
  }

  /// Somebody answers, or nobody does.
  mutating func endRinging(_ i: Int, _ seconds: Double) {
    let queue = Int(details[i].queue)
    guard let campaign = layout.queues[queue].behavior.outbound else { return }
    dialers[queue].ringing -= 1
    if uniform(.dialing, i, slot: 1) < campaign.connected.value {
      dialers[queue].connected += 1
      details[i].isReached = true
      contacts[i].handleSeconds = talkSeconds(i, campaign)
      contacts[i].arrival = seconds
      contacts[i].deadline = seconds + campaign.patience.value
      enter(i, seconds)
    } else {
      queueTallies[Int(contacts[i].tally)].unreached += 1
      note(.unreached, i, seconds)
      releaseTrunk(i)
      forget(Int32(i))
    }
    dial(queue, seconds)
  }
}
