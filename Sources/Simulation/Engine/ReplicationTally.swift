/// Everything one replication counted.
public struct ReplicationTally: Sendable {
  /// Queues, in order of name.
  public let queueCount: Int
  /// Groups, in order of name.
  public let groupCount: Int
  /// Intervals.
  public let intervalCount: Int
  /// At `interval * queueCount + queue`; past the last interval the backlog of the start.
  public let queues: ContiguousArray<QueueTally>
  /// At `interval * groupCount + group`.
  public let groups: ContiguousArray<GroupTally>
  /// Rostered agents in order of group and name; empty for counts.
  public let agents: ContiguousArray<AgentTally>
  /// How long answered contacts of each queue waited, by the day of their arrival.
  public let waits: WaitHistograms

  /// The tally of a queue over a range of intervals; its backlog is that of the last.
  public func queue(_ queue: Int, over intervals: Range<Int>) -> QueueTally {
    var sum = QueueTally()
    for interval in intervals {
      sum.backlog = 0
      sum.backlogAgeSeconds = 0
      sum += queues[interval * queueCount + queue]
    }
    return sum
  }

  /// The tally of a group over a range of intervals.
  public func group(_ group: Int, over intervals: Range<Int>) -> GroupTally {
    var sum = GroupTally()
    for interval in intervals { sum += groups[interval * groupCount + group] }
    return sum
  }
}
