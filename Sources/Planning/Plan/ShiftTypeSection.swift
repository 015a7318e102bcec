internal import ContactCenter

/// The `shift_types` section of a plan, and what its `shifts` section says of nights and weekends.
enum ShiftTypeSection {
  /// Reads the types, the narrowest first: a shift belongs to the first that it fits, and the order of the file means
  /// nothing.
  ///
  /// *Throws*: `PlanError` for starts that are no times of a day, a shift longer than its day, and two types of which
  /// neither is narrower where a shift fits both.
  static func read(_ node: PlanNode) throws(PlanError) -> [ShiftType] {
    var types: [ShiftType] = []
    for (name, value) in try node.named() {
      let type = try type(name, value)
      if let other = types.first(where: { rank($0) == rank(type) && $0.meets(type) }) {
        throw value.error(
          "a shift may be both \(other.name) and \(name), and neither is the narrower type",
          hint: "Maybe give one of them a length, or let it start in a shorter stretch.")
      }
      types.append(type)
    }
    return types.sorted { (rank($0), $0.name) < (rank($1), $1.name) }
  }

  /// What `shifts` says of nights and weekends.
  ///
  /// *Throws*: `PlanError` for a night that is no stretch below a day.
  static func readKinds(_ node: PlanNode, into rules: inout ShiftRules) throws(PlanError) {
    let keys = try node.section(PlanKeyCatalog.shifts)
    if let night = keys["night"] {
      rules.night = try night.value("a stretch of the night such as \"23:00-06:00\"") { text in
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
          .map { minuteOfDay(String($0)) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start != end else {
          return nil
        }
        return start..<(end > start ? end : end + 1440)
      }
    }
    if let least = keys["night_shift"] { rules.nightShiftMinutes = try least.minutes() }
    if let weekend = keys["weekend"] { rules.weekend = try weekend.weekdays() }
  }

  private static func type(_ name: String, _ node: PlanNode) throws(PlanError) -> ShiftType {
    let keys = try node.section(PlanKeyCatalog.shiftType)
    let start = try node.required("start", in: keys, example: "\"06:00-09:30\"")
    let starts = try start.value("a time of day, or two such as \"06:00-09:30\"") {
      Self.starts($0)
    }
    return ShiftType(
      name: name, starts: starts, minutes: try keys["length"]?.shiftMinutes(),
      isNight: try keys["night"]?.flag())
  }

  /// `08:00` or `06:00-09:30`, both ends included.
  private static func starts(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { minuteOfDay(String($0)) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first <= last, last < 1440
    else { return nil }
    return first...last
  }

  /// Minutes after midnight of `08:00`; `24:00` is the end of the day.
  private static func minuteOfDay(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " } }
    guard parts.count == 2, parts[1].count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCII) }),
      let hour = UInt8(parts[0]), let minute = UInt8(parts[1]), hour <= 24, minute < 60
    else { return nil }
    let total = Int(hour) * 60 + Int(minute)
    return total <= 1440 ? total : nil
  }

  /// How many starts and lengths a type has room for: one with a length is narrower than one without.
  private static func rank(_ type: ShiftType) -> Int {
    (type.minutes == nil ? 10_000 : 0) + type.starts.count
  }
}

extension ShiftType {
  /// Whether a shift may fit both.
  fileprivate func meets(_ other: ShiftType) -> Bool {
    guard starts.overlaps(other.starts) else { return false }
    guard let minutes, let theirs = other.minutes else { return true }
    return minutes == theirs
  }
}
