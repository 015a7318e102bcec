internal import ContactCenter

/// One queue on the way from contacts as they come to contacts that reach agents.
struct InflowQueue {
  /// The queue.
  let queue: Queue
  /// What is forecast for it, on the timeline; zero where nothing is.
  let fresh: [Double]
  /// Mean handle times on the timeline.
  let handleSeconds: [Double]
  /// Whether contacts that come in an interval find the queue there: open, or deferred.
  let takes: [Bool]
  /// Contacts that come again, on the timeline.
  var returned: [Double]
  /// Contacts that others hand on, on the timeline.
  var handedOn: [Double]
  /// The share of those who reach the queue and give up, by what staffing gives.
  var abandonment: [Double]
  /// The share of contacts that are called back, likewise.
  var calledBack: [Double]

  /// Everything that comes, by phone or whatever, for the first time or again.
  var entering: [Double] { zip(fresh, returned).map(+) }

  init(
    _ queue: Queue, demand: QueueForecast?, timeline: InflowTimeline, request: StaffingRequest
  ) {
    self.queue = queue
    var rows: [Instant: ForecastInterval] = [:]
    for interval in demand?.intervals ?? [] { rows[interval.start] = interval }
    let usual = queue.handleTime?.value ?? Self.meanHandleSeconds(demand) ?? 0
    let carries = queue.channel.mode == .deferred
    fresh = timeline.starts.map { rows[$0]?.offered ?? 0 }
    handleSeconds = timeline.starts.map { rows[$0]?.handleSecondsMean ?? usual }
    takes = timeline.starts.map { start in
      let row = rows[start]
      if carries { return row != nil || queue.openingHours != nil }
      let blank = ForecastInterval(start: start, offered: 0, handleSecondsMean: nil)
      return request.isOpen(queue, at: row ?? blank)
    }
    let zeros = [Double](repeating: 0, count: timeline.starts.count)
    (returned, handedOn, abandonment, calledBack) = (zeros, zeros, zeros, zeros)
  }

  /// The sum of a column over the intervals in which the queue takes contacts.
  func taken(_ column: [Double]) -> Double {
    zip(column, takes).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
  }

  private static func meanHandleSeconds(_ demand: QueueForecast?) -> Double? {
    var (work, contacts) = (0.0, 0.0)
    for interval in demand?.intervals ?? [] {
      guard let handle = interval.handleSecondsMean else { continue }
      work += handle * interval.offered
      contacts += interval.offered
    }
    return contacts > 0 ? work / contacts : nil
  }
}
