import ContactCenter
import Planning
import Staffing
import Testing

@Suite struct CampaignDemandTests {
  private static func plan(_ campaign: ResponseCampaign) -> Plan {
    var plan = Past.plan
    plan.queues[0].handleTime = Seconds(180)
    plan.queues[0].behavior.campaigns = [campaign]
    return plan
  }

  private static func forecast(_ plan: Plan, days: Int = 1) -> DemandForecast {
    let rows = plan.grid.intervals(from: Past.firstDay, days: days).map {
      ForecastInterval(
        start: $0.start, offered: 10, handleSecondsMean: 180,
        quantiles: Array(repeating: 12, count: 11))
    }
    return DemandForecast(queues: [
      QueueForecast(queue: plan.queues[0].name, channel: "voice", intervals: rows)
    ])
  }

  @Test("Responses come on top of the forecast, mean and quantiles alike")
  func added() throws {
    let start = try #require(Past.grid.intervals(from: Past.firstDay, days: 1).first).start
    let plan = Self.plan(
      ResponseCampaign(
        start: start.advanced(by: 4 * 3600), sent: 10_000, response: Share(0.02),
        curve: .shares([0.75, 0.25], every: Seconds(3600))))
    let forecast = Self.forecast(plan)
    let path = SamplePathPoint(
      path: 1, start: start.advanced(by: 4 * 3600), queue: plan.queues[0].name, offered: 7)
    let (changed, paths, findings) = StaffStage.demand(
      forecast, plan: plan, calendar: BusinessCalendar(), paths: [path])
    let before = forecast.queues[0].intervals.reduce(0) { $0 + $1.offered }
    let after = changed.queues[0].intervals.reduce(0) { $0 + $1.offered }
    #expect(abs(after - before - 200) < 1e-6)
    // Sample paths move by the same number as the mean.
    let rows = zip(forecast.queues[0].intervals, changed.queues[0].intervals)
    let first = try #require(rows.first { $0.0.start == path.start })
    #expect(abs(paths[0].offered - 7 - (first.1.offered - first.0.offered)) < 1e-3)
    for (old, new) in zip(forecast.queues[0].intervals, changed.queues[0].intervals) {
      let hours = Double(old.start.secondsSinceEpoch - start.secondsSinceEpoch) / 3600
      let isTouched = hours >= 4 && hours < 6
      #expect((new.offered > old.offered) == isTouched)
      #expect(abs(new.quantiles[0] - old.quantiles[0] - (new.offered - old.offered)) < 1e-3)
    }
    #expect(
      findings.map(\.message) == [
        "campaigns bring 200 of their 200 responses in the forecast's open hours"
      ])
  }

  @Test("Without campaigns the forecast is the forecast, and staffing sees those that are")
  func staffed() throws {
    let start = try #require(Past.grid.intervals(from: Past.firstDay, days: 1).first).start
    let plan = Self.plan(
      ResponseCampaign(
        start: start, sent: 50_000, response: Share(0.02), curve: .halfLife(Seconds(7200))))
    var bare = plan
    bare.queues[0].behavior.campaigns = []
    let forecast = Self.forecast(plan)
    #expect(
      StaffStage.demand(forecast, plan: bare, calendar: BusinessCalendar()).forecast == forecast)
    func agents(_ plan: Plan) throws -> [Int] {
      try StaffStage.run(plan: plan, forecast: forecast, calendar: BusinessCalendar())
        .requirement.queues[0].intervals.map(\.agents)
    }
    #expect(try agents(plan)[0] > agents(bare)[0])
  }
}
