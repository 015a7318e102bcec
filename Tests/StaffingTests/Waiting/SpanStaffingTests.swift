import ContactCenter
import Testing

@testable import Staffing

@Suite("A target over the day or week")
struct SpanStaffingTests {
  private let midnight = Instant(secondsSinceEpoch: 1_762_128_000)

  /// Contacts from 9:00 to 12:00 on some days from a Monday, each day a tenth busier than the last.
  private func forecast(days: Int, quantiles: ((Double) -> [Double])? = nil) -> DemandForecast {
    var intervals: [ForecastInterval] = []
    for day in 0..<days {
      for (index, volume) in [30, 60, 100, 120, 80, 30.0].enumerated() {
        let offered = volume * (1 + 0.1 * Double(day))
        intervals.append(
          ForecastInterval(
            start: midnight.advanced(by: 86_400 * day + 32_400 + 1800 * index), offered: offered,
            handleSecondsMean: 180, quantiles: quantiles?(offered) ?? []))
      }
    }
    return DemandForecast(queues: [
      QueueForecast(queue: "sales", channel: "voice", intervals: intervals)
    ])
  }

  private func result(
    _ span: TargetSpan, days: Int = 9, risk: Double? = nil,
    quantiles: ((Double) -> [Double])? = nil,
    paths: [SamplePathPoint] = []
  ) throws -> StaffingResult {
    var queue = SampleCenter.queue()
    queue.target.span = span
    var request = SampleCenter.request(
      queue, options: StaffingOptions(risk: risk.map { Share($0) }, overTime: .sipp))
    request.paths = paths
    return try Staffer.requirement(
      for: forecast(days: days, quantiles: quantiles), request: request)
  }

  private func total(_ result: StaffingResult) -> Int {
    result.requirement.queues[0].intervals.reduce(0) { $0 + $1.agents }
  }

  @Test("every day reaches the target and no agent can be spared; weeks need no more than days")
  func spans() throws {
    let interval = try result(.interval)
    let day = try result(.day)
    let week = try result(.week)
    #expect(total(day) < total(interval))
    #expect(total(week) <= total(day))
    #expect(day.spans.filter { $0.span == .day }.count == 9)
    #expect(day.spans.allSatisfy { ($0.serviceLevel ?? 0) >= 0.8 })
    let weeks = week.spans.filter { $0.span == .week }
    #expect(weeks.count == 2)
    #expect(weeks.allSatisfy { ($0.serviceLevel ?? 0) >= 0.8 })
    #expect(weeks[1].date == weeks[0].date.advanced(by: 7))
    let rows = day.requirement.queues[0].intervals
    #expect(rows[0].method == "erlang-a sipp over the day")
    #expect(rows[0].target == "80%/20s over the day")
    #expect(rows[0].agentsExact == nil)
    #expect(rows.allSatisfy { $0.probabilityOfAdequateStaff == 1 })
    #expect(day.findings.contains { $0.code == "staffing.span-probability" })
  }

  @Test("the explanation of one interval is that of the whole day's answer")
  func explained() throws {
    var queue = SampleCenter.queue()
    queue.target.span = .day
    let request = SampleCenter.request(queue)
    let forecast = forecast(days: 1)
    let rows = try SampleCenter.intervals(forecast, request)
    for row in rows {
      let page = try Staffer.explain(forecast, queue: "sales", at: row.start, request: request)
      #expect(page["agents"]?.value == Double(row.agents))
      let alone = try #require(page["agents alone"]?.value)
      let together = try #require(page["together"]?.value)
      #expect(alone + together == Double(row.agents))
    }
  }

  @Test("with a risk the day's level is reached with that probability over the quantiles")
  func quantiles() throws {
    func spread(_ mean: Double) -> [Double] {
      [0.75, 0.84, 0.89, 0.93, 0.97, 1, 1.03, 1.07, 1.11, 1.16, 1.25].map { mean * $0 }
    }
    let mean = try result(.day, quantiles: spread)
    let sure = try result(.day, risk: 0.9, quantiles: spread)
    #expect(total(sure) > total(mean))
    let probabilities = sure.requirement.queues[0].intervals.compactMap {
      $0.probabilityOfAdequateStaff
    }
    #expect(probabilities.count == 54)
    #expect(probabilities.allSatisfy { $0 >= 0.9 && $0 < 0.99 })
    // Where one level holds for the whole day all of its rows say the same.
    #expect(Set(probabilities.prefix(6)).count == 1)
  }

  @Test("paths of other intervals are a finding, and the quantiles count")
  func otherPaths() throws {
    let other = SamplePathPoint(path: 1, start: midnight, queue: "sales", offered: 5)
    let result = try result(.day, paths: [other])
    #expect(result.findings.contains { $0.code == "staffing.paths-of-another-period" })
    #expect(total(result) == total(try self.result(.day)))
  }

  @Test(
    "on sample paths the share of days that reach the target is counted, jointly over their intervals"
  )
  func paths() throws {
    // Mornings and noons trade places: the day's total hardly varies, its intervals do.
    var points: [SamplePathPoint] = []
    let intervals = forecast(days: 1).queues[0].intervals
    for path in 1...40 {
      let swing = 0.3 * (Double(path) - 20.5) / 20
      for (index, interval) in intervals.enumerated() {
        points.append(
          SamplePathPoint(
            path: path, start: interval.start, queue: "sales",
            offered: interval.offered * (1 + (index % 2 == 0 ? swing : -swing))))
      }
    }
    let day = try result(.day, days: 1, risk: 0.9, paths: points)
    let each = try result(.interval, days: 1, risk: 0.9, paths: points)
    let probability = try #require(
      day.requirement.queues[0].intervals[0].probabilityOfAdequateStaff)
    #expect(probability >= 0.9)
    // Interval by interval every one is staffed for its own bad path: the day as a whole needs far less.
    #expect(total(day) < total(each) - 5)
    for row in each.requirement.queues[0].intervals {
      #expect((row.probabilityOfAdequateStaff ?? 0) >= 0.9)
    }
  }
}
