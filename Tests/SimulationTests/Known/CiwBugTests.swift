import ContactCenter
import TestSupport
import Testing

@testable import Simulation

/// Issues of ciw, each with a test that would have caught it.
@Suite struct CiwBugTests {
  @Test(
    "Issue 200: the preference for servers drifted, and service was not first come first served")
  func serverPreference() throws {
    // Contacts every 10 s that take 9 s: the first tier is always free, so the second never works.
    var queue = Recorded.queue("q", at: (0..<150).map { Double($0) * 10 }, handle: 9)
    queue.groupTiers = [["first"], ["second"]]
    let model = Recorded.model(
      [queue],
      [GroupModel(name: "first", queues: ["q"]), GroupModel(name: "second", queues: ["q"])],
      ["first": [1], "second": [1]])
    let answered = try traceOnce(model).filter { $0.kind == .answered }
    #expect(answered.count == 150)
    #expect(answered.allSatisfy { $0.group == "first" })
    let crowded = Recorded.single(
      Recorded.queue("q", at: (0..<100).map { Double($0) * 0.1 }, handle: 10), agents: [3])
    #expect(try traceOnce(crowded).contacts(.answered) == (0..<100).map { "q#\($0)" })
  }

  @Test("Issues 63 and 197, erlang 6: a customer who is impatient leaves, and is counted")
  func reneging() throws {
    let model = Recorded.single(
      Recorded.queue("q", at: [0, 10, 20], handle: 1000, patience: 60), agents: [1])
    let own = try simulateOnce(model, seed: 1).queue(0, over: 0..<1)
    #expect(own.offered == 3 && own.answered == 1 && own.abandoned == 2)
    #expect(own.abandonedWaitSeconds == 120)
  }

  @Test("Issue 83: a server number without end and a schedule did not go together")
  func manyServers() throws {
    let model = TestModels.single(contacts: [50, 50], agents: [200_000, 100_000])
    let tally = try simulateOnce(model, seed: 1)
    #expect(tally.queue(0, over: 0..<2).answeredWaitSeconds == 0)
    #expect(tally.group(0, over: 0..<1).staffedSeconds == 200_000 * 1800)
  }

  @Test("Issue 26: a schedule that drops to no server at all")
  func noServers() throws {
    // Two come while nobody is there, and are served when the agent is back.
    let model = Recorded.single(Recorded.queue("q", at: [2000, 2010]), agents: [1, 0, 1])
    let trace = try traceOnce(model)
    #expect(trace.seconds(.answered) == [3600, 3700])
    #expect(try simulateOnce(model, seed: 1).group(0, over: 1..<2).staffedSeconds == 0)
  }

  @Test("Issue 122: arrival rates that follow a schedule, zero included")
  func arrivalSchedules() throws {
    let model = TestModels.single(contacts: [400, 0, 900, 0], agents: [50, 50, 50, 50])
    var sums = [0, 0, 0, 0]
    for replication in 0..<100 {
      let tally = try simulateOnce(model, seed: 2, replication: replication)
      for interval in 0..<4 { sums[interval] += tally.queues[interval].offered }
    }
    #expect(sums[1] == 0 && sums[3] == 0)
    // Five standard deviations of the Poisson sums.
    #expect(abs(sums[0] - 40_000) < 1000 && abs(sums[2] - 90_000) < 1500)
  }

  @Test("Pull request 85: a shift's end that takes the contact away hands it to the next agent")
  func handOver() throws {
    var model = Recorded.single(Recorded.queue("q", at: [1700], handle: 300), agents: [1, 0, 1])
    model.attendance.shiftEnd = .handOver
    let tally = try simulateOnce(model, seed: 1)
    // 100 s before the end of the shift, 200 s after the next begins.
    #expect(tally.queue(0, over: 0..<1).interrupted == 1)
    #expect(tally.queue(0, over: 0..<1).answered == 1)
    #expect(tally.group(0, over: 0..<1).busySeconds == 100)
    #expect(tally.group(0, over: 1..<2).staffedSeconds == 0)
    #expect(tally.group(0, over: 2..<3).busySeconds == 200)
  }

  @Test("change_shift put a full new staff beside those who work overtime")
  func overtimeBesideNewStaff() throws {
    let model = Recorded.single(
      Recorded.queue("q", at: Array(repeating: 0, count: 30), handle: 2000), agents: [4, 3, 4])
    let trace = try traceOnce(model)
    #expect(trace.mostPresent == 4)
  }
}
