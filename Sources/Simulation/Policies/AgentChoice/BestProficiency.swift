/// Takes the agent who is fastest for the queue.
///
/// By the group's proficiency and the agent's own speed.
enum BestProficiency: AgentChoicePolicy {
  static let ranksAgents = true
  static let spansTiers = false

  @inline(__always)
  static func rank(_ candidate: AgentCandidate) -> Double { candidate.slowness }
}
