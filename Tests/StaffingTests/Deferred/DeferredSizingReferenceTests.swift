import ContactCenter
import Staffing
import Testing

@Suite("Deferred work against closed forms")
struct DeferredSizingReferenceTests {
  @Test(
    "the busiest interval is the largest work / (window + deadline): every row of backlog_required.csv"
  )
  func fluid() throws {
    let rows = try staffingTable("backlog_required.csv")
    #expect(rows.count == 32)
    for row in rows {
      let volumes = try #require(row["arrivals_per_hour"]).split(separator: ";").compactMap {
        Double($0)
      }
      let handle = try #require(Double(row["handle_s"] ?? ""))
      let deadline = try #require(Double(row["deadline_h"] ?? ""))
      let expected = try #require(Double(row["fluid_n"] ?? ""))
      var queue = SampleCenter.queue(SampleCenter.email, patience: nil, hours: .always)
      queue.target = ServiceTarget(serviceLevel: Share(1), threshold: Seconds(deadline * 3600))
      let intervals = volumes.enumerated().map { index, volume in
        ForecastInterval(
          start: SampleCenter.morning.advanced(by: 3600 * index), offered: volume,
          handleSecondsMean: handle)
      }
      let forecast = DemandForecast(queues: [
        QueueForecast(queue: "sales", channel: "email", intervals: intervals)
      ])
      var request = SampleCenter.request(queue)
      request.grid = TimeGrid(zone: .utc, length: .sixtyMinutes)
      let answers = try SampleCenter.intervals(forecast, request)
      let busiest = answers.compactMap(\.agentsExact).max() ?? 0
      // Records keep four decimals.
      #expect(abs(busiest - expected) < 0.00006, "\(row)")
      #expect(answers.allSatisfy { $0.method?.hasPrefix("fluid") == true })
      // At the tightest place chance decides like a coin, rounding up aside.
      #expect(answers.allSatisfy { ($0.serviceLevel ?? 1) >= 0.4999 }, "\(row)")
    }
  }
}
