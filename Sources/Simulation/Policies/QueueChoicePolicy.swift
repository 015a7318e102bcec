internal import ContactCenter

/// The first contact of a line as a policy sees it.
struct LineCandidate {
  /// The place of the line in the group's list, from 0.
  var position: Int
  /// Seconds the contact has waited.
  var wait: Double
  /// The queue's answer-time threshold in seconds.
  var threshold: Double
  /// Contacts waiting in the queue.
  var waiting: Int
  /// How the queue ranks.
  var rank: QueueRank
}

/// How a free agent chooses among the queues in which someone waits.
///
/// A policy is a score and nothing else: skills, sessions, reserves and the order inside a line are the engine's, and ties
/// go to the line that comes first in the group's list. A new policy is a file here, a case of `QueueChoice`, and a line
/// in ``RoutingEngine/score(_:_:)``.
protocol QueueChoicePolicy {
  /// The score of a line's first contact; the largest is served.
  static func score(_ head: LineCandidate) -> Double
}
