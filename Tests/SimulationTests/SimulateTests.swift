import ContactCenter
import Simulation
import Testing

@Suite struct SimulateTests {
  @Test("One thread, three threads and the serial run give the same outcome to the last bit")
  func threads() async throws {
    let model = TestModels.mixed
    var options = SimulationOptions(seed: 5, replications: 37, threads: 1)
    let one = try await simulate(model, options: options)
    options.threads = 3
    let three = try await simulate(model, options: options)
    let serial = try simulateSerially(model, options: options)
    #expect(one.outcome == three.outcome)
    #expect(one.outcome == serial.outcome)
    #expect(one.total == three.total)
    #expect(one.outcome.rows.count > 30)
  }

  @Test("The order in which queues and groups are listed means nothing")
  func permutation() throws {
    let options = SimulationOptions(seed: 5, replications: 10)
    let model = TestModels.mixed
    let reference = try simulateSerially(model, options: options)
    for shift in 1..<3 {
      var permuted = model
      permuted.queues = Array(model.queues[shift...] + model.queues[..<shift])
      permuted.groups = Array(model.groups[shift...] + model.groups[..<shift]).reversed()
      #expect(try simulateSerially(permuted, options: options).outcome == reference.outcome)
    }
  }

  @Test("Another seed gives another outcome")
  func seeds() throws {
    let first = try simulateSerially(
      TestModels.mixed, options: SimulationOptions(seed: 1, replications: 5))
    let second = try simulateSerially(
      TestModels.mixed, options: SimulationOptions(seed: 2, replications: 5))
    #expect(first.outcome != second.outcome)
  }

  @Test("Adding a queue leaves the contacts of every other queue alone")
  func commonRandomNumbers() throws {
    let model = TestModels.mixed
    var extended = model
    extended.queues.append(
      QueueModel(
        name: "another", expectedContacts: [30, 30, 30, 30],
        meanHandleSeconds: [200, 200, 200, 200]))
    extended.groups.append(GroupModel(name: "another", queues: ["another"]))
    extended.staffing = .counts([
      "voice": [6, 8, 8, 3], "chat": [3, 3, 2, 2], "all": [5, 4, 6, 4], "another": [9, 9, 9, 9],
    ])
    for replication in 0..<10 {
      let before = try simulateOnce(model, seed: 3, replication: replication)
      let after = try simulateOnce(extended, seed: 3, replication: replication)
      // In order of name: another, chat, email, voice.
      for queue in 0..<3 {
        #expect(after.queue(queue + 1, over: 0..<4) == before.queue(queue, over: 0..<4))
      }
    }
  }

  @Test("More agents leave the arrivals of every interval as they were")
  func sameArrivals() throws {
    let few = TestModels.single(contacts: [50, 60, 70], agents: [8, 8, 8])
    let many = TestModels.single(contacts: [50, 60, 70], agents: [12, 12, 12])
    for interval in 0..<3 {
      let range = interval..<(interval + 1)
      #expect(
        try simulateOnce(few, seed: 1).queue(0, over: range).offered
          == simulateOnce(many, seed: 1).queue(0, over: range).offered)
    }
  }

  @Test("Progress counts up to the number of replications")
  func progress() async throws {
    let counts = Counts()
    _ = try await simulate(
      TestModels.single(contacts: [5], agents: [2]),
      options: SimulationOptions(replications: 50, threads: 2)
    ) { done, total in
      counts.add(done, total)
    }
    #expect(counts.values.last == 50)
    #expect(counts.values == counts.values.sorted())
  }

  @Test("A cancelled simulation throws")
  func cancelled() async {
    let task = Task {
      try await simulate(
        TestModels.mixed, options: SimulationOptions(replications: 1_000_000, threads: 2))
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}

/// What a progress closure heard; it is called from one task only.
private final class Counts: @unchecked Sendable {
  private(set) var values: [Int] = []
  func add(_ done: Int, _ total: Int) {
    #expect(total == 50)
    values.append(done)
  }
}
