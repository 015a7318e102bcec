import ContactCenter
import Planning
import Probability
import Simulation
import Tables

/// A comparison as a table of CSV: one row per plan, subject and measure.
enum ComparisonTable {
  /// Writes every difference; a subject that only one plan has is left out.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(_ result: CompareStage.Result) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: [
        "plan", "against", "level", "name", "measure", "against_value", "plan_value", "difference",
        "difference_error", "excludes_zero",
      ], style: .standard)
    for other in result.others {
      for row in other.comparison.differences {
        let decimals = row.measure.decimals
        table.text(other.name)
        table.text(result.first)
        table.text(row.level.rawValue)
        table.text(row.name)
        table.text(row.measure.rawValue)
        try table.number(row.first, decimals: decimals)
        try table.number(row.second, decimals: decimals)
        try table.number(row.difference.estimate, decimals: decimals)
        let error = row.difference.halfWidth
        try table.number(error.isFinite ? error : nil, decimals: decimals)
        table.text(row.isSignificant ? "yes" : "no")
        table.endRow()
      }
    }
    return table.bytes
  }
}

/// What a planner at a terminal sees of a comparison: a table for each plan against the first.
enum ComparisonText {
  static func text(_ result: CompareStage.Result) -> String {
    result.others.map { pair($0, result) }.joined(separator: "\n\n")
      + "\n\n* the 95 % interval of the difference leaves out zero"
  }

  private static func pair(_ other: CompareStage.Pair, _ result: CompareStage.Result) -> String {
    var table = TextTable(["what", "measure", result.first, other.name, "difference", ""])
    var last = ""
    for row in other.comparison.differences {
      let what = "\(row.level.rawValue) \(row.name)"
      table.add([
        what == last ? "" : what, row.measure.title, shown(row.first, row.measure),
        shown(row.second, row.measure), difference(row), row.isSignificant ? "*" : "",
      ])
      last = what
    }
    for (outcome, isFirst) in [(result.outcome, true), (other.outcome, false)] {
      for row in outcome.rows where row.period == .run && row.level != .agent {
        let isShared = other.comparison.differences.contains {
          $0.level == row.level && $0.name == row.name
        }
        // Nobody came to it or worked in it in either plan, or only one plan has it.
        guard !isShared, row.offered ?? row.agents ?? 0 > 0 else { continue }
        for measure in SimulationComparison.Measure.allCases {
          guard let value = measure.value(of: row) else { continue }
          let what = "\(row.level.rawValue) \(row.name)"
          table.add([
            what == last ? "" : what, measure.title, isFirst ? shown(value, measure) : "–",
            isFirst ? "–" : shown(value, measure), "–", "",
          ])
          last = what
        }
      }
    }
    return table.text
  }

  private static func difference(_ row: SimulationComparison.Difference) -> String {
    let sign = row.difference.estimate >= 0 ? "+" : ""
    let error = row.difference.halfWidth
    guard row.measure.isShare else {
      let decimals = row.measure == .cost ? 0 : 1
      return sign + NumberText.fixed(row.difference.estimate, decimals)
        + (error.isFinite ? " ± " + NumberText.fixed(error, decimals) : "")
    }
    // A difference of two shares is in points, not in percent of either.
    return sign + NumberText.fixed(row.difference.estimate * 100, 1)
      + (error.isFinite ? " ± " + NumberText.fixed(error * 100, 1) : "") + " points"
  }

  private static func shown(_ value: Double, _ measure: SimulationComparison.Measure) -> String {
    if measure.isShare { return NumberText.percent(value) }
    return NumberText.fixed(value, measure == .asaSeconds ? 1 : 0)
  }
}

extension SimulationComparison.Measure {
  var title: String {
    switch self {
    case .serviceLevel: "service level"
    case .asaSeconds: "asa s"
    case .abandonment: "abandonment"
    case .occupancy: "occupancy"
    case .offered: "offered"
    case .answered: "answered"
    case .cost: "cost"
    }
  }

  var isShare: Bool { [.serviceLevel, .abandonment, .occupancy].contains(self) }

  var decimals: Int {
    switch self {
    case .serviceLevel, .abandonment, .occupancy: RecordDecimals.shares
    case .asaSeconds: RecordDecimals.seconds
    case .offered, .answered: RecordDecimals.contacts
    case .cost: RecordDecimals.values
    }
  }

  /// The measure in a row of an outcome.
  func value(of row: OutcomeRow) -> Double? {
    switch self {
    case .serviceLevel: row.serviceLevel
    case .asaSeconds: row.asaSeconds
    case .abandonment: row.abandonment
    case .occupancy: row.occupancy
    case .offered: row.offered
    case .answered: row.answered
    case .cost: row.cost
    }
  }
}
