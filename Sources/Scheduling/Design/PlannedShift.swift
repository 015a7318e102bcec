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

  /// Minutes from start to end; the gap of a split shift is among them.
  public var minutes: Int { end.seconds(since: start) / 60 }

  /// The gap between the halves of a split shift, which stands among the breaks as `off`; nil for one of one piece.
  public var gap: Interval? {
    breaks.first { $0.name == RosterActivity.off.rawValue }.map {
      Interval(start: $0.start, end: $0.end)
    }
  }

  /// The Monday of its week.
  var week: CivilDate { date.advanced(by: -date.weekday.rawValue) }

  /// Orders by start, group, end, contract, then breaks.
  static func precedes(_ a: PlannedShift, _ b: PlannedShift) -> Bool {
    let first = (a.start, a.group, a.end, a.contract)
    let second = (b.start, b.group, b.end, b.contract)
    if first != second { return first < second }
    for (x, y) in zip(a.breaks, b.breaks) where x.start != y.start { return x.start < y.start }
    return false
  }
}

extension Contract {
  /// Whether a shift is one of the contract's: of a length it allows, or a split shift of one of its forms.
  ///
  /// Starts and ends by the clock are not asked here.
  public func allows(_ shift: PlannedShift) -> Bool {
    shift.gap == nil ? shiftMinutes.contains(shift.minutes) : form(of: shift) != nil
  }

  /// The cheapest form of a split shift; nil for a shift of one piece and one of no form of the contract.
  public func form(of shift: PlannedShift) -> SplitShift? {
    guard let gap = shift.gap else { return nil }
    return splitShifts.filter {
      $0.fits(
        first: gap.start.seconds(since: shift.start) / 60, gap: gap.seconds / 60,
        second: shift.end.seconds(since: gap.end) / 60)
    }
    .min { $0.price < $1.price }
  }
}
