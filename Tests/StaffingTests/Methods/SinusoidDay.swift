import ContactCenter
import Foundation
import Queueing
import Testing

@testable import Staffing

/// A day of the table of staffing methods: a rate of base · (1 − amplitude · cos(2πt/period)) in 300-second steps.
struct SinusoidDay {
  let rows: [[String: String]]
  let name: String
  let queue: Queue
  let forecast: DemandForecast
  /// Contacts of each 300-second step.
  let volumes: [Double]
  let handle: Double
  let patience: Double

  /// One of `sin_short` and `sin_long`.
  init(_ name: String) throws {
    self.name = name
    rows = try staffingTable("tv_staffing_methods.csv").filter { $0["case"] == name }
    let first = try #require(rows.first)
    func number(_ column: String) throws -> Double {
      try #require(first[column].flatMap(Double.init))
    }
    let base = try number("base_per_hour") / 3600
    let amplitude = try number("amplitude")
    let period = try number("period_s")
    let turn = 2 * Double.pi / period
    func contacts(until seconds: Double) -> Double {
      base * (seconds - amplitude * sin(turn * seconds) / turn)
    }
    volumes = (0..<Int(period / 300)).map { step in
      contacts(until: Double(step + 1) * 300) - contacts(until: Double(step) * 300)
    }
    handle = try number("aht_s")
    patience = try number("patience_s")
    queue = Queue(
      name: "day", channel: SampleCenter.voice, patience: Seconds(patience),
      target: ServiceTarget(
        serviceLevel: Share(try number("target_sl")), threshold: Seconds(try number("T_s"))))
    let (handle, volumes) = (handle, volumes)
    forecast = DemandForecast(queues: [
      QueueForecast(
        queue: "day", channel: "voice",
        intervals: volumes.enumerated().map { step, volume in
          ForecastInterval(
            start: Instant(secondsSinceEpoch: 300 * step), offered: volume,
            handleSecondsMean: handle)
        })
    ])
  }

  func request(_ method: OverTimeMethod, target: ServiceTarget? = nil) -> StaffingRequest {
    var own = queue
    if let target { own.target = target }
    return StaffingRequest(
      queues: [own], grid: TimeGrid(zone: .utc, length: .fiveMinutes),
      options: StaffingOptions(overTime: method, staffingInterval: .thirtyMinutes))
  }

  /// The agents of each half-hour.
  func agents(_ method: OverTimeMethod) throws -> [Int] {
    let rows = try SampleCenter.intervals(forecast, request(method))
    return stride(from: 0, to: rows.count, by: 6).map { rows[$0].agents }
  }

  /// The agents of each half-hour in the table.
  func expected(_ method: String) -> [Int] {
    rows.filter { $0["method"] == method && $0["interval"] != "total" }
      .compactMap { $0["n"].flatMap { Int($0) } }
  }

  /// The exact service level of the whole day.
  func level(_ method: String) -> Double? {
    rows.first { $0["method"] == method && $0["interval"] == "total" }?["sl_offered"]
      .flatMap(Double.init)
  }
}
