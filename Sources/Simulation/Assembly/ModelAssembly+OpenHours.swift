internal import ContactCenter

extension ModelAssembly {
  /// The stretches in which a queue is open, in seconds from the start of the model; nil for always.
  ///
  /// Hours are those of an ordinary week by the wall clock: a day on which clocks change has an hour more or less, and
  /// an opening time that the clock skips is when it goes on. Queues whose clock and closing do not ask have nil.
  ///
  /// *Edge cases*: hours unknown are nil; a queue that is never open in the model has no stretch.
  func openSeconds(of queue: Queue) -> [Range<Double>]? {
    guard queue.behavior.clock == .openHours || queue.behavior.closing == .dismiss,
      let hours = queue.openingHours, hours != .always, let origin = model.intervals.first?.start,
      let end = model.intervals.last?.end
    else { return nil }
    var result: [Range<Double>] = []
    var date = grid.date(of: origin)
    let last = grid.date(of: end)
    while date <= last {
      for stretch in hours.week[date.weekday.rawValue] {
        let opens = max(instant(date, stretch.start), origin).seconds(since: origin)
        let closes = min(instant(date, stretch.end), end).seconds(since: origin)
        guard opens < closes else { continue }
        result.append(Double(opens)..<Double(closes))
      }
      date = date.advanced(by: 1)
    }
    return result.joinedWhereTouching
  }

  /// When the clock shows a minute of a date, 1440 being the next midnight.
  private func instant(_ date: CivilDate, _ minute: Int) -> Instant {
    if minute >= 1440 { return grid.zone.startOfDay(date.advanced(by: 1)) }
    let local = LocalDateTime(date: date, secondOfDay: minute * 60)
    let policy = LocalTimePolicy(overlap: .first, gap: .shift)
    let reading = try? grid.zone.resolve(local, policy: policy)
    return reading?.instant ?? grid.zone.startOfDay(date)
  }
}

extension [Range<Double>] {
  /// Ascending ranges, with those that touch made one.
  var joinedWhereTouching: [Range<Double>] {
    var result: [Range<Double>] = []
    for range in self {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
