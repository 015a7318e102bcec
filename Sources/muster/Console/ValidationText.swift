import ContactCenter
import Planning
import Records
import Tables

/// A validation as a table of CSV: every row, every measure with its band.
enum ValidationTable {
  /// Writes all rows.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(_ result: ValidationResult, zone: ZoneRules) throws(TableError) -> [UInt8] {
    let measures = ValidationMeasure.allCases
    let columns =
      ["period", "timestamp", "queue", "offered", "agents", "handle_seconds_mean"]
      + ["service_level_definition", "threshold_seconds"]
      + measures.flatMap { measure in
        ["actual", "simulated", "p2.5", "p97.5"].map { "\(measure.rawValue)_\($0)" }
      } + ["outside", "likely_causes"]
    var table = TableWriter(columns: columns, style: .standard)
    for row in result.rows {
      table.text(row.period.rawValue)
      table.raw { TimestampText.append(row.start, in: zone, to: &$0) }
      table.text(row.queue)
      try table.number(row.offered, decimals: RecordDecimals.contacts)
      try table.number(row.agents, decimals: RecordDecimals.agents)
      try table.number(row.handleSecondsMean, decimals: RecordDecimals.seconds)
      table.text(result.definitions[row.queue]?.rawValue)
      try table.number(result.thresholds[row.queue], decimals: RecordDecimals.seconds)
      for measure in measures {
        let band = row[measure]
        let decimals =
          measure == .asaSeconds ? RecordDecimals.seconds : RecordDecimals.shares
        for value in [band.actual, band.simulated, band.low, band.high] {
          try table.number(value, decimals: decimals)
        }
      }
      table.text(joined(row.outside.map(\.rawValue)))
      let causes = row.period == .run ? result.misfits.filter { $0.queue == row.queue } : []
      table.text(joined(causes.map(\.cause)))
      table.endRow()
    }
    return table.bytes
  }

  /// Several words in one cell; nothing for none, since an empty text is written as "".
  private static func joined(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: ";")
  }
}

/// What a planner at a terminal sees of a validation: the period per queue, likely causes, the worst intervals.
enum ValidationText {
  /// Intervals listed.
  private static let shown = 10

  static func text(_ result: ValidationResult, grid: TimeGrid) -> String {
    var parts = [summary(result), causes(result)]
    let worst = worstIntervals(result, grid: grid)
    if !worst.isEmpty { parts.append(worst) }
    return parts.joined(separator: "\n\n")
  }

  private static func summary(_ result: ValidationResult) -> String {
    var table = TextTable([
      "queue", "measure", "actual", "simulated", "95% band", "intervals outside",
    ])
    for queue in result.queues {
      guard let row = result.run(queue) else { continue }
      for measure in ValidationMeasure.allCases {
        let band = row[measure]
        let (known, outside) = result.intervals(of: queue, measure)
        table.add([
          queue, title(measure, queue, result), shownValue(band.actual, measure),
          shownValue(band.simulated, measure), bandText(band, measure),
          known > 0 ? "\(outside) of \(known)" : "–",
        ])
      }
    }
    return table.text
  }

  private static func title(
    _ measure: ValidationMeasure, _ queue: String, _ result: ValidationResult
  ) -> String {
    guard measure == .serviceLevel, let definition = result.definitions[queue],
      let threshold = result.thresholds[queue]
    else { return measure.title }
    return "\(measure.title), \(definition.rawValue) \(Seconds(threshold).text)"
  }

  private static func causes(_ result: ValidationResult) -> String {
    var lines = ["Likely causes"]
    for queue in result.queues {
      let own = result.misfits.filter { $0.queue == queue }
      if own.isEmpty { lines.append("  \(queue): fits, as far as the history tells") }
      for misfit in own { lines.append("  \(queue): \(misfit.cause): \(misfit.explanation)") }
    }
    return lines.joined(separator: "\n")
  }

  private static func worstIntervals(_ result: ValidationResult, grid: TimeGrid) -> String {
    let outside = result.rows.filter { $0.period == .interval && $0.unexplainedContacts > 0 }
      .sorted {
        ($1.unexplainedContacts, $0.start, $0.queue) < ($0.unexplainedContacts, $1.start, $1.queue)
      }
    guard !outside.isEmpty else { return "" }
    var table = TextTable([
      "worst intervals", "queue", "offered", "agents", "measure", "actual", "simulated", "95% band",
    ])
    for row in outside.prefix(shown) {
      for (number, measure) in row.outside.enumerated() {
        let band = row[measure]
        let isFirst = number == 0
        table.add([
          isFirst ? String(grid.zone.local(row.start).text.dropLast(3)) : "",
          isFirst ? row.queue : "", isFirst ? NumberText.fixed(row.offered, 0) : "",
          isFirst ? NumberText.fixed(row.agents, 1) : "", measure.title,
          shownValue(band.actual, measure), shownValue(band.simulated, measure),
          bandText(band, measure),
        ])
      }
    }
    return table.text
  }

  private static func bandText(_ band: ValidationBand, _ measure: ValidationMeasure) -> String {
    guard let low = band.low, let high = band.high else { return "–" }
    return "\(shownValue(low, measure)) to \(shownValue(high, measure))"
      + (band.isOutside ? " *" : "")
  }

  private static func shownValue(_ value: Double?, _ measure: ValidationMeasure) -> String {
    measure == .asaSeconds ? NumberText.fixed(value, 1) : NumberText.percent(value)
  }
}
