/// Serves the first queue of the group's list in which someone waits.
///
/// What comes behind waits until what comes before is empty.
enum StaticPriority: QueueChoicePolicy {
  @inline(__always)
  static func score(_ head: LineCandidate) -> Double { -Double(head.position) }
}
