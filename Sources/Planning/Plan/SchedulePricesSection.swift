internal import ContactCenter

/// The `prices` of the `schedule` section: what a schedule weighs against each other.
enum SchedulePricesSection {
  /// Reads the prices.
  ///
  /// *Throws*: `PlanError` for a queue the plan does not have and a premium that is never paid.
  static func read(_ node: PlanNode, queues: [String]) throws(PlanError) -> SchedulePrices {
    let keys = try node.section(PlanKeyCatalog.prices)
    var prices = SchedulePrices()
    if let node = keys["short"] { prices.short = try node.paidHours() }
    if let node = keys["first_short"] { prices.firstShort = try node.paidHours() }
    if let node = keys["over"] { prices.over = try node.paidHours() }
    for (name, value) in try keys["queues"]?.named() ?? [] {
      guard queues.contains(name) else {
        throw value.error(
          "\"\(name)\" is no queue of the plan",
          hint: nearestName(to: name, in: queues).map { "Maybe \"\($0)\" is meant." }
            ?? "Maybe one of: \(queues.sorted().joined(separator: ", ")).")
      }
      prices.shortByQueue[name] = try value.paidHours()
    }
    for (name, value) in try keys["premiums"]?.named() ?? [] {
      prices.premiums.append(try premium(name, value))
    }
    prices.premiums.sort { $0.name < $1.name }
    return prices
  }

  private static func premium(_ name: String, _ node: PlanNode) throws(PlanError) -> HourPremium {
    let keys = try node.section(PlanKeyCatalog.premium)
    let share = try node.required("share", in: keys, example: "25%")
    var premium = HourPremium(
      name: name,
      share: try share.value("a share such as 25%") { text in
        let number = text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : Double(text)
        return number.flatMap { (0...100).contains($0) ? $0 : nil }
      })
    let days = try keys["days"]?.weekdays()
    if let hours = keys["hours"] {
      premium.hours = try hours.value("a stretch of the day") { text in
        week(of: text, on: days ?? Set(Weekday.allCases))
      }
    } else if let days {
      premium.hours = week(of: "00:00-24:00", on: days)
    }
    if let dates = keys["dates"] {
      var list: Set<CivilDate> = []
      for item in try dates.list() { list.insert(try item.date()) }
      guard !list.isEmpty else {
        throw dates.error("\(dates.path) names no dates", hint: "Maybe write [2026-12-25].")
      }
      premium.dates = list
    }
    return premium
  }

  /// The same stretch on some days; one over midnight is the end and the beginning of each of them.
  private static func week(of text: String, on days: Set<Weekday>) -> OpeningHours? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { minuteOfDay(text: String($0)) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start != end, start < 1440
    else { return nil }
    let stretches =
      start < end
      ? [OpeningHours.Stretch(start: start, end: end)]
      : [.init(start: 0, end: end), .init(start: start, end: 1440)].filter { $0.start < $0.end }
    return OpeningHours(week: Weekday.allCases.map { days.contains($0) ? stretches : [] })
  }
}
