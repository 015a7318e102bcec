import ContactCenter
import Staffing
import Testing

@Suite("The requirement of a queue")
struct StafferTests {
  @Test("100 contacts in half an hour, 180 s, patience 120 s, 80/20: 12 agents and their measures")
  func workedExample() throws {
    let rows = try SampleCenter.intervals(
      SampleCenter.forecast([100]), SampleCenter.request(SampleCenter.queue()))
    let row = try #require(rows.first)
    #expect(row.agents == 12)
    #expect(row.loadErlangs == 10)
    #expect(row.method == "erlang-a sipp")
    #expect(row.target == "80%/20s")
    #expect(row.serviceLevelDefinition == .offered)
    #expect(row.thresholdSeconds == 20)
    #expect(row.scheduledAgents == 12)
    let level = try #require(row.serviceLevel)
    #expect(abs(level - 0.826) < 0.0005)
    #expect(abs((row.abandonment ?? 0) - 0.062) < 0.0005)
    #expect(abs((row.occupancy ?? 0) - 0.782) < 0.0005)
    let exact = try #require(row.agentsExact)
    #expect(exact > 11 && exact < 12)
    // With the Erlang C of a queue that nobody leaves, 14.
    let patient = try SampleCenter.intervals(
      SampleCenter.forecast([100]), SampleCenter.request(SampleCenter.queue(patience: nil)))
    #expect(patient[0].agents == 14)
    #expect(patient[0].method == "erlang-c sipp")
    #expect(patient[0].abandonment == 0)
  }

  @Test("each definition of the service level needs its own agents")
  func definitions() throws {
    var agents: [Int] = []
    for definition in [ServiceLevelDefinition.offered, .virtual, .forgive, .credit, .answered] {
      var queue = SampleCenter.queue()
      queue.target.definition = definition
      let rows = try SampleCenter.intervals(
        SampleCenter.forecast([100]), SampleCenter.request(queue))
      agents.append(rows[0].agents)
      #expect(rows[0].serviceLevelDefinition == definition)
      #expect((rows[0].serviceLevel ?? 0) >= 0.8)
    }
    #expect(agents == [12, 12, 12, 12, 11])
  }

