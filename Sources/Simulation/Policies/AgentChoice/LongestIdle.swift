/// Takes the agent free for longest.
///
/// Every agent ranks alike, and the rule for ties decides. It shares work evenly among agents of like speed.
enum LongestIdle: AgentChoicePolicy {
  static let ranksAgents = false
  static let spansTiers = false

  @inline(__always)
  static func rank(_ candidate: AgentCandidate) -> Double { 0 }
}
