import ContactCenter
import Testing

@testable import Staffing

@Suite struct StafferInflowTests {
  @Test("Without any such attribute the requirement is the plain one")
  func plain() throws {
    let forecast = SampleCenter.forecast([80, 100, 0, 60])
    let request = SampleCenter.request(SampleCenter.queue())
    let arriving = try Staffer.requirement(forArriving: forecast, request: request)
    let reaching = try Staffer.requirement(for: forecast, request: request)
    #expect(arriving.requirement == reaching.requirement)
    #expect(arriving.findings == reaching.findings)
    #expect(try Staffer.inflow(of: forecast, request: request) == nil)
  }

  @Test("Redials rest on the abandonment that staffing gives: more agents, fewer redials")
  func settled() throws {
    var queue = SampleCenter.queue(patience: 30, hours: .always)
    queue.target = ServiceTarget(serviceLevel: Share(0.5), threshold: Seconds(20))
    queue.behavior.redial = Redial(
      afterAbandonment: Share(0.9), afterBlock: Share(0), delay: Seconds(300))
    let forecast = SampleCenter.forecast(
      Array(repeating: 100, count: 48), from: Instant(secondsSinceEpoch: 0))
    let request = SampleCenter.request(queue)
    let rows = try #require(
      try Staffer.requirement(forArriving: forecast, request: request).requirement.queues.first?
        .intervals)
    let bare = try #require(
      try Staffer.requirement(for: forecast, request: request).requirement.queues.first?.intervals)
    #expect(zip(rows, bare).allSatisfy { $0.agents > $1.agents })
    for row in rows {
      let offered = try #require(row.offered)
      let abandonment = try #require(row.abandonment)
      #expect(abs(offered - 100 / (1 - 0.9 * abandonment)) < 0.5)
    }
  }

  @Test("A number that is none is refused as ever")
  func bad() {
    var queue = SampleCenter.queue()
    queue.behavior.selfService = SelfService(time: Seconds(60), containment: Share(0.4))
    #expect(throws: StaffingError.self) {
      try Staffer.requirement(
        forArriving: SampleCenter.forecast([.nan]), request: SampleCenter.request(queue))
    }
  }
}
