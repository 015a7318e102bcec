import ContactCenter
import Probability
import TestSupport
import Testing

@testable import Simulation

/// Bugs and traps of Herzog's Callcenter-Simulator, each with a test that would have caught it.
@Suite struct CallcenterSimulatorBugTests {
  @Test("Issue 7: the number of days was rounded up to the number of threads")
  func daysRoundedToThreads() async throws {
    let model = TestModels.single(contacts: [20], agents: [3])
    for replications in [1, 5, 37] {
      var options = SimulationOptions(seed: 1, replications: replications, threads: 1)
      let one = try await simulate(model, options: options)
      options.threads = 4
      let four = try await simulate(model, options: options)
      #expect(one.replications == replications && four.replications == replications)
      #expect(one.total == four.total)
    }
  }

  @Test("No seed unless asked for: two runs were never the same")
  func reproducible() throws {
    let first = try traceOnce(TestModels.mixed)
    #expect(first.count > 100)
    #expect(try traceOnce(TestModels.mixed) == first)
  }

  @Test("Times were rounded to milliseconds")
  func fractionsOfMilliseconds() throws {
    let model = Recorded.single(
      Recorded.queue("q", at: [0, 0.0001], handle: 0.0004), agents: [1])
    let wait = try simulateOnce(model, seed: 1).queue(0, over: 0..<1).answeredWaitSeconds
    #expect(abs(wait - 0.0003) < 1e-12)
  }

  @Test("Every day had the mean number of calls: a Poisson count varies by its mean")
  func underdispersed() throws {
    let model = TestModels.single(contacts: [100], agents: [20])
    var counts = RunningStatistics()
    for replication in 0..<2000 {
      counts.add(
        Double(try simulateOnce(model, seed: 8, replication: replication).queues[0].offered))
    }
    // The standard error of a variance is variance · √(2/n): 3.2 here.
    #expect(abs(counts.variance - 100) < 16)
    #expect(abs(counts.mean - 100) < 1.1)
  }

  @Test("The agent who leaves was chosen beforehand, busy or not: the idle one must go")
  func leavingAgentIsIdle() throws {
    // Two agents, one contact of 3000 s: when one has to go at 1800 s, it is the idle one, at once.
    let model = Recorded.single(Recorded.queue("q", at: [10], handle: 3000), agents: [2, 1])
    let trace = try traceOnce(model)
    let answered = try #require(trace.first { $0.kind == .answered })
    let left = trace.filter { $0.kind == .agentLeft }
    #expect(left.map(\.seconds) == [1800])
    #expect(left.first?.agent != answered.agent)
  }
}
