import ContactCenter
import Planning
import Testing

@Suite struct ValidateStageTests {
  private static func causes(_ past: Past, plan: Plan = Past.plan) async throws -> [String] {
    try await ValidateStage.run(plan: plan, history: past.history()).misfits.map(\.cause)
  }

  // 144 intervals: where 5 % lie outside by chance, 12 % or none would be off by three standard deviations or more.
  @Test(
    "A past that the model itself lived fits, and about one interval in twenty lies outside the band"
  )
  func fits() async throws {
    let result = try await ValidateStage.run(plan: Past.plan, history: Past().history())
    #expect(result.misfits.isEmpty)
    #expect(result.queues == ["q"])
    for measure in [ValidationMeasure.serviceLevel, .asaSeconds] {
      let (known, outside) = result.intervals(of: "q", measure)
      #expect(known == 144)
      #expect((1...17).contains(outside), "\(measure): \(outside) of \(known)")
    }
    let run = try #require(result.run("q"))
    #expect(run.agents == 8)
    #expect(!run[.serviceLevel].isOutside)
    #expect(result.definitions == ["q": .offered])
    #expect(result.rows.count { $0.period == .day } == 3)
  }

  @Test(
    "Patience that the plan has wrong is found from the waits, and from the signs where waits are unknown"
  )
  func patience() async throws {
    var past = Past(patienceSeconds: 480)
    let result = try await ValidateStage.run(plan: Past.plan, history: past.history())
    #expect(result.misfits.first?.cause == "patience")
    #expect(result.misfits.first?.explanation.contains("too short in the plan: the waits") == true)
    past.missing = [.abandonedWaitSeconds]
    let signs = try await ValidateStage.run(plan: Past.plan, history: past.history())
    #expect(signs.misfits.first?.cause == "patience")
    #expect(signs.misfits.first?.explanation.contains("give up more and so wait less") == true)
    past = Past(patienceSeconds: 40, missing: [.abandonedWaitSeconds])
    let long = try await ValidateStage.run(plan: Past.plan, history: past.history())
    #expect(long.misfits.first?.explanation.contains("too long") == true)
  }

  @Test("Agents counted wrongly are told by their direction")
  func agents() async throws {
    #expect(try await Self.causes(Past(agents: 8, recordedAgents: 10)) == ["fewer-agents"])
    #expect(try await Self.causes(Past(agents: 10, recordedAgents: 7)) == ["more-agents"])
  }

  @Test(
    "Handle times with a longer tail than the plan's are told from the means of neighboring intervals"
  )
  func tail() async throws {
    var plan = Past.plan
    plan.queues[0].handleTimeVariation = 0.2
    let causes = try await Self.causes(Past(handleTimeVariation: 1.5), plan: plan)
    #expect(causes.first == "long-tail")
  }

  @Test("A history without handle times is replayed with the plan's, which is told")
  func withoutHandleTimes() async throws {
    var plan = Past.plan
    plan.queues[0].handleTime = Seconds(240)
    let past = Past(missing: [.handleSeconds])
    #expect(try await Self.causes(past, plan: plan).contains("handle-time"))
    let unknown = try await ValidateStage.run(plan: Past.plan, history: past.history())
    #expect(unknown.rows.isEmpty)
    #expect(unknown.findings.contains { $0.code == "validate.no-handle-time" })
  }

  @Test("A history that does not say who was there is an error with advice, and a roster helps")
  func roster() async throws {
    let past = Past(missing: [.agents])
    let without = try await ValidateStage.run(plan: Past.plan, history: past.history())
    #expect(without.rows.isEmpty)
    let finding = try #require(without.findings.first { $0.severity == .error })
    #expect(finding.code == "validate.no-agents")
    #expect(finding.advice.contains("--agents-from"))
    let zone = Past.grid.zone
    let roster = Roster(
      entries: (1...8).map {
        RosterEntry(
          agent: "agent \($0)", start: zone.startOfDay(Past.firstDay),
          end: zone.startOfDay(Past.firstDay.advanced(by: 3)), activity: .work, group: "q")
      })
    let with = try await ValidateStage.run(plan: Past.plan, history: past.history(), roster: roster)
    #expect(with.misfits.isEmpty)
    #expect(with.run("q")?.agents == 8)
  }

  @Test("The result does not depend on the number of threads")
  func threads() async throws {
    let history = try Past(days: 1).history()
    let one = try await ValidateStage.run(plan: Past.plan, history: history, threads: 1)
    let three = try await ValidateStage.run(plan: Past.plan, history: history, threads: 3)
    #expect(one.rows == three.rows)
    #expect(!one.rows.isEmpty)
  }

  @Test("The period is cut to the history, and one outside it is refused")
  func period() async throws {
    let history = try Past(days: 3).history()
    let second = Past.firstDay.advanced(by: 1)
    let result = try await ValidateStage.run(
      plan: Past.plan, history: history, from: second, to: second.advanced(by: 40))
    #expect(result.rows.count { $0.period == .day } == 2)
    await #expect(throws: PlanError.self) {
      try await ValidateStage.run(
        plan: Past.plan, history: history, from: second.advanced(by: 300))
    }
    await #expect(throws: PlanError.self) {
      try await ValidateStage.run(
        plan: Past.plan, history: history, from: second, to: Past.firstDay)
    }
  }

  @Test("A definition that the history cannot count falls back to offered, and its threshold wins")
  func definition() async throws {
    var plan = Past.plan
    plan.queues[0].target.definition = .creditShort
    plan.queues[0].target.threshold = Seconds(30)
    let result = try await ValidateStage.run(plan: plan, history: Past(days: 1).history())
    #expect(result.definitions["q"] == .offered)
    #expect(result.thresholds["q"] == 20)
    #expect(result.findings.contains { $0.code == "validate.definition" })
    #expect(result.findings.contains { $0.code == "validate.threshold" })
    plan.queues[0].target.definition = .credit
    let credit = try await ValidateStage.run(plan: plan, history: Past(days: 1).history())
    #expect(credit.definitions["q"] == .credit)
  }
}
