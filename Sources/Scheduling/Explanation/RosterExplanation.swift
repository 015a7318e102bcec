import ContactCenter

/// Why a group's roster is not what was asked for, and what would help.
enum RosterExplanation {
  /// Relaxations that are told of one group.
  static let told = 5

  /// Findings about a finished roster: agents for whom no line keeps what is asked of them, and what relaxing one thing
  /// would cover of what is left; uncovered work itself is told elsewhere, with its reasons.
  static func findings(
    _ group: GroupRoster, state: RosterState, uncoveredPrice: Double
  ) throws(SchedulingError) -> [Finding] {
    var result: [Finding] = []
    for member in group.contradicted {
      let calendar = group.nouns.calendars[member]
      guard let question = LineQuestion(calendar, in: group.nouns),
        let conflict = LineConflict.find(in: question)
      else {
        result.append(
          Finding(
            .error, code: "schedule.no-line",
            "no line of shifts under contract \(calendar.contract.name) keeps all that is asked",
            place: calendar.agent.name, advice: "Maybe a hard rule should have a price"))
        continue
      }
      result.append(
        conflict.finding(
          agent: calendar.agent.name, contract: calendar.contract.name, question: question))
    }
    let relaxations = CoverRelaxations(group, state: state, uncoveredPrice: uncoveredPrice)
    let hours = relaxations.uncoveredHours(state.counts)
    guard hours > 0, !group.nouns.calendars.isEmpty else { return result }
    let gains: [CoverRelaxations.Gain]
    do { gains = try relaxations.gains() } catch {
      throw .badRule(what: "a contract's rule", value: error.description)
    }
    let total = "of \(RuleNumbers.plain(hours)) uncovered paid hours"
    for gain in gains.prefix(told) {
      result.append(
        Finding(
          .note, code: "schedule.relaxation",
          "\(gain.change): covers at least \(RuleNumbers.plain(gain.hours)) \(total)",
          place: group.nouns.group))
    }
    if gains.isEmpty {
      result.append(
        Finding(
          .note, code: "schedule.relaxation",
          "no single rule, stretch of leave or further agent that was tried covers any \(total)",
          place: group.nouns.group, advice: "Maybe two things stand in the way at once"))
    }
    return result
  }
}
