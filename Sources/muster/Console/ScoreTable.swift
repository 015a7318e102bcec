import Forecasting
import Tables

/// What past forecasts came to, as a table for people and as CSV.
enum ScoreTable {
  /// Scores by queue, then all together, by lead and step.
  private static func rows(_ score: PastForecastScore) -> [AccuracyRow] {
    let queues = Set(score.accuracy.map(\.queue))
    var all = score.accuracy
    if queues.count > 1 {
      all += score.overall.map { row in
        var copy = row
        (copy.queue, copy.channel) = ("all queues", "")
        return copy
      }
    }
    // A lead that no forecast reaches beyond would only repeat the narrower one.
    all = all.filter { row in
      row.leadDays == AccuracyTable.longer
        || !all.contains {
          ($0.queue, $0.channel, $0.model) == (row.queue, row.channel, row.model)
            && $0.leadDays < row.leadDays && $0.intervals == row.intervals
        }
    }
    func key(_ row: AccuracyRow) -> (Int, String, Int, Int) {
      (
        row.queue == "all queues" && row.channel.isEmpty ? 1 : 0, row.queue, row.leadDays,
        PastForecastScore.steps.firstIndex(of: row.model) ?? 0
      )
    }
    return all.sorted { key($0) < key($1) }
  }

  /// One row per queue, lead and step.
  ///
  /// *Throws*: `TableError` for a number that cannot be written.
  static func bytes(_ score: PastForecastScore) throws(TableError) -> [UInt8] {
    try AccuracyColumns.bytes(rows(score), label: "step")
  }

  /// What a planner at a terminal sees.
  static func text(_ score: PastForecastScore, kept: Int) -> String {
    var table = TextTable(AccuracyColumns.header("step"))
    for row in rows(score) { table.add(AccuracyColumns.cells(row)) }
    let count = "\(score.scored) of \(kept) forecasts have come due."
    return ([count, table.text] + ValueAddedTable.texts(score.edits)).joined(separator: "\n\n")
  }
}

/// What edits by hand came to, as text and as CSV.
enum ValueAddedTable {
  /// One row for all edits, then by queue, reason and author.
  ///
  /// *Throws*: `TableError` for a number that cannot be written.
  static func bytes(_ rows: [ValueAddedRow]) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: [
        "group", "name", "days", "improved", "worsened", "intervals", "wape_before", "wape_after",
        "bias_before", "bias_after",
      ], style: .standard)
    for row in rows {
      table.text(row.group.rawValue)
      table.text(row.name)
      for count in [row.days, row.improved, row.worsened, row.intervals] { table.integer(count) }
      for value in [row.wapeBefore, row.wapeAfter, row.biasBefore, row.biasAfter] {
        try table.number(value.isFinite ? value : nil, decimals: 6)
      }
      table.endRow()
    }
    return table.bytes
  }

  /// The verdict in words and a table of it; nothing where nothing was edited.
  static func texts(_ rows: [ValueAddedRow]) -> [String] {
    guard let all = rows.first(where: { $0.group == .all }) else { return [] }
    var table = TextTable(["edits by", "", "days", "better", "worse", "WAPE before", "after"])
    for row in rows where row.group != .all {
      table.add([
        row.group.rawValue, row.name.isEmpty ? "not said" : row.name, "\(row.days)",
        "\(row.improved)", "\(row.worsened)", NumberText.percent(row.wapeBefore),
        NumberText.percent(row.wapeAfter),
      ])
    }
    return [verdict(all), table.text]
  }

  /// Whether edits helped, in a sentence.
  static func verdict(_ row: ValueAddedRow) -> String {
    let days = row.days == 1 ? "day" : "days"
    let change =
      "Edits improved \(row.improved) of \(row.days) edited \(days); WAPE of what they changed"
      + " \(NumberText.percent(row.wapeBefore)) → \(NumberText.percent(row.wapeAfter))"
    guard row.wapeBefore.isFinite, row.wapeAfter.isFinite else { return change + "." }
    if row.helped { return change + ": they helped." }
    return change
      + (row.wapeAfter > row.wapeBefore
        ? ": the forecast was better without them." : ": they made no difference.")
  }
}
