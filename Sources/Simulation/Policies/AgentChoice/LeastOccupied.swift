/// Takes the agent with the smallest share of busy time since the run began.
///
/// Evens out what longest idle leaves uneven: agents who get longer contacts get fewer.
enum LeastOccupied: AgentChoicePolicy {
  static let ranksAgents = true
  static let spansTiers = false

  @inline(__always)
  static func rank(_ candidate: AgentCandidate) -> Double { candidate.busyShare }
}
