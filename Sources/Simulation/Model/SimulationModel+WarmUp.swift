internal import ContactCenter

extension SimulationModel {
  /// The same model with its first day repeated before it, unreported.
  ///
  /// A center that never closes does not start its day empty; what is in the system after one like it is a fair start.
  /// Volumes, paths, traces, opening hours and work of the first day are repeated; outages are not: they lie in the
  /// reported time, and stay where they are.
  ///
  /// *Edge cases*: without days the first 24 hours are the first day; fewer than one repetition changes nothing.
  public func warmedUp(days repetitions: Int) -> SimulationModel {
    guard repetitions > 0, let first = intervals.first else { return self }
    let dayEnd = first.start.advanced(by: 86_400)
    let day = days.first ?? 0..<(intervals.firstIndex { $0.start >= dayEnd } ?? intervals.count)
    guard let last = intervals[day].last else { return self }
    let length = last.end.seconds(since: first.start)
    let shift = repetitions * day.count
    let warmUp = WarmUp(day: day, seconds: Double(length), repetitions: repetitions)
    var copy = self
    for repetition in 1...repetitions {
      let earlier = intervals[day].map {
        Interval(
          start: $0.start.advanced(by: -repetition * length),
          end: $0.end.advanced(by: -repetition * length))
      }
      copy.intervals.insert(contentsOf: earlier, at: 0)
    }
    copy.queues = queues.map(warmUp.queue)
    copy.days = days.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
    copy.weeks = weeks.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
    copy.firstReportedInterval += shift
    copy.staffing = warmUp.staffing(staffing)
    copy.attendance.siteOutages = attendance.siteOutages.map { outage in
      var later = outage
      later.start += warmUp.offset
      later.end += warmUp.offset
      return later
    }
    return copy
  }
}

/// A first day, put before itself so many times.
private struct WarmUp {
  /// The intervals of the day.
  var day: Range<Int>
  /// Its length.
  var seconds: Double
  var repetitions: Int

  /// What is added to a time of the model.
  var offset: Double { Double(repetitions) * seconds }

  func queue(_ queue: QueueModel) -> QueueModel {
    var copy = queue
    copy.expectedContacts = repeated(queue.expectedContacts)
    copy.meanHandleSeconds = repeated(queue.meanHandleSeconds)
    switch queue.arrivals {
    case .rates: break
    case .paths(let paths): copy.arrivals = .paths(paths.map(repeated))
    case .trace(let contacts): copy.arrivals = .trace(trace(contacts))
    }
    copy.openSeconds = queue.openSeconds.map(open)
    return copy
  }

  func staffing(_ staffing: StaffingInput) -> StaffingInput {
    switch staffing {
    case .counts(let counts): return .counts(counts.mapValues(repeated))
    case .roster(let spans):
      var result = spans.map { span in
        var later = span
        later.start += offset
        later.end += offset
        return later
      }
      for repetition in 0..<repetitions {
        for span in spans where span.start < seconds && span.end > 0 {
          var earlier = span
          earlier.start = max(0, span.start) + Double(repetition) * seconds
          earlier.end = min(seconds, span.end) + Double(repetition) * seconds
          result.append(earlier)
        }
      }
      return .roster(result)
    }
  }

  /// One value per interval.
  private func repeated<Value>(_ values: [Value]) -> [Value] {
    let first = values[day.clamped(to: 0..<values.count)]
    return (0..<repetitions).flatMap { _ in first } + values
  }

  private func trace(_ contacts: [TracedContact]) -> [TracedContact] {
    let first = contacts.filter { $0.seconds < seconds }
    let shifts = (0..<repetitions).map { (first, Double($0) * seconds) } + [(contacts, offset)]
    return shifts.flatMap { part, shift in
      part.map { contact in
        var later = contact
        later.seconds += shift
        return later
      }
    }
  }

  private func open(_ ranges: [Range<Double>]) -> [Range<Double>] {
    let first = ranges.filter { $0.lowerBound < seconds }.map {
      $0.lowerBound..<min($0.upperBound, seconds)
    }
    let shifts = (0..<repetitions).map { (first, Double($0) * seconds) } + [(ranges, offset)]
    return shifts.flatMap { part, shift in
      part.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
    }.joinedWhereTouching
  }
}
