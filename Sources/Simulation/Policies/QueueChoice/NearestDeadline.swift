/// Serves the contact whose answer-time threshold comes, or came, first.
///
/// Lets a chat with 60 seconds wait for a call with 20, and an email with four hours for both.
enum NearestDeadline: QueueChoicePolicy {
  @inline(__always)
  static func score(_ head: LineCandidate) -> Double { head.wait - head.threshold }
}
