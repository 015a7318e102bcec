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

  /// The tally of a queue over a range of intervals.
  public func queue(_ queue: Int, over intervals: Range<Int>) -> QueueTally {
    var sum = QueueTally()
    for interval in intervals { sum += queues[interval * queueCount + queue] }
    return sum
  }

  /// The tally of a group over a range of intervals.
  public func group(_ group: Int, over intervals: Range<Int>) -> GroupTally {
    var sum = GroupTally()
    for interval in intervals { sum += groups[interval * groupCount + group] }
    return sum
  }
}
