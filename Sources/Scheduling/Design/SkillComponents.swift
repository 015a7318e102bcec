import ContactCenter

/// Groups that must be designed together because they share queues, directly or through others.
enum SkillComponents {
  /// One component: groups and the queues they serve, both in order of name.
  struct Component {
    var groups: [AgentGroup]
    var queues: [String]
  }

  /// Splits groups into components; a queue that no group serves is in none.
  ///
  /// *Complexity*: O(groups × queues × components).
  static func of(_ groups: [AgentGroup], queues: [String]) -> [Component] {
    let known = Set(queues)
    var components: [(groups: [AgentGroup], queues: Set<String>)] = []
    for group in groups.sorted(by: { $0.name < $1.name }) {
      var merged = (groups: [group], queues: Set(group.queues).intersection(known))
      var apart: [(groups: [AgentGroup], queues: Set<String>)] = []
      for component in components {
        if component.queues.isDisjoint(with: merged.queues) {
          apart.append(component)
        } else {
          merged.groups += component.groups
          merged.queues.formUnion(component.queues)
        }
      }
      components = apart + [merged]
    }
    return
      components
      .filter { !$0.queues.isEmpty }
      .map { Component(groups: $0.groups.sorted { $0.name < $1.name }, queues: $0.queues.sorted()) }
      .sorted { ($0.groups.first?.name ?? "") < ($1.groups.first?.name ?? "") }
  }
}
