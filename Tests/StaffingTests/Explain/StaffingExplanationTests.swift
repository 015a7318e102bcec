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
        "queueing margin", "agents exact", "rounding", "cost-neutral", "agents", "vacation",
        "training", "shrinkage", "scheduled agents", "service level", "wait of answered",
        "wait of all", "abandonment", "occupancy", "target met", "adequate staff",
      ])
    #expect(
      explanation.sections.map(\.title) == [
        "Demand", "From load to agents", "From agents to the schedule", "What the agents achieve",
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

  @Test("the page is headings and tables, at most 100 wide")
  func lines() throws {
    let lines = try explain().lines
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines[0].hasPrefix("sales, 2025-11-03 09:30 to 10:00, "))
    #expect(
      lines[1].hasPrefix("12 agents on contacts, 17.65 to schedule, for 80%/20s counted as offered")
    )
    #expect(
      lines.contains("  load           10 erlangs   volume x handle time / interval"),
      "\(lines.joined(separator: "\n"))")
    #expect(lines.contains { $0.contains("> 12         82.6 %           6.3 s") })
    #expect(lines.filter(\.isEmpty).count == 6)
  }

  @Test("the definitions stand side by side: their agents are those a target so counted asks for")
  func definitions() throws {
    let explanation = try explain()
    #expect(explanation.definitions.map(\.definition) == ServiceLevelDefinition.allCases)
    for row in explanation.definitions {
      let other = try explain { $0.target.definition = row.definition }
      #expect(row.agents == other.agents, "\(row.definition)")
    }
    let own = explanation.definitions.first { $0.definition == .offered }
    #expect(abs((own?.serviceLevel ?? 0) - (explanation["service level"]?.value ?? 1)) < 1e-6)
  }

  @Test(
    "another tool's number is this plan's and what each difference adds",
    arguments: OtherTool.allCases)
  func tools(tool: OtherTool) throws {
    let queue = SampleCenter.queue()
    let request = SampleCenter.request(queue, shrinkage: ledger)
    let forecast = SampleCenter.forecast([80, 100])
    let start = SampleCenter.morning.advanced(by: 1800)
    let comparison = try #require(
      try Staffer.explain(forecast, queue: "sales", at: start, request: request, as: tool)
        .comparison)
    let agents = comparison.steps.filter { $0.unit == "agents" && !$0.name.contains("scheduled") }
    let last = try #require(agents.last)
    #expect(last.name == tool.rawValue)
    #expect(agents.dropLast().reduce(0) { $0 + $1.value } == last.value)
    let asked = try Staffer.requirement(for: forecast, request: tool.request(request)).requirement
    #expect(Double(asked[queue: "sales"]?.intervals[1].agents ?? 0) == last.value)
    #expect(!tool.claims.isEmpty)
    // Erlang C asks for 14, the textbook number; Amazon's definition for no more than this plan.
    if tool == .erlangC { #expect(last.value == 14) }
    if tool == .amazon { #expect(last.value <= 12) }
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
