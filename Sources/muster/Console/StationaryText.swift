import ContactCenter
import Planning
import Queueing
import Simulation
import Staffing

/// What a planner at a terminal sees of a steady state: how it was measured, then simulated beside computed.
enum StationaryText {
  static func text(_ result: StationaryStage.Result, grid: TimeGrid) -> String {
    let stationary = result.stationary
    let start = grid.zone.local(result.interval.start).text.dropLast(3)
    let hours = (stationary.warmUpSeconds + stationary.measuredSeconds) / 3600
    let agents = result.agents.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let lines = [
      "Rates and agents of \(start) held for \(NumberText.fixed(hours, 0)) hours; agents: \(agents.isEmpty ? "none" : agents)",
      "Warm-up left out: \(NumberText.fixed(stationary.warmUpSeconds, 0)) s (MSER-5); "
        + "\(stationary.batches) batches of \(NumberText.fixed(stationary.measuredSeconds / Double(stationary.batches) / 3600, 1)) h, "
        + "correlation of neighbors \(NumberText.fixed(stationary.batchCorrelation, 2))",
    ]
    return lines.joined(separator: "\n") + "\n\n" + table(result)
  }

  private static func table(_ result: StationaryStage.Result) -> String {
    let methods = Set(result.formula.values.map(\.answer.method)).sorted().joined(separator: ", ")
    var table = TextTable(["what", "measure", "simulated", methods.isEmpty ? "formula" : methods])
    let alone = Set(result.formula.values.map(\.group))
    for row in result.stationary.outcome.rows {
      // Shown with its one queue.
      if row.level == .group, alone.contains(row.name) { continue }
      let formula = row.level == .queue ? result.formula[row.name] : nil
      let group = formula.flatMap { result.stationary.outcome.run(.group, $0.group) }
      for (number, line) in lines(row, group ?? row, formula?.answer).enumerated() {
        table.add([number == 0 ? "\(row.level.rawValue) \(row.name)" : ""] + line)
      }
    }
    return table.text
  }

  private static func lines(
    _ row: OutcomeRow, _ agents: OutcomeRow, _ answer: ErlangAnswer?
  ) -> [[String]] {
    var lines: [[String]] = []
    if row.level != .group {
      lines += [
        [
          "service level", NumberText.percent(row.serviceLevel, within: row.serviceLevelError),
          answer.map { NumberText.percent($0.serviceLevel) } ?? "–",
        ],
        [
          "asa s", NumberText.fixed(row.asaSeconds, 1, within: row.asaErrorSeconds),
          answer.map { NumberText.fixed($0.measures.meanWaitAnsweredSeconds, 1) } ?? "–",
        ],
        [
          "abandonment", NumberText.percent(row.abandonment, within: row.abandonmentError),
          answer.map { NumberText.percent($0.measures.abandonment) } ?? "–",
        ],
      ]
    }
    if agents.occupancy != nil {
      lines.append([
        "occupancy", NumberText.percent(agents.occupancy, within: agents.occupancyError),
        answer.map { NumberText.percent($0.measures.occupancy) } ?? "–",
      ])
    }
    return lines
  }
}
