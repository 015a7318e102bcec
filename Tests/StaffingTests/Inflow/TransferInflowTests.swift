import ContactCenter
import Testing

@testable import Staffing

@Suite struct TransferInflowTests {
  private static let start = Instant(secondsSinceEpoch: 0)

  private static func queue(_ name: String, to other: String, _ share: Double) -> Queue {
    var queue = SampleCenter.queue(patience: nil)
    queue.name = name
    queue.handleTime = Seconds(120)
    queue.behavior.transfers = share > 0 ? [Transfer(share: Share(share), queue: other)] : []
    return queue
  }

  private static func request(_ queues: [Queue]) -> StaffingRequest {
    var request = SampleCenter.request(queues[0])
    request.queues = queues
    return request
  }

  private static func forecast(_ volumes: [String: Double]) -> DemandForecast {
    DemandForecast(
      queues: volumes.map { name, volume in
        QueueForecast(
          queue: name, channel: "voice",
          intervals: (0..<48).map {
            ForecastInterval(
              start: start.advanced(by: 1800 * $0), offered: volume, handleSecondsMean: 180)
          })
      })
  }

  @Test("Two queues that hand to each other: a = 100 + b/5, b = 40 + a/10")
  func ring() throws {
    let request = Self.request([Self.queue("a", to: "b", 0.1), Self.queue("b", to: "a", 0.2)])
    let inflow = try #require(
      try Staffer.inflow(of: Self.forecast(["a": 100, "b": 40]), request: request))
    let a = (100 + 0.2 * 40) / (1 - 0.02)
    #expect(
      inflow.forecast[queue: "a"]?.intervals.allSatisfy { abs($0.offered - a) < 1e-3 } == true)
    #expect(
      inflow.forecast[queue: "b"]?.intervals.allSatisfy { abs($0.offered - (40 + 0.1 * a)) < 1e-3 }
        == true)
  }

  @Test("A queue that others alone feed is staffed without a forecast of its own")
  func fed() throws {
    var second = Self.queue("b", to: "a", 0)
    second.openingHours = .always
    let request = Self.request([Self.queue("a", to: "b", 0.1), second])
    let result = try Staffer.requirement(
      forArriving: Self.forecast(["a": 100]), request: request)
    let rows = try #require(result.requirement[queue: "b"]?.intervals)
    #expect(rows.allSatisfy { ($0.offered ?? 0) == 10 && $0.agents >= 1 })
    #expect(rows.allSatisfy { $0.handleSecondsMean == 120 })
  }

  @Test("What is handed to a closed queue reaches nobody, and does not open it")
  func closed() throws {
    let request = Self.request([Self.queue("a", to: "b", 0.1), Self.queue("b", to: "a", 0)])
    var forecast = Self.forecast(["a": 100, "b": 40])
    let b = try #require(forecast.queues.firstIndex { $0.queue == "b" })
    for index in 0..<24 { forecast.queues[b].intervals[index].offered = 0 }
    let result = try Staffer.requirement(forArriving: forecast, request: request)
    let rows = try #require(result.requirement[queue: "b"]?.intervals)
    #expect(rows[..<24].allSatisfy { $0.agents == 0 && $0.offered == 0 })
    #expect(rows[24...].allSatisfy { ($0.offered ?? 0) > 49.9 })
  }
}
