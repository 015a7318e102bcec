internal import ContactCenter

/// The intervals of all queues of a forecast, in order of time.
struct InflowTimeline {
  /// Their starts.
  let starts: [Instant]
  /// Their lengths in seconds.
  let lengths: [Double]
  /// The seconds since the end of the interval before, which no queue's forecast covers.
  let gaps: [Double]
  /// The seconds from the end of the last interval to the first one of the next period like this one.
  let gapBeforeFirst: Double
  /// The whole days that the forecast spans, in seconds.
  let periodSeconds: Double

  /// Gathers the intervals.
  init(_ forecast: DemandForecast, _ request: StaffingRequest) {
    let all = Set(forecast.queues.flatMap { $0.intervals.map(\.start) }).sorted()
    starts = all
    lengths = all.map(request.seconds(of:))
    var gaps: [Double] = []
    for (index, start) in all.enumerated() {
      guard index > 0 else {
        gaps.append(0)
        continue
      }
      let elapsed = Double(start.secondsSinceEpoch - all[index - 1].secondsSinceEpoch)
      gaps.append(max(0, elapsed - lengths[index - 1]))
    }
    self.gaps = gaps
    guard let first = all.first, let last = all.last, let length = lengths.last else {
      (gapBeforeFirst, periodSeconds) = (0, 86_400)
      return
    }
    let span = Double(last.secondsSinceEpoch - first.secondsSinceEpoch) + length
    periodSeconds = max(1, (span / 86_400 - 1e-9).rounded(.up)) * 86_400
    gapBeforeFirst = max(0, periodSeconds - span)
  }
}
