internal import ContactCenter

/// The tallies of one period of one replication, by queue and group.
struct PeriodTallies {
  let queues: [QueueTally]
  private let levels: [ServiceLevelCount]
  private let groups: [GroupTally]

  init(_ tally: ReplicationTally, _ layout: ModelLayout, over intervals: Range<Int>) {
    let queues = layout.queues.indices.map { tally.queue($0, over: intervals) }
    self.queues = queues
    levels = queues.indices.map {
      ServiceLevelCount(queues[$0], layout.queues[$0].target.definition)
    }
    groups = layout.groups.indices.map { tally.group($0, over: intervals) }
  }

  /// What the queues and groups of a subject did.
  func sample(of subject: OutcomeSubject, _ layout: ModelLayout) -> RowSample {
    var sample = RowSample()
    for queue in subject.queues {
      sample.contacts += queues[queue]
      sample.level += levels[queue]
    }
    for group in subject.groups {
      sample.agents += groups[group]
      sample.cost += groups[group].staffedSeconds / 3600 * layout.groups[group].costPerHour
    }
    return sample
  }
}
