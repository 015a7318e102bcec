import Forecasting
import Tables

/// What models say of themselves: weights and why, parameters, fit.
enum ModelColumns {
  /// Every row of every queue as CSV; what is not known is an empty cell.
  ///
  /// *Throws*: `TableError` for a number that cannot be written.
  static func bytes(_ models: [ModelDescription]) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: ["queue", "channel", "model", "part", "name", "value", "note"], style: .standard)
    for model in models {
      for (part, rows) in [("parameters", model.parameters), ("fit", model.fit)] {
        for row in rows {
          table.text(model.queue)
          table.text(model.channel)
          table.text(model.model)
          table.text(part)
          table.text(row.name)
          try table.number(row.value.isFinite ? row.value : nil, decimals: 6)
          table.text(row.note)
          table.endRow()
        }
      }
    }
    return table.bytes
  }

  /// A queue's model in a line: of an average, the members by weight over the first week.
  static func line(_ model: ModelDescription) -> String {
    let suffix = ", first week"
    let weights = model.parameters.filter {
      $0.name.hasPrefix("weight ") && $0.name.hasSuffix(suffix)
    }.sorted { ($1.value, $0.name) < ($0.value, $1.name) }
    guard !weights.isEmpty else { return "\(model.queue): \(model.model)" }
    let parts = weights.map { row in
      "\(row.name.dropFirst("weight ".count).dropLast(suffix.count))"
        + " \(NumberText.percent(row.value, 0))"
    }
    return "\(model.queue): \(model.model) (\(parts.joined(separator: ", ")))"
  }
}
