internal import ContactCenter

/// Serves the contact whose wait times its queue's weight is largest.
///
/// A weight of 2 makes a second count as two.
enum WeightedWait: QueueChoicePolicy {
  @inline(__always)
  static func score(_ head: LineCandidate) -> Double { head.wait * head.rank.weight }
}
