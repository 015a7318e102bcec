/// Takes an agent of the group with most idle agents.
///
/// Keeps spare agents spread over groups. All tiers count as one, and ties go to the group that comes first in them.
enum MostIdleGroup: AgentChoicePolicy {
  static let ranksAgents = false
  static let spansTiers = true

  @inline(__always)
  static func rank(_ candidate: AgentCandidate) -> Double { -Double(candidate.idleInGroup) }
}
