internal import ContactCenter
internal import Probability

/// What one row's subject did in one replication, or in two that belong together.
struct RowSample {
  var contacts = ContactSums()
  var level = ServiceLevelCount()
  var agents = GroupTally()
  /// What the agents' time cost.
  var cost = 0.0

  static func += (sum: inout RowSample, other: RowSample) {
    sum.contacts += other.contacts
    sum.level += other.level
    sum.agents += other.agents
    sum.cost += other.cost
  }
}

/// What a row needs of a tally: half of it, since a thousand rows are added to in every replication.
struct ContactSums {
  var offered = 0.0
  var answered = 0.0
  /// Answered while the customer waited.
  var prompt = 0.0
  var waitSeconds = 0.0
  var abandoned = 0.0
  var abandonedWaitSeconds = 0.0
  var exposed = 0.0
  var fresh = 0.0
  var blocked = 0.0
  var contained = 0.0
  var redialed = 0.0
  var recontacted = 0.0
  var transferred = 0.0
  var callbacks = 0.0
  var backlog = 0.0
  /// Of the oldest of all queues.
  var backlogAgeSeconds = 0.0

  init() {}

  init(_ tally: QueueTally) {
    offered = Double(tally.offered)
    answered = Double(tally.answered)
    prompt = Double(tally.answeredAfterWait)
    waitSeconds = tally.answeredWaitSeconds
    abandoned = Double(tally.abandoned)
    abandonedWaitSeconds = tally.abandonedWaitSeconds
    exposed = Double(tally.exposed)
    fresh = Double(tally.fresh)
    blocked = Double(tally.blocked)
    contained = Double(tally.contained)
    redialed = Double(tally.redialed)
    recontacted = Double(tally.recontacted)
    transferred = Double(tally.transferredIn)
    callbacks = Double(tally.callbacks)
    backlog = Double(tally.backlog)
    backlogAgeSeconds = tally.backlogAgeSeconds
  }

  @inline(__always)
  static func += (sum: inout ContactSums, other: ContactSums) {
    sum.offered += other.offered
    sum.answered += other.answered
    sum.prompt += other.prompt
    sum.waitSeconds += other.waitSeconds
    sum.abandoned += other.abandoned
    sum.abandonedWaitSeconds += other.abandonedWaitSeconds
    sum.exposed += other.exposed
    sum.fresh += other.fresh
    sum.blocked += other.blocked
    sum.contained += other.contained
    sum.redialed += other.redialed
    sum.recontacted += other.recontacted
    sum.transferred += other.transferred
    sum.callbacks += other.callbacks
    sum.backlog += other.backlog
    sum.backlogAgeSeconds = max(sum.backlogAgeSeconds, other.backlogAgeSeconds)
  }
}

/// The sums of one replication of a whole run, kept so that scenarios can be compared pair by pair.
struct RunSums {
  private let level: ServiceLevelCount
  private let offered, answered, prompt, waitSeconds, abandoned, exposed: Double
  private let busySeconds, staffedSeconds, cost: Double

  init(_ sample: RowSample) {
    level = sample.level
    offered = sample.contacts.offered
    answered = sample.contacts.answered
    prompt = sample.contacts.prompt
    waitSeconds = sample.contacts.waitSeconds
    abandoned = sample.contacts.abandoned
    exposed = sample.contacts.exposed
    busySeconds = sample.agents.busySeconds
    staffedSeconds = sample.agents.staffedSeconds
    cost = sample.cost
  }

  /// What a measure divides, and by what.
  func fraction(_ measure: SimulationComparison.Measure) -> PairedDifference.Fraction {
    switch measure {
    case .serviceLevel: .init(level.met, level.counted)
    case .asaSeconds: .init(waitSeconds, prompt)
    case .abandonment: .init(abandoned, exposed)
    case .occupancy: .init(busySeconds, staffedSeconds)
    case .offered: .init(offered, 1)
    case .answered: .init(answered, 1)
    case .cost: .init(cost, 1)
    }
  }
}
