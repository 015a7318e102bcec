import ContactCenter
import Planning
import Staffing
import Testing

@Suite("The staffing section of a plan")
struct StaffingSectionTests {
  private func plan(_ staffing: String, queue: String = "{}") throws -> Plan {
    try PlanReader.read(
      "timezone: UTC\ninterval: 15m\nqueues: { a: \(queue), b: { target_over: interval } }\nstaffing: \(staffing)",
      file: "p")
  }

  @Test("every key reaches the options of staffing")
  func keys() throws {
    let plan = try plan(
      "{ method: erlang-c, over_time: mol-max, interval: 30m, risk: 90%, target_over: day, replications: 50 }"
    )
    let options = StaffStage.options(plan: plan)
    #expect(options.method == "erlang-c")
    #expect(options.overTime == .molMax)
    #expect(options.staffingInterval == .thirtyMinutes)
    #expect(options.risk == Share(0.9))
    #expect(options.replications == 50)
    #expect(plan.queue(named: "a")?.target.span == .day)
    #expect(plan.queue(named: "b")?.target.span == .interval)
  }

  @Test("without it each interval is staffed for the mean, the method chosen per queue")
  func usual() throws {
    let plan = try plan("{}", queue: "{ target_over: week }")
    #expect(StaffStage.options(plan: plan) == StaffingOptions())
    #expect(plan.queue(named: "a")?.target.span == .week)
  }

  @Test("absence agent by agent leaves the ledger, planned leave stays in it")
  func absence() throws {
    let text =
      "timezone: UTC\nqueues: { a: {} }\nshrinkage: { categories: { sickness: 8%, vacation: 10%, coaching: 5% } }\n"
    func request(_ staffing: String) throws -> StaffingRequest {
      StaffStage.request(
        plan: try PlanReader.read(text + "staffing: \(staffing)", file: "p"),
        calendar: BusinessCalendar())
    }
    let drawn = try request("{ absence: per-agent }")
    #expect(drawn.options.absence == Share(0.08))
    #expect(drawn.shrinkage.categories.map(\.name) == ["vacation", "coaching"])
    let average = try request("{}")
    #expect(average.options.absence == nil)
    #expect(average.shrinkage.categories.count == 3)
  }

  @Test("a default period is none for deferred work, and asking for one there is an error")
  func deferred() throws {
    let plan = try plan("{ target_over: day }", queue: "{ channel: email }")
    #expect(plan.queue(named: "a")?.target.span == .interval)
    #expect(throws: PlanError.self) {
      try self.plan("{}", queue: "{ channel: email, target_over: day }")
    }
  }

  @Test(
    "what is none is refused with place and hint",
    arguments: [
      ("{ over_time: mool }", "expected one of auto, sipp"),
      ("{ interval: 5m }", "no multiple of the plan's 15m"), ("{ interval: 7m }", "expected 5m"),
      ("{ risk: 100% }", "expected a share between"), ("{ target_over: month }", "expected one of"),
      ("{ method: erlang-x }", "no formula of the plan"),
      ("{ replications: 1 }", "expected a whole"),
    ])
  func refused(text: String, message: String) {
    do {
      _ = try plan(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
      #expect("\(error)".contains("\nMaybe "))
    }
  }
}
