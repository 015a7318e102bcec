internal import ContactCenter
internal import Simulation

/// Queues and groups that hang together, by shared agents, contacts handed on, or shared lines.
struct CenterPart: Hashable, Sendable {
  /// The queues, by name.
  var queues: [String]
  /// The groups, by name; none where nobody serves the queues.
  var groups: [String]

  /// From which queue to which contacts are handed on; to itself where they only come back.
  static func links(_ queues: [Queue]) -> [(from: String, to: String)] {
    queues.flatMap { queue -> [(from: String, to: String)] in
      let behavior = queue.behavior
      let moves: [String?] = queue.steps.map {
        if case .move(let target) = $0.action { target } else { nil }
      }
      let targets =
        behavior.transfers.map(\.queue)
        + ([behavior.redial?.queue, behavior.recontact?.queue] + moves).compactMap { $0 }
      return targets.map { (queue.name, $0) }
    }
  }

  /// The parts of a center; groups that serve none of the queues are in none.
  static func all(
    queues: Set<String>, groups: [GroupModel], links: [(from: String, to: String)],
    lines: [LineGroup]
  ) -> [CenterPart] {
    let names = queues.sorted()
    var part = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func join(_ members: [String]) {
      let numbers = Set(members.compactMap { part[$0] })
      guard numbers.count > 1, let first = numbers.min() else { return }
      for name in names where part[name].map(numbers.contains) == true { part[name] = first }
    }
    for group in groups { join(group.queues) }
    for link in links { join([link.from, link.to]) }
    for line in lines { join(line.queues) }
    return Set(part.values).sorted().map { number in
      let members = names.filter { part[$0] == number }
      return CenterPart(
        queues: members,
        groups: groups.filter { !Set($0.queues).isDisjoint(with: members) }.map(\.name).sorted())
    }
  }
}
