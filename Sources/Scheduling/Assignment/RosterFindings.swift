import ContactCenter
import MathematicalProgramming

/// What is worth telling about a roster.
enum RosterFindings {
  static func findings(
    _ answers: [GroupAssignment.Answer], uncovered: [RosterResult.Uncovered], agents: [Agent],
    availability: [Availability]
  ) -> [Finding] {
    var result: [Finding] = []
    for (group, rows) in Dictionary(grouping: uncovered, by: \.shift.group).sorted(by: {
      $0.key < $1.key
    }) {
      let hours = Double(rows.reduce(0) { $0 + $1.shift.paidMinutes }) / 60
      result.append(
        Finding(
          .error, code: "schedule.uncovered",
          "\(rows.count) shifts of \(roundedToDecimals(hours, 1)) paid hours have nobody; "
            + "the first on \(rows[0].shift.date.text): \(rows[0].reason)",
          place: group,
          advice: "Maybe more agents, other contracts or less leave that day"))
    }
    let names = Set(agents.map(\.name))
    let strangers = Set(availability.map(\.agent)).subtracting(names).sorted()
    for stranger in strangers {
      let near = nearestName(to: stranger, in: names.sorted())
      result.append(
        Finding(
          .warning, code: "schedule.unknown-agent",
          "availability names agent \(stranger), who is not among the agents", place: stranger,
          advice: near.map { "Maybe \($0) is meant" } ?? ""))
    }
    for (name, rows) in Dictionary(grouping: agents, by: \.name).sorted(by: { $0.key < $1.key })
    where rows.count > 1 {
      result.append(
        Finding(
          .error, code: "schedule.duplicate-agent",
          "\(rows.count) agents are named \(name); the first counts", place: name,
          advice: "Maybe they need numbers"))
    }
    if answers.contains(where: { $0.limit != nil }) {
      let byTime = answers.contains { $0.limit == .time }
      result.append(
        Finding(
          .note, code: "schedule.limit",
          "the search for a roster stopped at a limit\(byTime ? " of time" : "")",
          advice: byTime ? "Maybe another machine finds another roster" : ""))
    }
    return result
  }
}
