internal import ContactCenter

/// The tallies of one period of one replication, by queue and group.
///
/// One value is filled again and again: a replication has a period for every interval, and new arrays for each would
/// take longer than the sums.
struct PeriodTallies {
  private(set) var queues: [QueueTally]
  private var sums: [ContactSums]
  private var levels: [ServiceLevelCount]
  private var groups: [GroupTally]
  private let definitions: [ServiceLevelDefinition]
  private let costs: [Double]

  init(_ layout: ModelLayout) {
    queues = Array(repeating: QueueTally(), count: layout.queues.count)
    sums = Array(repeating: ContactSums(), count: layout.queues.count)
    levels = Array(repeating: ServiceLevelCount(), count: layout.queues.count)
    groups = Array(repeating: GroupTally(), count: layout.groups.count)
    definitions = layout.queues.map(\.target.definition)
    costs = layout.groups.map(\.costPerHour)
  }

  /// Takes up another period.
  mutating func fill(_ tally: ReplicationTally, over intervals: Range<Int>) {
    for queue in queues.indices {
      let own = tally.queue(queue, over: intervals)
      queues[queue] = own
      sums[queue] = ContactSums(own)
      levels[queue] = ServiceLevelCount(own, definitions[queue])
    }
    for group in groups.indices { groups[group] = tally.group(group, over: intervals) }
  }

  /// What the queues and groups of a subject did.
  func sample(of subject: OutcomeSubject) -> RowSample {
    var sample = RowSample()
    for queue in subject.queues {
      sample.contacts += sums[queue]
      sample.level += levels[queue]
    }
    for group in subject.groups {
      sample.agents += groups[group]
      sample.cost += groups[group].staffedSeconds / 3600 * costs[group]
    }
    return sample
  }
}
