import ContactCenter
import Testing

@testable import Simulation

@Suite struct ServiceLevelEstimateTests {
  private static func result(_ replications: Int) throws -> SimulationResult {
    // The first replication has the published example in queue a; each further one 100 late contacts more.
    let tallies = (0..<replications).map { replication in
      HandMade.tally { interval, queue in
        guard interval == 0, queue == 0 else { return QueueTally() }
        var own = ServiceLevelCountTests.example
        own.offered += 100 * replication
        own.answered += 100 * replication
        return own
      }
    }
    return try HandMade.result(tallies)
  }

  @Test("The run has every definition at once", arguments: ServiceLevelDefinition.allCases)
  func definitions(definition: ServiceLevelDefinition) throws {
    let expected = try #require(ServiceLevelCountTests.published[definition])
    let result = try Self.result(1)
    for (level, name) in [(OutcomeRow.Level.queue, "a"), (.channel, "voice"), (.center, "center")] {
      let found = try #require(result.serviceLevel(level, name, definition))
      #expect(abs((found.share ?? 0) - expected) < 1e-15)
      #expect(found.halfWidth == nil)
    }
    #expect(result.serviceLevel(.queue, "b", definition)?.share == nil)
    #expect(result.serviceLevel(.group, "g", definition) == nil)
  }

  @Test("The declared definition is the outcome's, with the same half-width")
  func declared() throws {
    let result = try Self.result(3)
    let row = try #require(result.outcome.run(.queue, "a"))
    let found = try #require(result.serviceLevel(.queue, "a", .offered))
    let share = try #require(found.share)
    let halfWidth = try #require(found.halfWidth)
    #expect(abs((row.serviceLevel ?? 0) - share) < 1e-6)
    #expect(abs((row.serviceLevelError ?? 0) - halfWidth) < 1e-6)
    #expect(halfWidth > 0.05)
    #expect(result.serviceLevel(.queue, "a", .credit)?.halfWidth != halfWidth)
  }
}
