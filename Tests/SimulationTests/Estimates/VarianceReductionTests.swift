import ContactCenter
import Probability
import Testing

@testable import Simulation

/// Antithetic pairs and control variates, on tallies made by hand.
@Suite struct VarianceReductionTests {
  /// Replications in which more contacts than expected bring a worse service level, and nothing else does.
  private static func replications(_ extra: [Int]) -> [ReplicationTally] {
    extra.map { extra in
      HandMade.tally { interval, queue in
        interval == 0 && queue == 0
          ? HandMade.contacts(met: 34 - extra, late: 3 + extra, abandoned: 3 + extra)
          : QueueTally()
      }
    }
  }

  @Test("Arrivals explain what they explain: the estimate is read off at the expected number")
  func control() throws {
    let tallies = Self.replications([-2, -1, 0, 1, 3, 5])
    let plain = try #require(try HandMade.result(tallies).outcome.run(.queue, "a"))
    var options = SimulationOptions()
    options.usesControlVariates = true
    let row = try #require(
      try HandMade.result(tallies, options: options).outcome.run(.queue, "a"))
    // 40 contacts are expected: 34 of them met, 37 answered with 3 of them late, 3 abandoned.
    #expect(row.serviceLevel == 0.85)
    #expect(row.serviceLevelError == 0)
    #expect(row.abandonment == 0.075)
    #expect(row.asaSeconds == 8.108)
    #expect((plain.serviceLevel ?? 1) < 0.83)
    #expect((plain.serviceLevelError ?? 0) > 0.03)
    #expect(row.offered == plain.offered)
  }

  @Test("What is dialed, replayed or on paths is no control")
  func uncontrolled() throws {
    let tallies = Self.replications([-2, -1, 0, 1, 3, 5])
    let changes: [@Sendable (inout QueueModel) -> Void] = [
      { $0.arrivals = .trace([]) }, { $0.arrivals = .paths([[10, 10, 10, 10]]) },
      {
        $0.behavior.outbound = OutboundCampaign(
          pacing: .preview, connected: Share(0.5), attempt: Seconds(20))
      },
    ]
    var options = SimulationOptions()
    options.usesControlVariates = true
    let plain = try HandMade.result(tallies).outcome.run(.queue, "a")
    for change in changes {
      var model = HandMade.model
      change(&model.queues[0])
      var layout = try ModelLayout(HandMade.model)
      layout.queues = model.queues
      var estimates = OutcomeEstimates(model, layout, options)
      for tally in tallies { try estimates.add(tally) }
      #expect(estimates.outcome().run(.queue, "a") == plain)
    }
  }

  @Test("Those who come again are no part of the control")
  func returning() {
    var tally = HandMade.contacts(met: 10)
    tally.redialed = 1
    tally.recontacted = 2
    tally.transferredIn = 3
    #expect(tally.fresh == 4)
  }

  @Test(
    "On simulated days the control narrows the interval and moves the estimate less than it says")
  func simulated() throws {
    // Busyness makes arrivals the main cause of a bad day.
    var model = TestModels.single(
      contacts: [60, 60, 60, 60], agents: [10, 10, 10, 10])
    model.queues[0].busynessVariation = 0.15
    var options = SimulationOptions(seed: 11, replications: 300)
    let plain = try simulateSerially(model, options: options)
    options.usesControlVariates = true
    let sharp = try simulateSerially(model, options: options)
    let width = try #require(plain.halfWidth)
    #expect(try #require(sharp.halfWidth) < 0.6 * width)
    let before = try #require(plain.outcome.run(.queue, "q"))
    let after = try #require(sharp.outcome.run(.queue, "q"))
    #expect(abs((before.serviceLevel ?? 0) - (after.serviceLevel ?? 1)) < 1.5 * width)
    #expect((after.abandonmentError ?? 1) < (before.abandonmentError ?? 0))
    #expect((after.asaErrorSeconds ?? 1000) < (before.asaErrorSeconds ?? 0))
  }

  @Test("Antithetic replications count in pairs: what cancels in a pair is no error")
  func antithetic() throws {
    let tallies = [30, 10, 35, 5, 28, 12].map { met in
      HandMade.tally { interval, queue in
        interval == 0 && queue == 0
          ? HandMade.contacts(met: met, late: 40 - met) : QueueTally()
      }
    }
    let plain = try #require(try HandMade.result(tallies).outcome.run(.queue, "a"))
    let options = SimulationOptions(sampling: .antithetic)
    let result = try HandMade.result(tallies, options: options)
    let row = try #require(result.outcome.run(.queue, "a"))
    #expect(row.serviceLevel == plain.serviceLevel)
    #expect(row.serviceLevelError == 0)
    #expect((plain.serviceLevelError ?? 0) > 0.2)
    #expect(row.offered == 40)
    #expect(row.serviceLevelP90 == plain.serviceLevelP90)
    #expect(row.probabilityOfTarget == plain.probabilityOfTarget)
    #expect(result.replications == 6)
    // An odd last replication is no loss.
    let odd = try HandMade.result(Array(tallies.prefix(5)), options: options)
    #expect(odd.outcome.run(.queue, "a")?.serviceLevel == 0.54)
  }
}
