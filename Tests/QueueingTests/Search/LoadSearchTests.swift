import ContactCenter
import Queueing
import TestSupport
import Testing

@Suite("The search for the largest load")
struct LoadSearchTests {
  private func models() throws -> [any QueueingModel] {
    [
      PlainModel(ErlangA.self), PlainModel(ErlangC.self), LimitedLines.Model(lines: 400),
      GeneralPatience.Model(patience: .lognormal(mean: 120, variation: 1.2)),
      GeneralService.Model(arrivalVariation: 1, serviceVariation: 0.5),
      ErlangX.Model(lines: 300, redialAbandon: 0.5, redialBlock: 0.8),
      try ConcurrentSessions.Model(sessions: 3, slowdown: 0.2),
    ]
  }

  @Test("what is found meets the goal, and one part in 10^9 more does not, for every formula")
  func edge() throws {
    let traffic = try Traffic(
      contacts: 100, inSeconds: 1800, meanHandleSeconds: 180, meanPatienceSeconds: 120)
    let goals = [
      ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8),
      ServiceGoal(thresholdSeconds: 20, maximumASASeconds: 12, maximumOccupancy: 0.9),
      ServiceGoal(thresholdSeconds: 20, minimumImmediateAnswer: 0.6),
    ]
    for model in try models() {
      let search = LoadSearch(model)
      for goal in goals {
        for agents in [1.0, 14, 180] {
          let rate = try search.largestArrivalRate(for: traffic, agents: agents, goal: goal)
          let handle = try search.longestHandleTime(for: traffic, agents: agents, goal: goal)
          func margin(_ rate: Double, _ handle: Double) throws -> Double {
            let loaded = try Traffic(
              arrivalsPerSecond: rate, meanHandleSeconds: handle, meanPatienceSeconds: 120)
            return goal.margin(of: loaded, agents: agents, by: model)
          }
          #expect(try margin(rate * (1 - 1e-9), 180) >= 0, "\(model.name) \(goal.text)")
          #expect(try margin(rate * (1 + 1e-9), 180) < 0, "\(model.name) \(goal.text)")
          let given = traffic.arrivalsPerSecond
          #expect(try margin(given, handle * (1 - 1e-9)) >= 0, "\(model.name) \(goal.text)")
          #expect(try margin(given, handle * (1 + 1e-9)) < 0, "\(model.name) \(goal.text)")
        }
      }
    }
  }

  @Test("agents for a load, and the load for those agents, agree")
  func thereAndBack() throws {
    let traffic = try Traffic(
      contacts: 100, inSeconds: 1800, meanHandleSeconds: 180, meanPatienceSeconds: 120)
    let goal = ServiceGoal(thresholdSeconds: 20, serviceLevel: 0.8)
    let search = LoadSearch(PlainModel(ErlangA.self))
    let twelve = try search.largestArrivalRate(for: traffic, agents: 12, goal: goal)
    let eleven = try search.largestArrivalRate(for: traffic, agents: 11, goal: goal)
    #expect(eleven < traffic.arrivalsPerSecond && traffic.arrivalsPerSecond < twelve)
    // Occupancy alone is a straight line: 0.8 × 12 erlangs by Erlang C.
    let occupancy = ServiceGoal(thresholdSeconds: 20, maximumOccupancy: 0.8)
    let rate = try LoadSearch(PlainModel(ErlangC.self)).largestArrivalRate(
      for: traffic, agents: 12, goal: occupancy)
    #expect(abs(rate * 180 - 9.6) < 1e-10)
  }

  @Test("no load is too much for a goal that asks nothing, none small enough for one beyond reach")
  func ends() throws {
    let traffic = try Traffic(contacts: 100, inSeconds: 1800, meanHandleSeconds: 180)
    let search = LoadSearch(ErlangB.Model())
    let nothing = ServiceGoal(thresholdSeconds: 20)
    #expect(try search.largestArrivalRate(for: traffic, agents: 5, goal: nothing) == .infinity)
    #expect(throws: QueueingError.self) {
      try search.largestArrivalRate(
        for: traffic, agents: 0.01, goal: ServiceGoal(thresholdSeconds: 20, serviceLevel: 1))
    }
    for agents in [0, -1, Double.nan] {
      #expect(throws: QueueingError.self) {
        try search.largestArrivalRate(for: traffic, agents: agents, goal: nothing)
      }
    }
    #expect(throws: QueueingError.self) {
      try search.largestArrivalRate(
        for: traffic, agents: 5, goal: ServiceGoal(thresholdSeconds: 20, maximumBlocking: 2))
    }
  }

  /// Erlang C that knows loads up to eight erlangs.
  private struct Ending: QueueingModel {
    let name = "ending"
    static let refusal = QueueingError.outOfRange(
      quantity: "load", value: 9, expected: "at most 8")

    func measures(
      of traffic: Traffic, agents: Double, threshold: Double, shortThreshold: Double
    ) throws(QueueingError) -> ServiceMeasures {
      guard traffic.loadErlangs <= 8 else { throw Self.refusal }
      return try PlainModel(ErlangC.self).measures(
        of: traffic, agents: agents, threshold: threshold, shortThreshold: shortThreshold)
    }
  }

  @Test("where the formula ends before the goal does, the end is refused, not given as the answer")
  func capacity() throws {
    let traffic = try Traffic(contacts: 100, inSeconds: 1800, meanHandleSeconds: 180)
    let search = LoadSearch(Ending())
    func most(_ occupancy: Double, _ agents: Double) throws -> Double {
      180
        * (try search.largestArrivalRate(
          for: traffic, agents: agents,
          goal: ServiceGoal(thresholdSeconds: 20, maximumOccupancy: occupancy)))
    }
    #expect(abs(try most(0.7, 10) - 7) < 1e-10)
    #expect(throws: Ending.refusal) { try most(0.9, 10) }
    #expect(throws: Ending.refusal) { try most(0.9, 1000) }
    // Nothing carries ten agents' load without end, but that is the goal's own limit.
    #expect(abs(try most(1, 4) - 4) < 1e-6)
  }
}
