import ContactCenter
import Probability
import Testing

@testable import Simulation

@Suite struct SimulationComparisonTests {
  private static func fewer(_ agents: Int) -> SimulationModel {
    TestModels.single(contacts: [60, 60], agents: [agents, agents])
  }

  @Test("Common customers tell two staffings apart where two seeds do not")
  func common() throws {
    func result(_ agents: Int, seed: UInt64) throws -> SimulationResult {
      try simulateSerially(
        Self.fewer(agents), options: SimulationOptions(seed: seed, replications: 60))
    }
    let first = try result(9, seed: 1)
    let paired = SimulationComparison(first: first, second: try result(10, seed: 1))
    let unpaired = SimulationComparison(first: first, second: try result(10, seed: 2))
    #expect(paired.replications == 60)
    for measure in [SimulationComparison.Measure.serviceLevel, .asaSeconds, .abandonment] {
      let sharp = try #require(paired[.queue, "q", measure])
      let blunt = try #require(unpaired[.queue, "q", measure])
      #expect(sharp.isSignificant)
      #expect(
        sharp.difference.halfWidth < 0.75 * blunt.difference.halfWidth,
        "\(measure): \(sharp.difference.halfWidth) and \(blunt.difference.halfWidth)")
    }
    let level = try #require(paired[.center, "center", .serviceLevel])
    #expect(level.difference.estimate > 0)
    #expect(level.difference.estimate == level.second - level.first)
    #expect(try #require(paired[.queue, "q", .asaSeconds]).difference.estimate < 0)
    // The same customers come either way.
    let offered = try #require(paired[.queue, "q", .offered])
    #expect(offered.difference.estimate == 0)
    #expect(!offered.isSignificant)
    #expect(try #require(unpaired[.queue, "q", .offered]).difference.estimate != 0)
  }

  @Test("The values are those of the outcomes, over the replications both have")
  func values() throws {
    let first = try simulateSerially(
      TestModels.mixed, options: SimulationOptions(seed: 4, replications: 12))
    let longer = try simulateSerially(
      TestModels.mixed, options: SimulationOptions(seed: 4, replications: 20))
    let comparison = SimulationComparison(first: first, second: longer)
    #expect(comparison.replications == 12)
    for difference in comparison.differences {
      #expect(difference.difference.estimate == 0)
      #expect(difference.difference.halfWidth == 0)
    }
    let row = try #require(first.outcome.run(.channel, "chat"))
    let chat = try #require(comparison[.channel, "chat", .serviceLevel])
    #expect(abs(chat.first - (row.serviceLevel ?? 0)) < 1e-6)
    #expect(comparison[.channel, "chat", .occupancy] == nil)
    #expect(comparison[.group, "all", .occupancy] != nil)
    #expect(comparison[.group, "all", .offered] == nil)
    // Nobody has a price.
    #expect(comparison[.center, "center", .cost] == nil)
  }

  @Test("Subjects are matched by name, and those of one scenario alone are left out")
  func subjects() throws {
    let options = SimulationOptions(seed: 4, replications: 5)
    var other = TestModels.mixed
    other.queues[0].name = "phone"
    for group in other.groups.indices {
      other.groups[group].queues = other.groups[group].queues.map { $0 == "voice" ? "phone" : $0 }
    }
    let comparison = SimulationComparison(
      first: try simulateSerially(TestModels.mixed, options: options),
      second: try simulateSerially(other, options: options))
    let names = Set(comparison.differences.filter { $0.level == .queue }.map(\.name))
    #expect(names == ["chat", "email"])
  }

  @Test("Cost is compared where a group has a price")
  func cost() throws {
    func result(_ seconds: [Double]) throws -> SimulationResult {
      try HandMade.result(
        seconds.map { seconds in
          HandMade.tally(group: { _, _ in
            var own = GroupTally()
            own.staffedSeconds = seconds
            return own
          }) { _, _ in HandMade.contacts(met: 1) }
        })
    }
    let comparison = SimulationComparison(
      first: try result([3600, 1800]), second: try result([7200, 9000]))
    // Four half-hours at 30 an hour: 120 and 60 against 240 and 300.
    let cost = try #require(comparison[.group, "g", .cost])
    #expect(cost.first == 90)
    #expect(cost.second == 270)
    #expect(cost.difference.estimate == 180)
    #expect(abs(cost.difference.standardError - 60) < 1e-9)
    #expect(comparison[.group, "h", .cost] == nil)
  }
}
