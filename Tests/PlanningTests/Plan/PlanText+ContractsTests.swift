import ContactCenter
import Planning
import Testing

@Suite struct PlanTextContractsTests {
  static let full = """
    timezone: UTC
    queues: { a: {} }
    shift_types:
      D: { start: "08:00", length: 8h }
      early: { start: "06:00-09:30" }
      "n 1": { start: "22:00-23:59", night: true }
    contracts:
      ward:
        hours_per_week: { min: 20h, max: 37h30m }
        days_per_week: 4
        shift_lengths: [8h, 4h30m]
        rest: 0h
        rules:
          - { rule: consecutive-days, min: 2, max: 5 }
          - { rule: hours, min: 56h20m, max: 72h, per: period, price: 0.5h }
          - { rule: successions, types: ["n 1"], then: [D, early] }
          - { rule: free-weekdays, days: [sat, sun], min: 2, per: month }
          - { rule: rest-after-nights, min: 48h, after: 3 }
          - { rule: shifts, types: [early], max: 4, per: 14d }
    shifts: { night: "22:00-05:30", night_shift: 2h, weekend: [fri, sat] }
    schedule: { fairness: { hours: 0.1h, weekends: 2h, nights: 1h } }
    inputs: { roster: previous.csv }
    """

  @Test("What contracts, shift types and fairness say reads back from the text")
  func roundTrip() throws {
    let plan = try PlanReader.read(Self.full, file: "p")
    #expect(plan.schedule.fairness == FairnessPrices(hours: 0.1, weekends: 2, nights: 1))
    #expect(plan.inputs.previousRoster == "previous.csv")
    #expect(plan.contracts[0].rules.count == 6)
    var sections: [String: [String]] = [:]
    for (key, value) in PlanText.resolved(plan) {
      let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
      guard ["shift_types", "shifts", "schedule"].contains(parts[0]) else { continue }
      sections[parts[0], default: []].append("  \"\(parts[1])\": \(value)")
    }
    let ward = PlanText.resolved(plan).filter { $0.key.hasPrefix("contracts.ward.") }.map {
      "    \($0.key.dropFirst("contracts.ward.".count)): \($0.value)"
    }
    let written = """
      timezone: UTC
      queues: { a: {} }
      contracts:
        ward:
      \(ward.joined(separator: "\n"))
      """ + sections.map { "\n\($0):\n" + $1.joined(separator: "\n") }.joined()
    let again = try PlanReader.read(written, file: "q")
    #expect(again.contracts == plan.contracts)
    #expect(again.shiftRules == plan.shiftRules)
    #expect(again.schedule == plan.schedule)
  }

  @Test("What is as usual is not written, but for the contract's own fields")
  func plain() throws {
    let text = PlanText.resolved(
      try PlanReader.read("timezone: UTC\nqueues: { a: {} }", file: "p"))
    #expect(text["schedule.fairness"] == nil)
    #expect(text["shifts.night"] == nil)
    #expect(text["shifts.weekend"] == nil)
    #expect(text["contracts.full-time.rules"] == nil)
    #expect(text["contracts.full-time.hours_per_week"] == "40h")
  }
}
