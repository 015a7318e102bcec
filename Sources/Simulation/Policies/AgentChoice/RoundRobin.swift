/// Takes agents in turn, in order of group and name.
///
/// The first free agent behind the one chosen last, beginning anew at the end.
enum RoundRobin: AgentChoicePolicy {
  static let ranksAgents = true
  static let spansTiers = false

  @inline(__always)
  static func rank(_ candidate: AgentCandidate) -> Double { Double(candidate.turnsUntil) }
}
