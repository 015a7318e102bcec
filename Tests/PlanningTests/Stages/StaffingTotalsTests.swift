import ContactCenter
import Planning
import Testing

@Suite struct StaffingTotalsTests {
  private static func totals() throws -> StaffingTotals {
    let plan = try PlanReader.read(
      """
      timezone: UTC
      interval: 30m
      queues: { a: {}, b: {} }
      groups: { g: { queues: [a, b], cost_per_hour: 20 }, h: { queues: [b], cost_per_hour: 30 } }
      shrinkage: { categories: { sickness: 20%, vacation: { share: 10%, base: paid } } }
      contracts: { full: { hours_per_week: 36h, shift_lengths: [8h] } }
      """, file: "p")
    func rows(_ agents: [Int]) -> [RequirementInterval] {
      agents.enumerated().map { index, count in
        var row = RequirementInterval(
          start: Instant(secondsSinceEpoch: 1_762_128_000 + 43_200 * index), agents: count)
        row.offered = Double(count * 10)
        row.scheduledAgents = Double(count) / 0.8
        row.serviceLevel = 0.7 + 0.1 * Double(index)
        return row
      }
    }
    let requirement = StaffingRequirement(queues: [
      QueueRequirement(queue: "a", channel: "voice", intervals: rows([2, 4, 0, 8])),
      QueueRequirement(queue: "b", channel: "voice", intervals: rows([1, 1, 3, 1])),
    ])
    return StaffingTotals(requirement, plan: plan)
  }

  @Test("Hours grow from contacts to schedule to pay, and full-time equivalents are per week")
  func hours() throws {
    let totals = try Self.totals()
    #expect(totals.days == 2)
    let a = try #require(totals.rows.first { $0.day == nil && $0.queue == "a" })
    #expect(a.agentHours == 7)
    #expect(a.scheduledHours == 8.75)
    #expect(abs(a.paidHours - 8.75 / 0.9) < 1e-12)
    // Two days are the week they begin.
    #expect(abs(a.fullTimeEquivalents - 8.75 / 0.9 / 36) < 1e-12)
    #expect(abs(a.cost - 8.75 / 0.9 * 20) < 1e-9)
    // (20 · 0.7 + 40 · 0.8 + 80 · 1.0) / 140
    #expect(abs(try #require(a.serviceLevel) - 0.9) < 1e-12)
  }

  @Test("Days add up to queues, and queues to the center")
  func sums() throws {
    let totals = try Self.totals()
    let days = totals.rows.filter { $0.day != nil }
    #expect(days.count == 4)
    for measure in [\StaffingTotals.Row.agentHours, \.paidHours, \.cost, \.contacts] {
      #expect(
        abs(days.reduce(0) { $0 + $1[keyPath: measure] } - totals.center[keyPath: measure]) < 1e-9)
    }
    #expect(totals.center.peakAgents == 9)
    let b = try #require(totals.rows.first { $0.day == nil && $0.queue == "b" })
    #expect(abs(b.cost - b.paidHours * 25) < 1e-9)
  }
}
