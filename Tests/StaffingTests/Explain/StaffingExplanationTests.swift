import ContactCenter
import Staffing
import Testing

@Suite("A requirement taken apart")
struct StaffingExplanationTests {
  private let ledger = ShrinkageLedger(categories: [
    .init(name: "vacation", share: Share(0.18)), .init(name: "training", share: Share(0.14)),
  ])

  private func explain(_ change: (inout Queue) -> Void = { _ in }) throws -> StaffingExplanation {
    var queue = SampleCenter.queue()
    change(&queue)
    return try Staffer.explain(
      SampleCenter.forecast([80, 100]), queue: "sales",
      at: SampleCenter.morning.advanced(by: 1800),
      request: SampleCenter.request(queue, shrinkage: ledger))
  }

  @Test("the factors come in order and add up to the answer")
  func factors() throws {
    let explanation = try explain()
    #expect(
      explanation.steps.map(\.name) == [
        "volume", "interval", "handle time", "load", "patience", "smallest stable",
        "queueing margin", "agents exact", "rounding", "cost-neutral", "agents",
        "shrinkage vacation", "shrinkage training", "shrinkage", "scheduled agents",
      ])
    #expect(explanation["load"]?.value == 10)
    let load = try #require(explanation["load"]?.value)
    let margin = try #require(explanation["queueing margin"]?.value)
    let rounding = try #require(explanation["rounding"]?.value)
    #expect(abs(load + margin + rounding - 12) < 1e-9)
    #expect(explanation["agents"]?.value == 12)
    #expect(explanation["scheduled agents"]?.value == 17.6471)
    #expect(explanation["shrinkage"]?.valueText == "32 %")
  }

  @Test("limits show as agents they add")
  func limits() throws {
    let explanation = try explain {
      $0.target.maximumOccupancy = Share(0.75)
      $0.minimumAgents = 15
    }
    #expect(explanation["occupancy cap"]?.value == 1)
    #expect(explanation["minimum agents"]?.value == 2)
    #expect(explanation["agents"]?.value == 15)
  }

  @Test("the neighbors are five agents either way, and service rises with them")
  func neighbors() throws {
    let neighbors = try explain().neighbors
    #expect(neighbors.map(\.agents) == Array(7...17))
    let levels = neighbors.compactMap(\.serviceLevel)
    #expect(levels.count == 11)
    #expect(levels == levels.sorted())
    let patient = try explain { $0.patience = nil }.neighbors
    // Erlang C has no answer at 10 agents or fewer.
    #expect(patient.filter { $0.serviceLevel == nil }.map(\.agents) == [9, 10])
  }

  @Test("the lines show every factor with its source, aligned")
  func lines() throws {
    let lines = try explain().lines
    #expect(lines[0] == "sales: 80%/20s offered, erlang-a sipp")
    #expect(
      lines.contains("  load                  10 erlangs   volume x handle time / interval"),
      "\(lines.joined(separator: "\n"))")
    #expect(lines.contains("      12         82.6 %       6.3 s        6.2 %     78.2 %"))
    #expect(lines.count == 1 + 15 + 1 + 11)
  }

  @Test("an interval that is not there is an error")
  func missing() {
    #expect(throws: StaffingError.self) {
      try Staffer.explain(
        SampleCenter.forecast([100]), queue: "sales", at: Instant(secondsSinceEpoch: 0),
        request: SampleCenter.request(SampleCenter.queue()))
    }
  }
}
