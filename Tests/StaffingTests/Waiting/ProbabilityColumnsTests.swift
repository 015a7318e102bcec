import ContactCenter
import Staffing
import Testing

@Suite("The two probabilities of a requirement")
struct ProbabilityColumnsTests {
  private let quantiles: [Double] = [70, 80, 86, 92, 96, 100, 104, 108, 114, 120, 130]

  private func row(
    _ quantiles: [Double], atLeast agents: Int = 0, risk: Double? = nil
  ) throws -> RequirementInterval {
    var queue = SampleCenter.queue()
    queue.minimumAgents = agents
    return try SampleCenter.intervals(
      SampleCenter.forecast([100], quantiles: quantiles),
      SampleCenter.request(queue, options: StaffingOptions(risk: risk.map { Share($0) })))[0]
  }

  @Test("adequate staff: 12 agents serve 103 contacts to 80/20, the 57 % point of this forecast")
  func adequate() throws {
    let probability = try #require(try row(quantiles).probabilityOfAdequateStaff)
    // 12 agents: level 0.826 at 100 contacts, 0.8 near 103.
    #expect(probability > 0.55 && probability < 0.6)
    // A forecast without quantiles is taken as certain.
    #expect(try row([]).probabilityOfAdequateStaff == 1)
  }

  @Test("both probabilities rise with agents towards 1")
  func order() throws {
    var adequate = 0.0
    var target = 0.0
    for agents in 12...22 {
      let row = try row(quantiles, atLeast: agents)
      let (a, t) = (row.probabilityOfAdequateStaff ?? -1, row.probabilityOfTarget ?? -1)
      #expect(a >= adequate && a <= 1)
      #expect(t > target && t <= 1)
      (adequate, target) = (a, t)
    }
    #expect(adequate > 0.999 && target > 0.99)
  }

  @Test("a wider forecast makes the target less sure")
  func spread() throws {
    let wide = quantiles.map { 100 + 4 * ($0 - 100) }.map { max(0, $0) }
    let narrow = try #require(try row(quantiles, atLeast: 15).probabilityOfTarget)
    let broad = try #require(try row(wide, atLeast: 15).probabilityOfTarget)
    #expect(broad < narrow - 0.02)
  }

  @Test("staffing for a risk staffs for that quantile and reports the mean")
  func risk() throws {
    let row = try row(quantiles, risk: 0.9)
    #expect(row.offered == 100)
    #expect(row.loadErlangs == 10)
    #expect(row.agents == 14)
    #expect((row.probabilityOfAdequateStaff ?? 0) >= 0.9)
    #expect(row.method == "erlang-a sipp at 90% of the forecast")
    #expect(throws: StaffingError.self) { try self.row(quantiles, risk: 1) }
  }

  @Test(
    "with a risk the column of adequate staff is at least that in every row, whatever the method",
    arguments: OverTimeMethod.allCases.filter { $0 != .isa })
  func riskHolds(method: OverTimeMethod) throws {
    for channel in [SampleCenter.voice, SampleCenter.chat] {
      for patience in [120, nil] as [Double?] {
        for risk in [0.3, 0.55, 0.9, 0.97] {
          let intervals = [3, 40, 100, 160, 20, 0, 60.0].enumerated().map { index, volume in
            ForecastInterval(
              start: SampleCenter.morning.advanced(by: 1800 * index), offered: volume,
              handleSecondsMean: 400,
              quantiles: quantiles.map { volume * (1 + ($0 / 100 - 1) * Double(1 + index % 3)) })
          }
          let rows = try SampleCenter.intervals(
            DemandForecast(queues: [
              QueueForecast(queue: "sales", channel: "voice", intervals: intervals)
            ]),
            SampleCenter.request(
              SampleCenter.queue(channel, patience: patience, hours: .always),
              options: StaffingOptions(risk: Share(risk), overTime: method)))
          for row in rows {
            let adequate = try #require(row.probabilityOfAdequateStaff)
            #expect(adequate >= risk - 5e-5, "\(method) \(row)")
            #expect(row.probabilityOfTarget != nil)
          }
        }
      }
    }
  }
}
