import ContactCenter
import TestSupport
import Testing

@testable import Simulation

/// Bugs that the release notes of ContactCenters (SSJ) name, each with a test that would have caught it.
@Suite struct ContactCentersBugTests {
  @Test("WAITINGTIME left the waits of those who gave up out of the mean over all arrivals")
  func waitingTimeOfAll() throws {
    // The agent has the first for 1000 s; the second is answered after 990 s, the third gives up after 100 s.
    let model = Recorded.single(
      Recorded.queue(
        "q",
        [
          TracedContact(seconds: 0, handleSeconds: 1000),
          TracedContact(seconds: 10, handleSeconds: 10),
          TracedContact(seconds: 20, handleSeconds: 10, patienceSeconds: 100),
        ]), agents: [1])
    let tally = try simulateOnce(model, seed: 1).queue(0, over: 0..<1)
    #expect(tally.answeredWaitSeconds == 990)
    #expect(tally.abandonedWaitSeconds == 100)
    #expect(tally.answered == 2 && tally.abandoned == 1)
  }

  @Test("Maxima were added up over periods: the age and size of a backlog are states")
  func maximaOverPeriods() throws {
    // Nobody is there: three wait at the end of both half-hours, the oldest since 100 s.
    let model = Recorded.single(Recorded.queue("q", at: [100, 200, 300]), agents: [0, 0])
    let tally = try simulateOnce(model, seed: 1)
    #expect(tally.queue(0, over: 0..<1).backlog == 3)
    #expect(tally.queue(0, over: 0..<2).backlog == 3)
    #expect(tally.queue(0, over: 0..<1).backlogAgeSeconds == 1700)
    #expect(tally.queue(0, over: 0..<2).backlogAgeSeconds == 3500)
  }

  @Test("A tie-break of 1e-10 seconds got into the estimates: what happens at once takes no time")
  func tiesTakeNoTime() throws {
    // A contact every 60 s that takes 60 s: each comes at the instant its predecessor ends.
    let model = Recorded.single(
      Recorded.queue("q", at: (0..<20).map { Double($0) * 60 }, handle: 60), agents: [1])
    let tally = try simulateOnce(model, seed: 1)
    let own = tally.queue(0, over: 0..<1)
    #expect(own.answeredWaitSeconds == 0)
    #expect(own.answeredInThreshold == 20)
    #expect(tally.group(0, over: 0..<1).busySeconds == 1200)
  }

  @Test("Agents still finishing were forgotten when staff was added: too many were there")
  func ghostAgents() throws {
    // Ten at work; the number falls to 5 and rises to 10 again before anyone is done.
    let model = Recorded.single(
      Recorded.queue("q", at: Array(repeating: 0, count: 40), handle: 5000), agents: [10, 5, 10])
    let trace = try traceOnce(model)
    #expect(trace.mostPresent == 10)
    #expect(trace.contacts(.answered).count == 20)
  }

  @Test(
    "Batch means were null when a measure was off: without a service level the rest is still there")
  func measureSwitchedOff() throws {
    var model = TestModels.single(contacts: [60, 60], agents: [8, 8])
    model.queues[0].target = ServiceTarget(
      serviceLevel: nil, threshold: Seconds(20), maximumASA: Seconds(30))
    let result = try simulateSerially(model, options: SimulationOptions(replications: 10))
    let row = try #require(result.outcome.run(.queue, "q"))
    let center = try #require(
      result.outcome.rows.first { $0.period == .run && $0.level == .center })
    #expect(row.asaSeconds != nil && row.abandonment != nil && center.occupancy != nil)
    #expect(row.serviceLevel != nil)
  }

  @Test(
    "Outbound limits failed when types were mixed: no more are dialed at once than agents are idle",
    arguments: [OutboundCampaign.Pacing.preview, .progressive])
  func mixedOutbound(pacing: OutboundCampaign.Pacing) throws {
    func campaign(_ name: String) -> QueueModel {
      var queue = QueueModel(
        name: name, expectedContacts: [60, 60], meanHandleSeconds: [120, 120])
      queue.behavior.outbound = OutboundCampaign(
        pacing: pacing, connected: Share(0.5), attempt: Seconds(20))
      return queue
    }
    let model = SimulationModel(
      intervals: TestModels.intervals(2, seconds: 1800),
      queues: [campaign("a"), campaign("b")],
      groups: [GroupModel(name: "g", queues: ["a", "b"])], staffing: .counts(["g": [3, 3]]))
    for replication in 0..<5 {
      let tally = try simulateOnce(model, seed: 6, replication: replication)
      let own = tally.group(0, over: 0..<2)
      // Three agents cannot be busy for longer than they are there, nor talk to more than one at a time.
      #expect(own.busySeconds <= own.staffedSeconds + 1e-6)
      #expect(own.sessionSeconds <= own.staffedSeconds + 1e-6)
      #expect(tally.queue(0, over: 0..<2).answered > 0 && tally.queue(1, over: 0..<2).answered > 0)
      // One line for one held agent: nobody connected is without one.
      #expect(tally.queue(0, over: 0..<2).abandoned + tally.queue(1, over: 0..<2).abandoned == 0)
    }
  }
}
