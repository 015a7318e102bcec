internal import ContactCenter

/// A campaign's list as work for agents.
enum OutboundInflow {
  /// The agent's mean time for one number of the list.
  ///
  /// *Formula*: talk = connected · (right · handle time + (1 − right) · wrong party). In preview and progressive dialing the
  /// agent is held while it rings: attempt + talk. A predictive dialer rings alone, and at most its cap of the
  /// connected finds no agent, whose talk is left out.
  static func secondsPerNumber(_ campaign: OutboundCampaign, handleSeconds: Double) -> Double {
    let right = campaign.rightParty.value
    let talk =
      campaign.connected.value * (right * handleSeconds + (1 - right) * campaign.wrongParty.value)
    switch campaign.pacing {
    case .preview, .progressive: return campaign.attempt.value + talk
    case .predictive: return talk * (1 - campaign.abandonmentCap.value)
    }
  }

  /// The queue as work that may wait: numbers stay on the list until an agent is free.
  ///
  /// The deadline of the target says by when; nobody waits on the line for it.
  static func queue(_ queue: Queue) -> Queue {
    var copy = queue
    copy.channel.mode = .deferred
    copy.target.serviceLevel = nil
    return copy
  }
}
