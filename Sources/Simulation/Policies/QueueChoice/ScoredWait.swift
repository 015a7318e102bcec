internal import ContactCenter

/// Serves the contact with the largest score: its queue's base plus slope times seconds waited.
///
/// Priorities that grow with the wait: a base is a head start, a slope what a second is worth.
enum ScoredWait: QueueChoicePolicy {
  @inline(__always)
  static func score(_ head: LineCandidate) -> Double {
    head.rank.base + head.rank.slope * head.wait
  }
}
