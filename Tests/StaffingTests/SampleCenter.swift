import ContactCenter
import Staffing

/// A small center for the tests: one voice queue, half-hour intervals, Universal Time.
enum SampleCenter {
  /// 2025-11-03 09:00, a Monday.
  static let morning = Instant(secondsSinceEpoch: 1_762_160_400)

  static let voice = Channel(name: "voice", mode: .live)
  static let chat = Channel(name: "chat", mode: .concurrent, usualSessions: 2)
  static let email = Channel(name: "email", mode: .deferred)

  /// A queue with patience 120 s and the target 80/20.
  static func queue(
    _ channel: Channel = voice, patience: Double? = 120, sessions: Int? = nil,
    hours: OpeningHours? = nil
  ) -> Queue {
    Queue(
      name: "sales", channel: channel, openingHours: hours,
      patience: patience.map { Seconds($0) },
      target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(20)),
      sessions: sessions)
  }

  /// Half-hour intervals from `start` with these volumes and a handle time of 180 s.
  static func forecast(
    _ volumes: [Double], from start: Instant = morning, handle: Double? = 180,
    quantiles: [Double] = []
  ) -> DemandForecast {
    let intervals = volumes.enumerated().map { index, volume in
      ForecastInterval(
        start: start.advanced(by: 1800 * index), offered: volume, handleSecondsMean: handle,
        quantiles: quantiles)
    }
    return DemandForecast(queues: [
      QueueForecast(queue: "sales", channel: "voice", intervals: intervals)
    ])
  }

  static func request(
    _ queue: Queue, shrinkage: ShrinkageLedger = ShrinkageLedger(),
    options: StaffingOptions = StaffingOptions()
  ) -> StaffingRequest {
    StaffingRequest(
      queues: [queue], grid: TimeGrid(zone: .utc, length: .thirtyMinutes), shrinkage: shrinkage,
      options: options)
  }

  /// The intervals of the one queue.
  static func intervals(
    _ forecast: DemandForecast, _ request: StaffingRequest
  ) throws -> [RequirementInterval] {
    try Staffer.requirement(for: forecast, request: request).requirement.queues[0].intervals
  }
}
