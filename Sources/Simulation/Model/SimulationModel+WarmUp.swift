internal import ContactCenter

extension SimulationModel {
  /// The same model with its first day repeated before it, unreported.
  ///
  /// A center that never closes does not start its day empty; what is in the system after one like it is a fair start.
  ///
  /// *Edge cases*: without days the first 24 hours are the first day; fewer than one repetition changes nothing.
  public func warmedUp(days repetitions: Int) -> SimulationModel {
    guard repetitions > 0, let first = intervals.first else { return self }
    let dayEnd = first.start.advanced(by: 86_400)
    let day = days.first ?? 0..<(intervals.firstIndex { $0.start >= dayEnd } ?? intervals.count)
    guard let last = intervals[day].last else { return self }
    let length = last.end.seconds(since: first.start)
    let shift = repetitions * day.count
    var copy = self
    for repetition in 1...repetitions {
      let earlier = intervals[day].map {
        Interval(
          start: $0.start.advanced(by: -repetition * length),
          end: $0.end.advanced(by: -repetition * length))
      }
      copy.intervals.insert(contentsOf: earlier, at: 0)
      for queue in queues.indices {
        copy.queues[queue].expectedContacts.insert(
          contentsOf: queues[queue].expectedContacts[day], at: 0)
        copy.queues[queue].meanHandleSeconds.insert(
          contentsOf: queues[queue].meanHandleSeconds[day], at: 0)
      }
    }
    copy.days = days.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
    copy.weeks = weeks.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
    copy.firstReportedInterval += shift
    copy.staffing = warmedUp(staffing, day: day, length: Double(length), repetitions)
    return copy
  }

  private func warmedUp(
    _ staffing: StaffingInput, day: Range<Int>, length: Double, _ repetitions: Int
  ) -> StaffingInput {
    switch staffing {
    case .counts(let counts):
      return .counts(
        counts.mapValues { numbers in
          let first = numbers[day.clamped(to: 0..<numbers.count)]
          return (0..<repetitions).flatMap { _ in first } + numbers
        })
    case .roster(let spans):
      var result = spans.map { span in
        var later = span
        later.start += Double(repetitions) * length
        later.end += Double(repetitions) * length
        return later
      }
      for repetition in 0..<repetitions {
        for span in spans where span.start < length && span.end > 0 {
          var earlier = span
          earlier.start = max(0, span.start) + Double(repetition) * length
          earlier.end = min(length, span.end) + Double(repetition) * length
          result.append(earlier)
        }
      }
      return .roster(result)
    }
  }
}
