import ContactCenter
import MathematicalProgramming

/// What is worth telling about a roster.
enum RosterFindings {
  static func findings(
    _ answers: [GroupAnswer], uncovered: [RosterResult.Uncovered], task: RosterAssignment.Task
  ) -> [Finding] {
    var result = about(uncovered) + aboutPeople(task)
    for answer in answers {
      result += answer.explanations
      if let surplus = surplus(answer) { result.append(surplus) }
      for rule in answer.group.leftToAudit.sorted() {
        result.append(
          Finding(
            .warning, code: "schedule.rule-too-large",
            "rule \(rule) has too many cases to search by: only the audit applies it",
            place: answer.group.nouns.group, advice: "Maybe its span can be shorter"))
      }
    }
    if let limit = limit(answers) { result.append(limit) }
    return result
  }

  private static func about(_ uncovered: [RosterResult.Uncovered]) -> [Finding] {
    Dictionary(grouping: uncovered, by: \.shift.group).sorted { $0.key < $1.key }.map {
      group, rows in
      let hours = Double(rows.reduce(0) { $0 + $1.shift.paidMinutes }) / 60
      return Finding(
        .error, code: "schedule.uncovered",
        "\(rows.count) shifts of \(roundedToDecimals(hours, 1)) paid hours have nobody; "
          + "the first on \(rows[0].shift.date.text): \(rows[0].reason)",
        place: group, advice: "Maybe more agents, other contracts or less leave that day")
    }
  }

  private static func aboutPeople(_ task: RosterAssignment.Task) -> [Finding] {
    var result: [Finding] = []
    let names = Set(task.agents.map(\.name))
    for stranger in Set(task.availability.map(\.agent)).subtracting(names).sorted() {
      let near = nearestName(to: stranger, in: names.sorted())
      result.append(
        Finding(
          .warning, code: "schedule.unknown-agent",
          "availability names agent \(stranger), who is not among the agents", place: stranger,
          advice: near.map { "Maybe \($0) is meant" } ?? ""))
    }
    for (name, rows) in Dictionary(grouping: task.agents, by: \.name).sorted(by: {
      $0.key < $1.key
    }) where rows.count > 1 {
      result.append(
        Finding(
          .error, code: "schedule.duplicate-agent",
          "\(rows.count) agents are named \(name); the first counts", place: name,
          advice: "Maybe they need numbers"))
    }
    return result
  }

  /// Agents who work where nobody more was wanted.
  private static func surplus(_ answer: GroupAnswer) -> Finding? {
    var count = 0
    for (slot, agents) in zip(answer.group.nouns.slots, answer.answer.state.counts)
    where slot.surplusPrice == nil {
      count += max(0, agents - slot.need)
    }
    guard count > 0 else { return nil }
    return Finding(
      .warning, code: "schedule.surplus",
      "\(count) shifts have an agent more than is wanted: hard minimums of contracts need them",
      place: answer.group.nouns.group,
      advice: "Maybe the minimum hours are more than the need, or should have a price")
  }

  private static func limit(_ answers: [GroupAnswer]) -> Finding? {
    let limited = answers.filter { $0.answer.limit != nil }
    guard let worst = limited.max(by: { $0.gap < $1.gap }) else { return nil }
    let share = roundedToDecimals(100 * worst.gap, 1)
    return Finding(
      .note, code: "schedule.limit",
      "the search for a roster stopped at its limit of effort; "
        + "at most \(share) % of the cost of \(worst.group.nouns.group) could be saved")
  }
}

extension GroupAnswer {
  /// Share of the cost that is not proven necessary.
  var gap: Double {
    answer.cost > 1e-9 ? max(0, min(1, (answer.cost - answer.bound) / answer.cost)) : 0
  }
}
