import ContactCenter
import Queueing
import Testing

@Suite("Blending")
struct BlendingTests {
  private func traffic(
    _ contacts: Double, handle: Double = 180, patience: Double = 120
  ) throws -> Traffic {
    try Traffic(
      contacts: contacts, inSeconds: 3600, meanHandleSeconds: handle,
      meanPatienceSeconds: patience)
  }

  @Test("a reserve of all agents is Erlang A, or C, and leaves nothing for deferred work")
  func wholeReserve() throws {
    for patience in [120, Double.infinity] {
      let traffic = try traffic(200, patience: patience)
      let blend = try Blending.measures(
        of: traffic, agents: 12, reserve: 12, deferredHandleSeconds: 400, threshold: 20)
      let alone = try ErlangA.measures(of: traffic, agents: 12, threshold: 20)
      #expect(abs(blend.live.answeredWithin - alone.answeredWithin) < 1e-13)
      #expect(abs(blend.live.meanWaitSeconds - alone.meanWaitSeconds) < 1e-10)
      #expect(blend.deferredPerSecond == 0 && blend.live.occupancy == blend.liveOccupancy)
    }
  }

  @Test("no reserve keeps every agent busy, and completions are shared between both kinds of work")
  func noReserve() throws {
    for patience in [60, Double.infinity] {
      let blend = try Blending.measures(
        of: traffic(200, patience: patience), agents: 12, reserve: 0, threshold: 20)
      #expect(abs(blend.live.occupancy - 1) < 1e-13)
      #expect(abs(blend.live.waitProbability - 1) < 1e-13)
      let live = 200.0 / 3600 * blend.live.answered
      #expect(abs(live + blend.deferredPerSecond - 12.0 / 180) < 1e-14)
    }
  }

  @Test("a larger reserve serves live work better and does less deferred work")
  func order() throws {
    for deferred in [180.0, 60, 500] {
      var level = -1.0
      var throughput = Double.infinity
      for reserve in 0...8 {
        let blend = try Blending.measures(
          of: traffic(100), agents: 8, reserve: reserve, deferredHandleSeconds: deferred,
          threshold: 20)
        #expect(blend.live.answeredWithin > level)
        #expect(blend.deferredPerSecond < throughput)
        #expect(abs(blend.live.answered + blend.live.abandonment - 1) < 1e-10)
        level = blend.live.answeredWithin
        throughput = blend.deferredPerSecond
      }
    }
  }

  @Test("two handle times that are nearly one come near the chain of one dimension")
  func nearlyAlike() throws {
    for (patience, reserve) in [(120.0, 2), (Double.infinity, 3), (30, 0)] {
      let traffic = try traffic(150, patience: patience)
      let one = try Blending.measures(of: traffic, agents: 10, reserve: reserve, threshold: 20)
      let two = try Blending.measures(
        of: traffic, agents: 10, reserve: reserve, deferredHandleSeconds: 180 * (1 + 1e-12),
        threshold: 20)
      for definition in ServiceLevelDefinition.allCases {
        let difference = one.live.serviceLevel(definition) - two.live.serviceLevel(definition)
        #expect(abs(difference) < 1e-10, "\(definition)")
      }
      #expect(abs(one.live.waitProbability - two.live.waitProbability) < 1e-10)
      #expect(abs(one.live.meanWaitSeconds - two.live.meanWaitSeconds) < 1e-7)
      #expect(abs(one.live.meanWaitAnsweredSeconds - two.live.meanWaitAnsweredSeconds) < 1e-7)
      #expect(abs(one.live.abandonment - two.live.abandonment) < 1e-10)
      #expect(abs(one.deferredPerSecond - two.deferredPerSecond) < 1e-12)
      #expect(abs(one.live.occupancy - two.live.occupancy) < 1e-10)
    }
  }

  @Test("the smallest reserve is the first of all that meets the goal")
  func smallestReserve() throws {
    let goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)
    for deferred in [nil, 420.0] {
      let traffic = try traffic(100)
      let found = try Blending.smallestReserve(
        for: traffic, agents: 10, deferredHandleSeconds: deferred, goal: goal)
      let tried = try (0...10).first { reserve in
        let blend = try Blending.measures(
          of: traffic, agents: 10, reserve: reserve, deferredHandleSeconds: deferred,
          threshold: 20)
        return goal.margin(of: blend.live) >= 0
      }
      #expect(found == tried && found > 0)
    }
    #expect(throws: QueueingError.self) {
      try Blending.smallestReserve(for: traffic(400), agents: 10, goal: goal)
    }
  }

  @Test("live work beyond the agents without patience, and bad reserves, are refused")
  func refused() throws {
    for deferred in [180.0, 60] {
      #expect(throws: QueueingError.self) {
        try Blending.measures(
          of: traffic(200, patience: .infinity), agents: 10, reserve: 2,
          deferredHandleSeconds: deferred, threshold: 20)
      }
    }
    for reserve in [-1, 11] {
      #expect(throws: QueueingError.self) {
        try Blending.measures(of: traffic(100), agents: 10, reserve: reserve, threshold: 20)
      }
    }
    #expect(throws: QueueingError.self) {
      try Blending.measures(
        of: traffic(100), agents: 10, reserve: 2, deferredHandleSeconds: .nan, threshold: 20)
    }
  }
}
