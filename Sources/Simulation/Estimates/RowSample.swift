internal import ContactCenter
internal import Probability

/// What one row's subject did in one replication, or in two that belong together.
struct RowSample {
  var contacts = QueueTally()
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

/// The sums of one replication of a whole run, kept so that scenarios can be compared pair by pair.
struct RunSums {
  private let level: ServiceLevelCount
  private let offered, answered, answeredAfterWait, waitSeconds, abandoned, exposed: Double
  private let busySeconds, staffedSeconds, cost: Double

  init(_ sample: RowSample) {
    level = sample.level
    offered = Double(sample.contacts.offered)
    answered = Double(sample.contacts.answered)
    answeredAfterWait = Double(sample.contacts.answeredAfterWait)
    waitSeconds = sample.contacts.answeredWaitSeconds
    abandoned = Double(sample.contacts.abandoned)
    exposed = Double(sample.contacts.exposed)
    busySeconds = sample.agents.busySeconds
    staffedSeconds = sample.agents.staffedSeconds
    cost = sample.cost
  }

  /// What a measure divides, and by what.
  func fraction(_ measure: SimulationComparison.Measure) -> PairedDifference.Fraction {
    switch measure {
    case .serviceLevel: .init(level.met, level.counted)
    case .asaSeconds: .init(waitSeconds, answeredAfterWait)
    case .abandonment: .init(abandoned, exposed)
    case .occupancy: .init(busySeconds, staffedSeconds)
    case .offered: .init(offered, 1)
    case .answered: .init(answered, 1)
    case .cost: .init(cost, 1)
    }
  }
}
