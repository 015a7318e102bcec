import ContactCenter
import Simulation
import Testing

@Suite struct RoutingEngineTests {
  @Test("Every contact offered is answered, has abandoned or still waits")
  func conservation() throws {
    for replication in 0..<20 {
      let tally = try simulateOnce(TestModels.mixed, seed: 1, replication: replication)
      #expect(tally.queues.allSatisfy { $0.isConserved })
      #expect(tally.queues.contains { $0.offered > 0 })
    }
  }

  @Test("Without agents everybody gives up, or waits to the end")
  func noAgents() throws {
    let leaving = try simulateOnce(
      TestModels.single(contacts: [100, 0], agents: [0, 0], patience: 1), seed: 1
    ).queue(0, over: 0..<2)
    #expect(leaving.answered == 0)
    #expect(leaving.abandoned == leaving.offered)
    let staying = try simulateOnce(
      TestModels.single(contacts: [100, 0], agents: [0, 0], patience: nil), seed: 1
    ).queue(0, over: 0..<2)
    #expect(staying.waiting == staying.offered)
    #expect(staying.waitingLate == staying.offered)
  }

  @Test("Without contacts nothing happens, and the target is met")
  func noContacts() throws {
    let result = try simulateSerially(
      TestModels.single(contacts: [0, 0], agents: [3, 3]),
      options: SimulationOptions(replications: 4))
    let row = try #require(result.outcome.run(.queue, "q"))
    #expect(row.offered == 0)
    #expect(row.serviceLevel == nil)
    #expect(row.asaSeconds == nil)
    #expect(row.probabilityOfTarget == 1)
    #expect(result.outcome.run(.group, "g")?.occupancy == 0)
  }

  @Test("Patience zero means answered at once or abandoned at once")
  func zeroPatience() throws {
    let tally = try simulateOnce(
      TestModels.single(contacts: [300], agents: [10], patience: 0), seed: 1
    ).queue(0, over: 0..<1)
    #expect(tally.abandoned > 0)
    #expect(tally.answered > 0)
    #expect(tally.abandonedWaitSeconds == 0)
    #expect(tally.answeredWaitSeconds == 0)
    #expect(tally.isConserved)
  }

  @Test("Handle time zero never keeps anyone waiting")
  func zeroHandleTime() throws {
    let tally = try simulateOnce(
      TestModels.single(contacts: [500], agents: [1], handle: 0), seed: 1
    ).queue(0, over: 0..<1)
    #expect(tally.answeredInThreshold == tally.offered)
    #expect(tally.answeredWaitSeconds == 0)
  }

  @Test("Overload stays finite and conserves contacts")
  func overload() throws {
    let result = try simulateSerially(
      TestModels.single(contacts: [5000, 5000], agents: [2, 2], patience: nil),
      options: SimulationOptions(replications: 3))
    let row = try #require(result.outcome.run(.queue, "q"))
    #expect((row.serviceLevel ?? 1) < 0.1)
    #expect(row.probabilityOfTarget == 0)
    #expect(result.total.isConserved)
    #expect((result.outcome.run(.group, "g")?.occupancy ?? 0) > 0.99)
  }

  // Three contacts of exactly 100 s wait for one agent: served at 0, 100 and 200 s.
  @Test("A backlog is served first and counted in no interval")
  func backlog() throws {
    let tally = try simulateOnce(
      TestModels.single(
        contacts: [0], agents: [1], handle: 100, variation: 0, patience: nil, backlog: 3),
      seed: 1)
    #expect(tally.queue(0, over: 0..<1).offered == 0)
    let backlog = tally.queues[1]
    #expect(backlog.answered == 3)
    #expect(backlog.answeredWaitSeconds == 300)
    #expect(tally.group(0, over: 0..<1).busySeconds == 300)
  }

  // Busy agents of an earlier surplus must not count beside a full new staff. Ten agents, always busy with contacts
  // of 1000 s: at 1800 s the staff is 5, so five leave at 2000 s; at 3600 s it is ten again.
  @Test("When staff rises, agents still finishing count: busy ghosts are not ignored")
  func ghosts() throws {
    let tally = try simulateOnce(
      TestModels.single(
        contacts: [0, 0, 0], agents: [10, 5, 10], handle: 1000, variation: 0, patience: nil,
        backlog: 1000), seed: 1)
    #expect(tally.group(0, over: 0..<1).staffedSeconds == 18_000)
    #expect(tally.group(0, over: 1..<2).staffedSeconds == 5 * 1800 + 5 * 200)
    #expect(tally.group(0, over: 2..<3).staffedSeconds == 18_000)
    // Contacts of 3000 s: nobody has finished by the time the staff is ten again, so nobody leaves or comes.
    let long = try simulateOnce(
      TestModels.single(
        contacts: [0, 0, 0], agents: [10, 5, 10], seconds: 600, handle: 3000, variation: 0,
        patience: nil, backlog: 1000), seed: 1)
    #expect(long.group(0, over: 0..<3).staffedSeconds == 18_000)
    #expect(long.group(0, over: 0..<3).busySeconds == 18_000)
    #expect(long.queues[3].answered == 10)
  }

  @Test("Idle agents leave first when staff falls")
  func idleFirst() throws {
    // One contact for ten agents: nine are idle, so a staff of one is reached at once.
    let tally = try simulateOnce(
      TestModels.single(
        contacts: [0, 0], agents: [10, 1], handle: 3000, variation: 0, patience: nil, backlog: 1),
      seed: 1)
    #expect(tally.group(0, over: 1..<2).staffedSeconds == 1800)
    #expect(tally.group(0, over: 0..<2).busySeconds == 3000)
  }

  // One agent with three sessions and contacts of 100 s: three start at 0, three at 100; the agent is busy 200 s.
  @Test("An agent takes as many sessions as the queue allows")
  func sessions() throws {
    let tally = try simulateOnce(
      TestModels.single(
        contacts: [0], agents: [1], handle: 100, variation: 0, patience: nil, sessions: 3,
        backlog: 6), seed: 1)
    #expect(tally.queues[1].answeredWaitSeconds == 300)
    #expect(tally.group(0, over: 0..<1).busySeconds == 200)
  }

  @Test("What waits at midnight is served after it")
  func carryOver() throws {
    // All contacts come in the first interval, the agents in the second.
    let tally = try simulateOnce(
      TestModels.single(contacts: [50, 0], agents: [0, 50], patience: nil), seed: 1)
    let first = tally.queue(0, over: 0..<1)
    #expect(first.answered == first.offered)
    #expect(tally.queue(0, over: 1..<2).offered == 0)
    #expect(tally.group(0, over: 0..<1).busySeconds == 0)
    #expect(tally.group(0, over: 1..<2).busySeconds > 0)
  }
}
