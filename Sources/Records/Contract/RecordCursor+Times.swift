internal import ContactCenter
internal import Tables

extension RecordCursor {
  /// 1990-01-01 and 2100-01-01, UTC: the years for which zones have rules.
  private static var secondsKnown: Range<Int> { 631_152_000..<4_102_444_800 }

  /// The instant in a required cell: with offset as it stands, naive by the zone and the policy.
  ///
  /// *Edge cases:* where the policy drops a time that never comes, `isRowDropped` is set and the instant
  /// means nothing.
  ///
  /// *Throws:* `TableError` for what is no timestamp, is ambiguous, is refused by the policy, or lies
  /// outside 1990 to 2099.
  mutating func timestamp(_ column: Int) throws(TableError) -> Instant {
    guard places[column] >= 0 else {
      throw failure(column, expected: "a timestamp", hint: "Maybe the column was left out.")
    }
    let parsed: Result<TimestampText.Reading, TimestampText.Fault> =
      table.withBytes(places[column]) { bytes in
        do throws(TimestampText.Fault) {
          return .success(try TimestampText.parse(bytes))
        } catch { return .failure(error) }
      }
    let instant: Instant
    switch parsed {
    case .success(.instant(let exact)): instant = exact
    case .success(.local(let local)): instant = try resolve(local, column)
    case .failure(let fault):
      throw failure(
        column, expected: "an ISO 8601 time such as 2026-03-09T10:00", hint: fault.hint)
    }
    guard Self.secondsKnown.contains(instant.secondsSinceEpoch) else {
      throw failure(
        column, expected: "a time between 1990 and 2099", hint: "Maybe the year is mistyped.")
    }
    if options.localTimes.overlap == .byOrder { previous[seriesKey(column)] = instant }
    return instant
  }

  private mutating func resolve(
    _ local: LocalDateTime, _ column: Int
  ) throws(TableError) -> Instant {
    let isOrdered = options.localTimes.overlap == .byOrder
    let before = isOrdered ? previous[seriesKey(column)] : nil
    do throws(LocalTimeFault) {
      let reading = try options.zone.resolve(local, policy: options.localTimes, after: before)
      note(reading, column)
      if let instant = reading.instant { return instant }
      isRowDropped = true
      return Instant(secondsSinceEpoch: Self.secondsKnown.lowerBound)
    } catch {
      let parts = error.description.split(separator: "\n", maxSplits: 1)
      let name = schema.columns[column].name
      let message = "\(name): \(parts.first ?? "")"
      let hint = parts.count > 1 ? String(parts[1]) : "Maybe write the offset."
      throw table.failure(.value, places[column], message: message, hint: hint)
    }
  }

  private mutating func note(_ reading: LocalTimeReading, _ column: Int) {
    if case .unique = reading { return }
    let here = place
    let text = "\(schema.columns[column].name) \(table.text(places[column]))"
    let policy = options.localTimes.overlap.rawValue
    if case .chosen = reading {
      ledger.note(
        .note, "time.repeated-hour", place: here,
        "\(text) comes twice when clocks go back; read by the policy \(policy)")
    } else {
      let isDropped = reading == .dropped
      ledger.note(
        .warning, "time.skipped-hour", place: here,
        advice: "Maybe the file is in another time zone.",
        "\(text) does not exist when clocks go forward; "
          + (isDropped ? "the row was left out" : "moved behind the gap"))
    }
  }

  /// What tells apart the series that run through the same times, such as queues.
  private func seriesKey(_ column: Int) -> String {
    var key = "\(column)"
    for series in seriesColumns {
      key += "\u{1F}" + (optionalText(series) ?? "")
    }
    return key
  }
}
