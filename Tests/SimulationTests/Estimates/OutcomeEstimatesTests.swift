import ContactCenter
import Simulation
import Testing

@Suite struct OutcomeEstimatesTests {
  private static func run() throws -> Outcome {
    try simulateSerially(TestModels.mixed, options: SimulationOptions(seed: 2, replications: 50))
      .outcome
  }

  @Test("There is a row for every period and level")
  func rows() throws {
    let outcome = try Self.run()
    // Center, two channels besides email, email, three queues, three groups: 10 subjects; run, two days, four
    // intervals: 7 periods.
    #expect(outcome.rows.count == 10 * 7)
    // Only a roster has agents.
    #expect(Set(outcome.rows.map(\.level)) == Set(OutcomeRow.Level.allCases).subtracting([.agent]))
  }

  @Test("Totals of intervals add up to the day's, and of queues to the center's")
  func totals() throws {
    let rows = try Self.run().rows
    func offered(_ period: OutcomeRow.Period, _ level: OutcomeRow.Level) -> Double {
      rows.filter { $0.period == period && $0.level == level }.compactMap(\.offered).reduce(0, +)
    }
    #expect(abs(offered(.interval, .queue) - offered(.run, .queue)) < 0.01)
    #expect(abs(offered(.run, .queue) - offered(.run, .center)) < 0.01)
    #expect(abs(offered(.day, .channel) - offered(.run, .center)) < 0.01)
  }

  @Test(
    "A row holds ordered quantiles, shares between 0 and 1 and a target only where one is shared")
  func values() throws {
    let outcome = try Self.run()
    for row in outcome.rows where row.level != .group {
      let level = try #require(row.serviceLevel)
      #expect((0...1).contains(level))
      #expect((row.serviceLevelP10 ?? 0) <= (row.serviceLevelP90 ?? 1))
      #expect((row.serviceLevelError ?? -1) >= 0)
    }
    #expect(outcome.run(.queue, "voice")?.probabilityOfTarget != nil)
    #expect(outcome.run(.center, "center")?.thresholdSeconds == nil)
    #expect(outcome.run(.center, "center")?.probabilityOfTarget == nil)
    #expect(outcome.run(.group, "all")?.agents == 4.75)
  }

  @Test("Values have the record's decimals")
  func decimals() throws {
    let outcome = try Self.run()
    #expect(outcome == outcome.rounded())
  }

  @Test("One replication has an estimate but no error")
  func single() throws {
    let outcome = try simulateSerially(
      TestModels.mixed, options: SimulationOptions(replications: 1)
    ).outcome
    let row = try #require(outcome.run(.queue, "voice"))
    #expect(row.serviceLevel != nil)
    #expect(row.serviceLevelError == nil)
  }

  @Test("Warm-up intervals are simulated but not reported")
  func warmUp() throws {
    let plain = TestModels.single(contacts: [40, 80], agents: [6, 11])
    let warm = plain.warmedUp(days: 2)
    #expect(warm.intervals.count == 6)
    let outcome = try simulateSerially(warm, options: SimulationOptions(replications: 200)).outcome
    let intervals = outcome.rows.filter { $0.period == .interval && $0.level == .queue }
    #expect(intervals.map(\.start) == plain.intervals.map(\.start))
    // Starting in a busy center, the first interval is worse than starting in an empty one.
    let cold = try simulateSerially(plain, options: SimulationOptions(replications: 200)).outcome
    let coldFirst = cold.rows.first { $0.period == .interval && $0.level == .queue }
    #expect((intervals[0].serviceLevel ?? 1) < (coldFirst?.serviceLevel ?? 0))
  }
}
