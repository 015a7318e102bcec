import ContactCenter
import Probability
import Simulation
import TestSupport
import Testing

/// Batch means of one long run beside exact values.
@Suite(.enabled(if: TestBuild.isOptimized, "millions of arrivals need an optimized build"))
struct BatchMeansTheoryTests {
  // M/M/50+M: 48 erlangs, handle time 180 s, patience 120 s, by its birth-death chain.
  static let exact = (abandonment: 0.044476, noWait: 1 - 0.36831, occupancy: 0.91730)

  static func model(seconds: Int) -> SimulationModel {
    .stationary(
      seconds: seconds,
      queues: [
        QueueModel(
          name: "q", expectedContacts: [Double(seconds) * 960 / 3600], meanHandleSeconds: [180],
          meanPatienceSeconds: 120,
          target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(0)))
      ],
      groups: [GroupModel(name: "g", queues: ["q"])], agents: ["g": 50])
  }

  /// The 99.9 % half-width of 30 batches for one of 95 %.
  static let wider =
    StudentT(degreesOfFreedom: 29).quantile(0.9995) / StudentT(degreesOfFreedom: 29).quantile(0.975)

  @Test("One long run agrees with Erlang A", arguments: [20_261_122, 7] as [UInt64])
  func erlangA(seed: UInt64) throws {
    let result = try simulateStationary(
      Self.model(seconds: 130_000_000), options: SimulationOptions(seed: seed))
    let row = try #require(result.outcome.run(.queue, "q"))
    let group = try #require(result.outcome.run(.group, "g"))
    #expect(result.warmUpSeconds < 65_000_000)
    #expect(abs(result.batchCorrelation) < 0.5)
    let checks = [
      (row.abandonment, row.abandonmentError, Self.exact.abandonment, 0.01),
      (row.serviceLevel, row.serviceLevelError, Self.exact.noWait, 0.01),
      (group.occupancy, group.occupancyError, Self.exact.occupancy, 0.01),
    ]
    for (estimate, error, exact, sharpness) in checks {
      let value = try #require(estimate)
      let halfWidth = try #require(error) * Self.wider
      #expect(abs(value - exact) < halfWidth, "\(value) ± \(halfWidth), exact \(exact)")
      #expect(halfWidth < sharpness * exact, "\(value) ± \(halfWidth), exact \(exact)")
    }
  }

  // 200 runs; with 30 batches the 95 % interval should hold the truth 190 times, standard deviation about 3.1.
  @Test("The interval of a run covers about as often as it says")
  func coverage() throws {
    var covered = 0
    for seed in 0..<200 {
      let result = try simulateStationary(
        Self.model(seconds: 600_000), options: SimulationOptions(seed: UInt64(seed)))
      let row = try #require(result.outcome.run(.queue, "q"))
      let value = try #require(row.abandonment)
      if abs(value - Self.exact.abandonment) <= row.abandonmentError ?? 0 { covered += 1 }
    }
    #expect((178...199).contains(covered), "covered \(covered)")
  }
}
