import ContactCenter
import TestSupport
import Testing

@testable import Staffing

@Suite(
  "isa: staffing and simulation in turns",
  .enabled(if: TestBuild.isOptimized, "hundreds of simulated days need an optimized build"))
struct IterativeStaffingTheoryTests {
  private func result(_ target: ServiceTarget? = nil) throws -> StaffingResult {
    let day = try SinusoidDay("sin_long")
    return try Staffer.requirement(for: day.forecast, request: day.request(.isa, target: target))
  }

  @Test(
    "every interval of the long-call day meets its target where no formula does, with no more staff than mol-max"
  )
  func flat() throws {
    let day = try SinusoidDay("sin_long")
    let result = try result()
    let rows = result.requirement.queues[0].intervals
    // One agent of six moves the level by ten points: none below the target by more than the estimate's own error.
    #expect(rows.allSatisfy { ($0.serviceLevel ?? 0) > 0.77 })
    let agents = stride(from: 0, to: rows.count, by: 6).map { rows[$0].agents }
    #expect(agents.reduce(0, +) <= day.expected("mol_max").reduce(0, +))
    #expect(agents.reduce(0, +) >= 350)
    let note = try #require(result.findings.first { $0.code == "staffing.simulated" })
    #expect(note.message.contains("service levels of intervals are within ±"))
    #expect(rows[0].method == "erlang-a isa")
    #expect(rows[0].agentsExact == nil)
  }

  @Test("the same input gives the same staff")
  func repeatable() throws {
    #expect(try result().requirement == result().requirement)
  }

  @Test("with constant rates for a whole day it is the formula's answer")
  func steady() throws {
    var queue = SampleCenter.queue(hours: .always)
    queue.name = "sales"
    let midnight = Instant(secondsSinceEpoch: 1_762_128_000)
    let forecast = SampleCenter.forecast([Double](repeating: 100, count: 48), from: midnight)
    let rows = try SampleCenter.intervals(
      forecast,
      SampleCenter.request(queue, options: StaffingOptions(overTime: .isa, replications: 1000)))
    #expect(rows.allSatisfy { $0.agents == 12 })
    #expect(rows.allSatisfy { (($0.serviceLevel ?? 0) - 0.826).magnitude < 0.02 })
  }
}
