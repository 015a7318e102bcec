internal import ContactCenter
internal import Tables

/// The grid on which a history must lie: by a length that is given, or at least by five minutes.
struct HistoryGrid {
  let zone: ZoneRules
  let length: IntervalLength?

  /// Whether an interval may begin at this instant.
  ///
  /// The wall clock decides, because a zone may be half an hour off the hour; only where the quick test
  /// fails is the grid asked, which knows of zones that shift by less than an interval.
  @inline(__always)
  func allows(_ start: Instant) -> Bool {
    let length = length ?? .fiveMinutes
    if fits(start, length) { return true }
    return TimeGrid(zone: zone, length: length).isBoundary(start)
  }

  /// Whether the wall clock shows a multiple of the length.
  @inline(__always)
  func fits(_ start: Instant, _ length: IntervalLength) -> Bool {
    (start.secondsSinceEpoch + zone.offset(at: start)) % length.seconds == 0
  }
}

/// Finds the interval length of a history whose length nobody gave.
enum HistoryLength {
  /// The length given, or the longest grid on which all rows lie.
  ///
  /// *Throws:* when the rows are further apart than that grid (hourly rows at half past, daily rows):
  /// reading them as shorter intervals with holes would double the volume per hour without a word.
  static func settle(
    _ starts: [[Instant]], grid: HistoryGrid, _ cursor: inout RecordCursor
  ) throws -> IntervalLength {
    if let length = grid.length { return length }
    let lengths = IntervalLength.allCases.sorted { $0.rawValue > $1.rawValue }
    let length =
      lengths.first { length in
        starts.allSatisfy { $0.allSatisfy { grid.fits($0, length) } }
      } ?? .fiveMinutes
    let steps = starts.compactMap(smallestStep)
    if let step = steps.min(), step > length.seconds {
      let isDaily = step >= 43_200
      try cursor.refuse(
        TableError(
          code: .value, field: "timestamp",
          message:
            "no two rows of a queue are closer than \(step / 60) minutes, but they lie on a grid"
            + " of \(length.minutes) minutes",
          hint: isDaily
            ? "Maybe these are daily totals: export intervals of 60 minutes or less."
            : "Maybe the export skips intervals without contacts: give the length, as in"
              + " --interval \(length.minutes)."))
    }
    return length
  }

  private static func smallestStep(_ starts: [Instant]) -> Int? {
    zip(starts.dropFirst(), starts).lazy.map { $0.seconds(since: $1) }.min()
  }
}
