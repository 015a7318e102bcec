import ContactCenter
import Planning
import Staffing
import Testing

@Suite struct FitStageTests {
  private static func history(closing date: CivilDate?) -> DemandHistory {
    let grid = Past.grid
    var starts: [Instant] = []
    var offered: [Double] = []
    for day in 0..<28 {
      for interval in grid.intervals(from: Past.firstDay.advanced(by: day), days: 1) {
        starts.append(interval.start)
        let isQuiet = Past.firstDay.advanced(by: day) == date
        offered.append(isQuiet ? 1 : 10 + Double(starts.count % 3))
      }
    }
    return DemandHistory(
      queues: [
        QueueHistory(
          queue: "q", channel: "voice", starts: starts, offered: offered,
          measures: [.abandoned: offered.map { $0 / 5 }])
      ], length: grid.length)
  }

  @Test("Days of the calendar do not make other days look uneven")
  func calendar() throws {
    let holiday = Past.firstDay.advanced(by: 9)
    let history = Self.history(closing: holiday)
    let blind = try #require(FitStage.run(history: history, zone: Past.grid.zone).first)
    let calendar = BusinessCalendar([CalendarEntry(date: holiday, name: "holiday", kind: .holiday)])
    let told = try #require(
      FitStage.run(history: history, zone: Past.grid.zone, calendar: calendar).first)
    #expect(try #require(blind.dispersion).day.value > 0.1)
    #expect(try #require(told.dispersion).day.value < 0.01)
    #expect(blind.findings.contains { $0.code == "fit.unusual-day" })
  }

  @Test("Redials are taken out by the plan's attributes, or by one that is given")
  func deinflate() throws {
    let history = Self.history(closing: nil)
    #expect(throws: PlanError.self) { try FitStage.deinflate(history: history, plan: nil) }
    let redial = Redial(afterAbandonment: Share(0.5), afterBlock: Share(0), delay: Seconds(300))
    var plan = Past.plan
    plan.queues[0].behavior.redial = redial
    let byPlan = try FitStage.deinflate(history: history, plan: plan)
    let given = try FitStage.deinflate(history: history, plan: nil, redial: redial)
    #expect(byPlan.history == given.history)
    let before = history.queues[0].offered.reduce(0, +)
    #expect(abs(given.history.queues[0].offered.reduce(0, +) / before - 0.9) < 0.001)
  }
}
