/// The offsets of one IANA time zone as a table of transitions: what the wall clock showed when.
///
/// Built once per zone (`ZoneRules.named(_:)`); every look-up is a binary search. Foundation's `Calendar`
/// is never asked: it moves a local time that does not exist, and takes the first of two, without a word.
public struct ZoneRules: Hashable, Sendable {
  /// The IANA name, such as `America/Chicago`.
  public let identifier: String
  /// The instants at which the offset changes, ascending.
  public let transitions: [Instant]
  /// Seconds east of UTC: `offsets[0]` before the first transition, `offsets[i + 1]` from transition i on.
  public let offsets: [Int]

  /// Creates a table; `offsets` has one more entry than `transitions`.
  public init(identifier: String, transitions: [Instant], offsets: [Int]) {
    precondition(offsets.count == transitions.count + 1)
    self.identifier = identifier
    self.transitions = transitions
    self.offsets = offsets
  }

  /// Coordinated universal time: one offset, no transitions.
  public static let utc = ZoneRules(identifier: "UTC", transitions: [], offsets: [0])

  /// Seconds east of UTC at an instant.
  ///
  /// *Complexity*: O(log transitions).
  public func offset(at instant: Instant) -> Int { offsets[regime(at: instant)] }

  /// What the wall clock shows at an instant.
  public func local(_ instant: Instant) -> LocalDateTime {
    LocalDateTime(wallSeconds: instant.secondsSinceEpoch + offset(at: instant))
  }

  /// The first transition after an instant, or nil when there is none in the table.
  public func nextTransition(after instant: Instant) -> Instant? {
    let index = regime(at: instant)
    return index < transitions.count ? transitions[index] : nil
  }

  /// Every instant at which the wall clock shows this reading: none in a gap, two in an overlap, earlier
  /// first.
  public func instants(showing local: LocalDateTime) -> [Instant] {
    let wall = local.wallSeconds
    // The regime in force a day before and a day after bracket every offset that can apply: no zone has
    // two transitions within two days of each other but for historic oddities, which the loop covers.
    let first = regime(at: Instant(secondsSinceEpoch: wall - 172_800))
    let last = regime(at: Instant(secondsSinceEpoch: wall + 172_800))
    var found: [Instant] = []
    for index in first...last {
      let candidate = Instant(secondsSinceEpoch: wall - offsets[index])
      if regime(at: candidate) == index { found.append(candidate) }
    }
    return found
  }

  /// The first instant of a local date: midnight, or the end of a gap that swallows it.
  public func startOfDay(_ date: CivilDate) -> Instant {
    let midnight = LocalDateTime(date: date, secondOfDay: 0)
    if let instant = instants(showing: midnight).first { return instant }
    return gapEnd(of: midnight) ?? Instant(secondsSinceEpoch: midnight.wallSeconds)
  }

  /// The transition that skips a reading which the wall clock never shows, or nil where it does show it.
  func gapEnd(of local: LocalDateTime) -> Instant? {
    let wall = local.wallSeconds
    for (index, at) in transitions.enumerated() {
      let before = at.secondsSinceEpoch + offsets[index]
      let after = at.secondsSinceEpoch + offsets[index + 1]
      if before <= wall && wall < after { return at }
    }
    return nil
  }

  private func regime(at instant: Instant) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
