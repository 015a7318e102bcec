public import ContactCenter

/// A break of a planned shift.
public struct PlannedBreak: Hashable, Sendable {
  /// The activity in the roster: `break` or `lunch`.
  public var name: String
  /// The first instant.
  public var start: Instant
  /// The first instant after.
  public var end: Instant
  /// Whether its time is paid.
  public var isPaid: Bool

  /// Creates a break.
  public init(name: String, start: Instant, end: Instant, isPaid: Bool) {
    self.name = name
    self.start = start
    self.end = end
    self.isPaid = isPaid
  }
}

/// A shift that nobody works yet: when, for which group, under which contract, with its breaks.
public struct PlannedShift: Hashable, Sendable {
  /// The group.
  public var group: String
  /// The contract the design had in mind; a roster may give the shift to any contract of the group that allows its
  /// length.
  public var contract: String
  /// The local date on which it starts: its hours count there.
  public var date: CivilDate
  /// The first instant.
  public var start: Instant
  /// The first instant after.
  public var end: Instant
  /// Minutes that are paid.
  public var paidMinutes: Int
  /// The breaks, in order.
  public var breaks: [PlannedBreak]

  /// Creates a shift.
  public init(
    group: String, contract: String, date: CivilDate, start: Instant, end: Instant,
    paidMinutes: Int, breaks: [PlannedBreak]
  ) {
    self.group = group
    self.contract = contract
    self.date = date
    self.start = start
    self.end = end
    self.paidMinutes = paidMinutes
    self.breaks = breaks
  }

  /// Minutes from start to end.
  public var minutes: Int { end.seconds(since: start) / 60 }

  /// Orders by start, group, end, contract, then breaks.
  static func precedes(_ a: PlannedShift, _ b: PlannedShift) -> Bool {
    let first = (a.start, a.group, a.end, a.contract)
    let second = (b.start, b.group, b.end, b.contract)
    if first != second { return first < second }
    for (x, y) in zip(a.breaks, b.breaks) where x.start != y.start { return x.start < y.start }
    return false
  }
}
