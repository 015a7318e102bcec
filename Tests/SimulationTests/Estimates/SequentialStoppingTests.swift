import ContactCenter
import Testing

@testable import Simulation

@Suite struct SequentialStoppingTests {
  @Test("The half-width is looked at after 10, 20, 40, … replications and at the most allowed")
  func looks() {
    let stopping = SequentialStopping(SimulationOptions(replications: 100, precision: 0.01))
    var looks: [Int] = []
    while (looks.last ?? 0) < 100 { looks.append(stopping.next(after: looks.last ?? 0)) }
    #expect(looks == [10, 20, 40, 80, 100])
    #expect(SequentialStopping(SimulationOptions(replications: 100)).next(after: 0) == 100)
    #expect(
      SequentialStopping(SimulationOptions(replications: 4, precision: 1)).next(after: 0) == 4)
    #expect(
      SequentialStopping(SimulationOptions(replications: -3, precision: 1)).next(after: 0) == 1)
  }

  @Test("A half-width that is not there is not small enough, and what was not asked has no answer")
  func reached() {
    let stopping = SequentialStopping(SimulationOptions(precision: 0.01))
    #expect(stopping.isReached(0.01) == true)
    #expect(stopping.isReached(0.0101) == false)
    #expect(stopping.isReached(nil) == false)
    #expect(SequentialStopping(SimulationOptions()).isReached(0.01) == nil)
    #expect(SequentialStopping(SimulationOptions(precision: .nan)).isReached(0) == false)
  }

  @Test("A run ends where it is precise enough, at the same replication for any number of threads")
  func run() async throws {
    var options = SimulationOptions(seed: 3, replications: 500, precision: 0.02)
    let serial = try simulateSerially(TestModels.mixed, options: options)
    #expect([20, 40, 80, 160].contains(serial.replications))
    #expect(serial.isPrecise == true)
    #expect(try #require(serial.halfWidth) <= 0.02)
    for threads in 1...3 {
      options.threads = threads
      let parallel = try await simulate(TestModels.mixed, options: options)
      #expect(parallel.outcome == serial.outcome)
      #expect(parallel.replications == serial.replications)
      #expect(parallel.halfWidth == serial.halfWidth)
      #expect(parallel.serviceLevels == serial.serviceLevels)
    }
    // It is the run of so many replications, and one look earlier it was not precise enough.
    options.precision = nil
    options.replications = serial.replications
    #expect(try simulateSerially(TestModels.mixed, options: options).outcome == serial.outcome)
    options.replications = serial.replications / 2
    let earlier = try simulateSerially(TestModels.mixed, options: options)
    #expect(try #require(earlier.halfWidth) > 0.02)
    #expect(earlier.isPrecise == nil)
  }

  @Test("A precision that is never reached ends at the most replications and says so")
  func never() throws {
    let result = try simulateSerially(
      TestModels.mixed, options: SimulationOptions(replications: 25, precision: 1e-9))
    #expect(result.replications == 25)
    #expect(result.isPrecise == false)
  }
}
