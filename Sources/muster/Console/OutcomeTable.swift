import ContactCenter

/// What a planner at a terminal sees of an outcome: the run and its days, per queue.
enum OutcomeTable {
  static func text(_ outcome: Outcome, grid: TimeGrid) -> String {
    var table = TextTable([
      "period", "what", "offered", "service level", "target met", "asa s", "abandoned", "occupancy",
    ])
    for row in outcome.rows
    where (row.period == .run || row.period == .day) && row.level != .agent {
      let period = row.period == .run ? "run" : grid.date(of: row.start).text
      table.add([
        period, "\(row.level.rawValue) \(row.name)", NumberText.fixed(row.offered, 0),
        NumberText.percent(row.serviceLevel, within: row.serviceLevelError),
        NumberText.percent(row.probabilityOfTarget, 0), NumberText.fixed(row.asaSeconds, 1),
        NumberText.percent(row.abandonment), NumberText.percent(row.occupancy),
      ])
    }
    return table.text
  }
}

extension NumberText {
  /// A share in percent with its half-width, where there is one.
  static func percent(_ share: Double?, within halfWidth: Double?) -> String {
    percent(share) + (halfWidth.map { " ± " + percent($0) } ?? "")
  }

  /// A number with its half-width, where there is one.
  static func fixed(_ value: Double?, _ decimals: Int, within halfWidth: Double?) -> String {
    fixed(value, decimals) + (halfWidth.map { " ± " + fixed($0, decimals) } ?? "")
  }
}