  @Test(
    "shrinkage divides: 30 % on 12 agents is 17.1429, additive 18 % and 14 % is 17.6471, compounded 17.0164"
  )
  func shrinkage() throws {
    func scheduled(_ mode: ShrinkageLedger.Mode, _ shares: [Double]) throws -> Double? {
      let ledger = ShrinkageLedger(
        mode: mode, categories: shares.map { .init(name: "s\($0)", share: Share($0)) })
      return try SampleCenter.intervals(
        SampleCenter.forecast([100]), SampleCenter.request(SampleCenter.queue(), shrinkage: ledger)
      )[0].scheduledAgents
    }
    #expect(try scheduled(.additive, [0.3]) == 17.1429)
    #expect(try scheduled(.additive, [0.18, 0.14]) == 17.6471)
    #expect(try scheduled(.compounded, [0.18, 0.14]) == 17.0164)
    #expect(throws: StaffingError.nobodyLeft(shrinkage: 1)) {
      try scheduled(.additive, [0.6, 0.4])
    }
  }

  @Test("no contacts need nobody, an open interval the minimum, a closed one nobody")
  func emptyAndClosed() throws {
    var queue = SampleCenter.queue(
      hours: OpeningHours(
        week: Array(repeating: [OpeningHours.Stretch(start: 540, end: 600)], count: 7)))
    queue.minimumAgents = 2
    let result = try Staffer.requirement(
      for: SampleCenter.forecast([0, 100, 30]), request: SampleCenter.request(queue))
    let rows = result.requirement.queues[0].intervals
    #expect(rows.map(\.agents) == [2, 12, 0])
    #expect(rows[0].probabilityOfTarget == 1)
    #expect(rows[0].loadErlangs == 0)
    #expect(rows[2].method == "closed")
    let finding = try #require(result.findings.first)
    #expect(finding.code == "staffing.contacts-while-closed")
    #expect(finding.message.hasPrefix("30.0 contacts are forecast in 1 closed"))
  }

  @Test("a minimum, an occupancy cap and a limit on abandonment each raise the answer")
  func limits() throws {
    func agents(_ change: (inout Queue) -> Void) throws -> Int {
      var queue = SampleCenter.queue()
      change(&queue)
      return try SampleCenter.intervals(
        SampleCenter.forecast([100]), SampleCenter.request(queue))[0].agents
    }
    #expect(try agents { $0.minimumAgents = 20 } == 20)
    // Occupancy of 12 agents is 0.782, of 13 it is 0.740.
    #expect(try agents { $0.target.maximumOccupancy = Share(0.75) } == 13)
    // 13 agents lose 3.8 %.
    #expect(try agents { $0.target.maximumAbandonment = Share(0.04) } == 13)
    #expect(try agents { $0.target.maximumASA = Seconds(1) } > 13)
  }

  @Test("a target met only because customers give up is told in words")
  func overload() throws {
    var queue = SampleCenter.queue(patience: 5)
    queue.target.definition = .credit
    let result = try Staffer.requirement(
      for: SampleCenter.forecast([500]), request: SampleCenter.request(queue))
    #expect(result.requirement.queues[0].intervals[0].agents < 50)
    let finding = try #require(result.findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("more work arrives than the agents can do"))
    #expect(finding.message.contains("\"offered\" would need"))
    #expect(finding.advice.hasPrefix("Maybe count service level as offered"))
  }

  @Test("sessions share the load: two chats at a time are servers in pairs")
  func sessions() throws {
    let rows = try SampleCenter.intervals(
      SampleCenter.forecast([100]), SampleCenter.request(SampleCenter.queue(SampleCenter.chat)))
    #expect(rows[0].agents == 6)
    #expect(rows[0].loadErlangs == 10)
    #expect(rows[0].method == "erlang-a sipp with 2 sessions")
    #expect(abs((rows[0].serviceLevel ?? 0) - 0.826) < 0.0005)
  }

  @Test("a queue without any target is staffed to carry its load, and says so")
  func noTarget() throws {
    var queue = SampleCenter.queue()
    queue.target = ServiceTarget(serviceLevel: nil, threshold: Seconds(20))
    let result = try Staffer.requirement(
      for: SampleCenter.forecast([100]), request: SampleCenter.request(queue))
    #expect(result.requirement.queues[0].intervals[0].agents == 11)
    #expect(result.findings.map(\.code) == ["staffing.no-target", "staffing.over-time"])
  }

  @Test("queues without forecast and forecasts without queue are findings, none at all an error")
  func mismatch() throws {
    var other = SampleCenter.queue()
    other.name = "billing"
    var request = SampleCenter.request(SampleCenter.queue())
    request.queues.append(other)
    let result = try Staffer.requirement(for: SampleCenter.forecast([100]), request: request)
    #expect(
      result.findings.map(\.code) == ["staffing.queue-without-forecast", "staffing.over-time"])
    request.queues = [other]
    #expect(throws: StaffingError.noQueue(found: ["sales"])) {
      try Staffer.requirement(for: SampleCenter.forecast([100]), request: request)
    }
  }

  @Test(
    "numbers that a file could hold never trap", arguments: [-1, .nan, .infinity, 1e300, 9e8])
  func badNumbers(value: Double) throws {
    let request = SampleCenter.request(SampleCenter.queue())
    #expect(throws: StaffingError.self) {
      try Staffer.requirement(for: SampleCenter.forecast([value]), request: request)
    }
    #expect(throws: StaffingError.self) {
      try Staffer.requirement(
        for: SampleCenter.forecast([100], handle: value == 9e8 ? -3 : value), request: request)
    }
    let spread = Array(repeating: value, count: 11)
    _ = try Staffer.requirement(
      for: SampleCenter.forecast([100], quantiles: spread), request: request)
  }

  @Test("a missing handle time is the queue's own, or an error with place and hint")
  func handleTime() throws {
    var queue = SampleCenter.queue()
    let forecast = SampleCenter.forecast([0, 100], handle: nil)
    #expect(
      throws: StaffingError.noHandleTime(
        queue: "sales", start: SampleCenter.morning.advanced(by: 1800))
    ) { try SampleCenter.intervals(forecast, SampleCenter.request(queue)) }
    queue.handleTime = Seconds(180)
    #expect(try SampleCenter.intervals(forecast, SampleCenter.request(queue))[1].agents == 12)
  }

  @Test("the result has the record's decimals")
  func decimals() throws {
    let result = try Staffer.requirement(
      for: SampleCenter.forecast([33.3333]), request: SampleCenter.request(SampleCenter.queue()))
    #expect(result.requirement == result.requirement.rounded())
  }
}
