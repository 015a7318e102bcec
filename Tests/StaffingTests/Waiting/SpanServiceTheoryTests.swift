import ContactCenter
import Simulation
import TestSupport
import Testing

@testable import Staffing

/// The probability that a day reaches its target, beside a simulation of days.
///
/// The tolerance of 0.05 is the approximation's: a normal curve, and intervals independent of each other.
@Suite(
  "The probability of a day's target beside simulation",
  .enabled(if: TestBuild.isOptimized, "thousands of days need an optimized build"))
struct SpanServiceTheoryTests {
  @Test("days of 900 contacts", arguments: [0, 1, 2])
  func days(more: Int) throws {
    var queue = SampleCenter.queue(hours: .always)
    queue.target.span = .day
    let volumes = [Double](repeating: 100, count: 9)
    let forecast = SampleCenter.forecast(volumes)
    queue.minimumAgents = 11 + more
    let result = try Staffer.requirement(
      for: forecast, request: SampleCenter.request(queue, options: StaffingOptions(overTime: .sipp))
    )
    let agents = result.requirement.queues[0].intervals.map(\.agents)
    let probability = try #require(result.spans[0].probabilityOfTarget)
    // An hour of the same before, so that the day does not begin empty.
    let model = SimulationModel(
      intervals: (0..<11).map { index in
        Interval(
          start: Instant(secondsSinceEpoch: 1800 * index),
          end: Instant(secondsSinceEpoch: 1800 * (index + 1)))
      },
      queues: [
        QueueModel(
          name: "q", expectedContacts: [100, 100] + volumes,
          meanHandleSeconds: Array(repeating: 180, count: 11), meanPatienceSeconds: 120,
          target: queue.target)
      ],
      groups: [GroupModel(name: "g", queues: ["q"])],
      staffing: .counts(["g": [agents[0], agents[0]] + agents]))
    var reached = 0
    for replication in 0..<4000 {
      let tally = try simulateOnce(model, seed: 3, replication: replication)
      let own = tally.queue(0, over: 2..<11)
      if Double(own.answeredInThreshold) >= 0.8 * Double(own.offered) - 1e-9 { reached += 1 }
    }
    let simulated = Double(reached) / 4000
    #expect(abs(simulated - probability) < 0.05, "\(simulated) \(probability) \(agents)")
  }
}
