internal import ContactCenter
internal import Queueing

extension WaitingSizing {
  /// The agents that the same service level counted as `offered` would need; nil where abandonment does not make
  /// the goal's definition rise, or no more agents are needed.
  func agentsIfOffered(_ answer: Answer) -> Int? {
    guard goal.serviceLevel != nil, goal.definition.flattersAbandonment else { return nil }
    var goal = goal
    goal.definition = .offered
    var search = AgentSearch(model)
    guard let servers = try? search.agents(for: answer.traffic, goal: goal) else { return nil }
    let agents = (servers + slots - 1) / slots
    return agents > answer.agents ? agents : nil
  }
}
