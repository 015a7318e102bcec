internal import ContactCenter

/// The days on which a queue was alive: it may begin or end in the middle of its history.
///
/// Silence at either end is no low volume: nobody could call before the queue was opened. A silence counts only where
/// at least ``leastExpected`` contacts would have come, so that a queue of rare contacts is not cut.
struct LivingSpan {
  /// What a silence at the end means.
  enum End: Equatable {
    /// None to speak of.
    case alive
    /// Too short to tell: the forecast goes on as before it.
    case paused(days: Int)
    /// Long enough: nobody comes any more.
    case stopped(days: Int)
  }

  /// The days to learn from.
  let days: Range<Int>
  /// What the end means.
  let end: End

  /// Contacts without which a silence means nothing: by chance none of thirty comes once in 10¹³ times.
  private static let leastExpected = 30.0
  /// A shorter silence is a weekend or a public holiday.
  private static let leastDays = 5
  /// Company holidays last no longer than three weeks.
  private static let pauseDays = 21

  /// Finds the living days of open-day totals, oldest first; nil for days that are closed or have no row.
  init(totals: [Double?]) {
    guard let first = totals.firstIndex(where: { ($0 ?? 0) > 0 }),
      let last = totals.lastIndex(where: { ($0 ?? 0) > 0 })
    else {
      days = 0..<totals.count
      end = .alive
      return
    }
    func isLong(_ silence: Int, beside days: [Double]) -> Bool {
      guard silence >= Self.leastDays, !days.isEmpty else { return false }
      return median(days) * Double(silence) >= Self.leastExpected
    }
    let alive = totals[first...last].compactMap { $0 }
    let leading = totals[..<first].count { $0 != nil }
    let start = isLong(leading, beside: Array(alive.prefix(28))) ? first : 0
    let trailing = totals[(last + 1)...].count { $0 != nil }
    if isLong(trailing, beside: Array(alive.suffix(28))) {
      let length = totals.count - 1 - last
      days = start..<last + 1
      end = length > Self.pauseDays ? .stopped(days: length) : .paused(days: length)
    } else {
      days = start..<totals.count
      end = .alive
    }
  }
}
