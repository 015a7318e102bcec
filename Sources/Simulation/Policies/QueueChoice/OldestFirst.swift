/// Serves the contact that waits longest.
///
/// With agents who serve everything this is the universal queue.
enum OldestFirst: QueueChoicePolicy {
  @inline(__always)
  static func score(_ head: LineCandidate) -> Double { head.wait }
}
