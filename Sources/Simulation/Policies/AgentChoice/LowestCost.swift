/// Takes an agent of the group that costs least.
///
/// In-house before outsourced, where both are free.
enum LowestCost: AgentChoicePolicy {
  static let ranksAgents = false
  static let spansTiers = false

  @inline(__always)
  static func rank(_ candidate: AgentCandidate) -> Double { candidate.costPerHour }
}
