import ContactCenter

@testable import Staffing

/// A time line of five-minute steps from midnight, staffed in blocks; the queue is open where contacts come.
func profile(
  _ volumes: [Double], handle: Double = 600, blocks: IntervalLength = .fifteenMinutes,
  hours: OpeningHours? = nil, from start: Int = 0
) throws -> RateProfile {
  let intervals = volumes.enumerated().map { step, volume in
    ForecastInterval(
      start: Instant(secondsSinceEpoch: start + 300 * step), offered: volume,
      handleSecondsMean: handle)
  }
  var queue = SampleCenter.queue(hours: hours)
  queue.name = "q"
  return try RateProfile(
    of: QueueForecast(queue: "q", channel: "voice", intervals: intervals), queue: queue,
    request: StaffingRequest(
      queues: [queue], grid: TimeGrid(zone: .utc, length: .fiveMinutes),
      options: StaffingOptions(staffingInterval: blocks)))
}
