import ContactCenter
import Staffing
import Tables

/// A fit as a table for people, and as CSV.
enum FitTable {
  /// One row for each number; infinite ends are empty cells.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(_ fits: [QueueFit]) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: ["queue", "quantity", "at", "value", "lower", "upper", "n", "note"],
      style: .standard)
    for row in fits.flatMap(\.rows) {
      table.text(row.queue)
      table.text(row.quantity)
      table.text(row.at)
      for value in [
        row.value.value, row.hasInterval ? row.value.lower : .infinity,
        row.hasInterval ? row.value.upper : .infinity,
      ] {
        try table.number(value.isFinite ? value : nil, decimals: 6)
      }
      try table.number(Double(row.value.count), decimals: 0)
      table.text(row.note)
      table.endRow()
    }
    return table.bytes
  }

  /// What a planner at a terminal sees.
  static func text(_ fits: [QueueFit]) -> String {
    var table = TextTable(["queue", "what", "value", "from", "to", "n", ""])
    var last = ""
    for row in fits.flatMap(\.rows) {
      let what = row.quantity.replacing("_", with: " ") + (row.at.isEmpty ? "" : " \(row.at)")
      table.add([
        row.queue == last ? "" : row.queue, what, shown(row.value.value, row.quantity),
        row.hasInterval ? shown(row.value.lower, row.quantity) : "",
        row.hasInterval ? shown(row.value.upper, row.quantity) : "",
        NumberText.fixed(Double(row.value.count), 0), row.note,
      ])
      last = row.queue
    }
    return table.text + "\n\nfrom, to: 95 % interval; n: the events behind the number"
  }

  private static let shares = [
    "patience_survival", "balking", "wrap_up", "self_service_containment", "self_service_leakage",
    "transfer", "redial_after_abandonment", "redial_after_block", "recontact",
    "hyperexponential_share",
  ]

  private static func shown(_ value: Double, _ quantity: String) -> String {
    if shares.contains(quantity) { return NumberText.percent(value) }
    if quantity.hasSuffix("_aic") { return NumberText.fixed(value, 1) }
    return NumberText.fixed(value, quantity.hasSuffix("_seconds") ? 1 : 3)
  }
}
