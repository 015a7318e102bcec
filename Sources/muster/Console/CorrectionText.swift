import ContactCenter
import Planning

/// The rounds in which a requirement was corrected, for people.
struct CorrectionText {
  let rounds: [CorrectedSchedule.Round]
  let best: Int
  let plan: Plan

  /// A table with a line for each round and what was kept, and a blank line; nothing where the plan asks for no correction.
  var lines: [String] {
    guard plan.schedule.corrections > 0, plan.cover.isEmpty else { return [] }
    let queues = plan.queues.filter { $0.target.serviceLevel != nil }.map(\.name)
    var table = TextTable(
      ["round", "required hours", "paid hours", "uncovered", "below target", "contacts missed"]
        + queues)
    for (number, round) in rounds.enumerated() {
      table.add(
        [
          "\(number)\(number == best ? " *" : "")", NumberText.fixed(round.requiredHours, 1),
          NumberText.fixed(round.paidHours, 1), NumberText.fixed(round.shortHours, 1),
          "\(round.misses) of \(round.periods.count)", NumberText.fixed(round.missedContacts, 1),
        ] + queues.map { NumberText.percent(round.levels[$0]) })
    }
    return [
      "The requirement corrected by simulation; * was kept. Below target: queues' days (or weeks) beyond doubt.",
      table.text, "",
    ]
  }
}
