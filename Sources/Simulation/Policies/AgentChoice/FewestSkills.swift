/// Takes an agent of the group that serves the fewest queues.
///
/// Keeps those who can do everything free for what only they can do.
enum FewestSkills: AgentChoicePolicy {
  static let ranksAgents = false
  static let spansTiers = false

  @inline(__always)
  static func rank(_ candidate: AgentCandidate) -> Double { Double(candidate.queuesServed) }
}
