import ContactCenter
import Scheduling
import Tables

/// Offers as rows, and as a table for people.
enum OfferTable {
  /// The rows as CSV, in order of rank, times in `zone`.
  ///
  /// *Throws*: `TableError` for a number that is not finite.
  static func bytes(_ result: RosterOffers.Result, zone: ZoneRules) throws(TableError) -> [UInt8] {
    var table = TableWriter(
      columns: [
        "rank", "agent", "offer", "date", "start", "end", "shift_start", "shift_end",
        "paid_hours", "cost_hours", "short_hours", "worth",
      ], style: .standard)
    for (index, offer) in result.offers.enumerated() {
      try table.number(Double(index + 1), decimals: 0)
      table.text(offer.agent)
      table.text(offer.kind.rawValue)
      table.text(offer.date.text)
      let times = [
        offer.stretch.start, offer.stretch.end, offer.shift?.start, offer.shift?.end,
      ]
      for instant in times { table.text(instant.map { TimestampText.text($0, in: zone) }) }
      let sign: Double = offer.kind.isOvertime ? 1 : -1
      let numbers: [Double?] = [
        sign * Double(offer.paidMinutes) / 60, sign * offer.costHours, offer.shortHours,
        offer.kind.isOvertime ? offer.worth : nil,
      ]
      for number in numbers { try table.number(number, decimals: RecordDecimals.values) }
      table.endRow()
    }
    return table.bytes
  }

  /// A table of all offers, and the sum.
  static func text(_ result: RosterOffers.Result, zone: ZoneRules) -> String {
    var table = TextTable([
      "agent", "offer", "day", "from", "to", "paid hours", "cost", "short removed", "per hour",
    ])
    for offer in result.offers {
      let (start, end) = (zone.local(offer.stretch.start), zone.local(offer.stretch.end))
      let isOvertime = offer.kind.isOvertime
      table.add([
        offer.agent, offer.kind.rawValue, "\(offer.date.text) \(offer.date.weekday.shortName)",
        clock(start), clock(end),
        (isOvertime ? "" : "-") + NumberText.plain(Double(offer.paidMinutes) / 60),
        (isOvertime ? "" : "-") + NumberText.plain(offer.costHours),
        isOvertime ? NumberText.plain(offer.shortHours) : "",
        isOvertime ? NumberText.fixed(offer.worth, 2) : "",
      ])
    }
    return (result.offers.isEmpty ? "Nothing to offer." : table.text) + "\n\n" + summary(result)
  }

  /// One line: what the offers come to.
  static func summary(_ result: RosterOffers.Result) -> String {
    let overtime = result.offers.count(where: \.kind.isOvertime)
    return "\(overtime) offers of overtime, \(NumberText.fixed(result.overtimeHours, 1)) hours; "
      + "\(result.offers.count - overtime) of time off, \(NumberText.fixed(result.timeOffHours, 1)) hours; "
      + "\(NumberText.fixed(result.shortHoursBefore, 1)) agent-hours short before, "
      + "\(NumberText.fixed(result.shortHours, 1)) with all of them taken"
  }

  private static func clock(_ local: LocalDateTime) -> String {
    String(local.text.dropFirst(11).prefix(5))
  }
}
