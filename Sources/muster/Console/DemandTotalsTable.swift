import ContactCenter

/// Totals of a forecast for a person at a terminal: the mean, and the band that holds four of five.
enum DemandTotalsTable {
  static func text(_ totals: [DemandTotal], grid: TimeGrid) -> String {
    guard let first = totals.first else { return "Nothing is forecast." }
    var table = TextTable([
      first.period.rawValue, first.level.rawValue, "contacts", "p10", "p90", "handle time",
    ])
    for total in totals {
      let local = grid.zone.local(total.start)
      let time =
        first.period == .interval
        ? TimestampText.text(total.start, in: grid.zone) : local.date.text
      let last = total.quantiles.count - 2
      table.add([
        time, total.name, NumberText.fixed(total.offered, 0),
        last > 1 ? NumberText.fixed(total.quantiles[1], 0) : "",
        last > 1 ? NumberText.fixed(total.quantiles[last], 0) : "",
        total.handleSecondsMean.map { NumberText.fixed($0, 0) + " s" } ?? "",
      ])
    }
    return table.text
  }
}
