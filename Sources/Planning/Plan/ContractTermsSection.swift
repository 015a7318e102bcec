internal import ContactCenter

/// What a contract says of prices, clocks and split shifts beside its hours and rules.
enum ContractTermsSection {
  /// Reads the terms into a contract.
  ///
  /// *Throws*: `PlanError` for an hour without price, a latest before an earliest, an unknown shift type, and a split
  /// shift that is longer than its day.
  static func read(
    _ keys: [String: PlanNode], types: [ShiftType], into contract: inout Contract
  ) throws(PlanError) {
    if let node = keys["hour_price"] { contract.hourPrice = try node.number(0.01...1_000) }
    if let node = keys["overtime"] { contract.overtime = try overtime(node) }
    if let node = keys["earliest_start"] { contract.earliestStart = try node.clock(through: 1439) }
    if let node = keys["latest_start"] {
      let latest = try node.clock(through: 1439)
      if let earliest = contract.earliestStart, latest < earliest {
        throw node.error(
          "no shift of contract \(contract.name) can start: latest_start is before earliest_start",
          hint: "Maybe the two are swapped.")
      }
      contract.latestStart = latest
    }
    if let node = keys["latest_end"] { contract.latestEnd = try node.clock(through: 2880) }
    if let node = keys["shift_types"] {
      for item in try node.list() {
        contract.shiftTypes.insert(try item.name(of: "shift type", in: types.map(\.name)))
      }
    }
    for item in try keys["split_shifts"]?.list() ?? [] {
      contract.splitShifts.append(try split(item))
    }
  }

  private static func overtime(_ node: PlanNode) throws(PlanError) -> OvertimeTerms {
    let keys = try node.section(PlanKeyCatalog.overtime)
    let hours = try node.required("hours_per_week", in: keys, example: "5h").minutes(from: 0)
    guard hours <= 168 * 60 else {
      throw node.error("overtime is longer than a week", hint: "Maybe write hours_per_week: 5h.")
    }
    return OvertimeTerms(
      hoursPerWeek: Double(hours) / 60, price: try keys["price"]?.number(1...1_000) ?? 1.5)
  }

  private static func split(_ node: PlanNode) throws(PlanError) -> SplitShift {
    let keys = try node.section(PlanKeyCatalog.splitShift)
    let halves = try node.required("halves", in: keys, example: "[4h, 4h]")
    var minutes: [Int] = []
    for item in try halves.list() { minutes.append(try item.shiftMinutes()) }
    guard minutes.count == 2 else {
      throw halves.error(
        "a split shift has \(minutes.count) halves, expected two", hint: "Maybe write [4h, 4h].")
    }
    let gapNode = try node.required("gap", in: keys, example: "2h-4h")
    let gap = try gapNode.minutesRange()
    guard gap.lowerBound > 0 else {
      throw gapNode.error(
        "the halves of a split shift touch", hint: "Maybe write a gap of at least 1h.")
    }
    guard minutes[0] + minutes[1] + gap.upperBound <= 1440 else {
      throw gapNode.error(
        "a split shift with its longest gap is longer than its day",
        hint: "Maybe write a shorter gap.")
    }
    return SplitShift(
      firstMinutes: minutes[0], secondMinutes: minutes[1], gapMinutes: gap,
      price: try keys["price"]?.paidHours() ?? 0)
  }
}

extension PlanNode {
  /// Minutes after midnight of `08:00`; hours above 24 are those of the next day: `30:00` is 06:00 there.
  func clock(through last: Int) throws(PlanError) -> Int {
    try value("a time such as 08:00") { text in
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
        parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
        let hour = Int(parts[0]), let minute = Int(parts[1]), minute <= 59
      else { return nil }
      let total = hour * 60 + minute
      return total <= last ? total : nil
    }
  }

  /// `2h-4h`, or one duration for both ends.
  func minutesRange() throws(PlanError) -> ClosedRange<Int> {
    try value("a duration or two such as 2h-4h") { Self.minutesRange(text: $0) }
  }

  /// Both ends of `2h-4h` in minutes; nil where it is none.
  static func minutesRange(text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { half -> Int? in
      guard let seconds = Seconds(text: String(half))?.value, seconds >= 0, seconds <= 86_400,
        seconds.truncatingRemainder(dividingBy: 60) == 0
      else { return nil }
      return Int(seconds) / 60
    }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first <= last
    else { return nil }
    return first...last
  }
}
