import ContactCenter
import TestSupport

@testable import Scheduling

/// One agent of a random center, asked for a line with some of what stands against it given up: by the search's own
/// automata and not by the question that explains.
struct LonelyAgent {
  let calendar: AgentCalendar
  private let availability: [Availability]
  private let nouns: GroupRoster.Nouns

  init(_ center: RandomCenter, group: GroupRoster, member: Int) {
    nouns = group.nouns
    calendar = group.nouns.calendars[member]
    let name = calendar.agent.name
    availability = center.availability.filter { $0.agent == name }
  }

  /// Whether the agent has a line once parts of a question are given up.
  func hasLine(without given: Set<Int>, of question: LineQuestion) -> Bool {
    var nouns = nouns
    var availability = availability
    let all = nouns.rules[calendar.contract.name] ?? []
    // Hard rules come first among the parts, in the order of the contract.
    let hard = all.filter(\.isHard)
    nouns.rules[calendar.contract.name] =
      hard.indices.filter { !given.contains($0) }.map { hard[$0] } + all.filter { !$0.isHard }
    var leave = calendar.leave
    for (position, part) in question.parts.enumerated() where part.kind == .leave {
      let stretch = leave.removeFirst()
      guard given.contains(position) else { continue }
      availability.removeAll {
        $0.kind == .leave && $0.start < stretch.end && stretch.start < $0.end
      }
    }
    for position in given {
      let part = question.parts[position]
      switch part.kind {
      case .rule, .leave: break
      case .history:
        nouns.history = [:]
        nouns.knownDaysBefore = 0
      case .hours: availability.removeAll { $0.kind == .available }
      case .published:
        availability.removeAll {
          $0.kind == .pinned && nouns.grid.zone.local($0.start).date == part.date
        }
      }
    }
    nouns.calendars = [
      AgentCalendar(
        calendar.agent, contract: calendar.contract, availability: availability,
        zone: calendar.zone)
    ]
    return GroupRoster(nouns, uncoveredPrice: 40).contradicted.isEmpty
  }
}
