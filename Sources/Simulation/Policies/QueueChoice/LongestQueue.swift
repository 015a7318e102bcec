/// Serves the queue in which most contacts wait.
///
/// It reads how many wait, so that the patience of their customers needs events.
enum LongestQueue: QueueChoicePolicy {
  @inline(__always)
  static func score(_ head: LineCandidate) -> Double { Double(head.waiting) }
}
