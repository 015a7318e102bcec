import ContactCenter
import Queueing
import TestSupport
import Testing

@Suite(
  "Cases at the ends of every range",
  .enabled(if: TestBuild.isOptimized, "chains of ten thousand agents need optimized code"))
struct ExtremeCasesTheoryTests {
  private static let agents = [1, 2, 37, 1000, 10_000]
  private static let occupancies = [1e-9, 0.01, 0.9, 1, 1.1, 3, 100]
  private static let patiences = [1e-3, 1, 120, 1e5, 1e8]
  private static let thresholds = [0, 20, 1e5]

  /// What is no number or no share; empty where all is well.
  private func problems(_ m: ServiceMeasures) -> [String] {
    var found: [String] = []
    let shares = [
      ("blocking", m.blocking), ("wait", m.waitProbability), ("abandonment", m.abandonment),
      ("answered", m.answered), ("answered in T", m.answeredWithin),
      ("abandoned in T", m.abandonedWithin), ("not abandoned in T", m.notAbandonedWithin),
      ("short", m.abandonedWithinShort), ("long wait", m.longWaitProbability),
      ("occupancy", m.occupancy),
    ]
    let levels = ServiceLevelDefinition.allCases.map { ("\($0)", m.serviceLevel($0)) }
    for (name, share) in shares + levels where !(share > -1e-9 && share < 1 + 1e-9) {
      found.append("\(name) is \(share)")
    }
    let waits = [
      m.meanWaitSeconds, m.meanWaitAnsweredSeconds, m.meanWaitAbandonedSeconds ?? 0,
      m.meanWaitDelayedSeconds ?? 0, m.queueLength,
    ]
    for wait in waits where !(wait > -1e-9 && wait.isFinite) { found.append("a wait is \(wait)") }
    let sum = m.answered + m.abandonment + m.blocking
    if abs(sum - 1) > 1e-8 { found.append("shares add up to \(sum)") }
    return found
  }

  /// Every case at the ends, and a refusal only where the formula says it may refuse.
  private func expectSound(
    _ models: (Int) throws -> [any QueueingModel],
    mayRefuse: (QueueingError) -> Bool = { _ in false }
  ) throws {
    for agents in Self.agents {
      for model in try models(agents) {
        for occupancy in Self.occupancies {
          for patience in Self.patiences {
            let traffic = try Traffic(
              arrivalsPerSecond: occupancy * Double(agents) / 180, meanHandleSeconds: 180,
              meanPatienceSeconds: patience)
            for threshold in Self.thresholds {
              let note =
                "\(model), \(agents) agents at \(occupancy), patience \(patience), T \(threshold)"
              do {
                let m = try model.measures(
                  of: traffic, agents: Double(agents), threshold: threshold, shortThreshold: 5)
                #expect(problems(m) == [], "\(note)")
              } catch {
                #expect(mayRefuse(error), "\(note): \(error.message)")
              }
            }
          }
        }
      }
    }
  }

  private func isLineTooLong(_ error: QueueingError) -> Bool {
    if case .outOfRange(let quantity, let value, _) = error {
      return quantity == "waiting contacts" && value > 9e6
    }
    return false
  }

  private func isUnstable(_ error: QueueingError) -> Bool {
    if case .unstable(_, let load, let agents) = error { return load >= agents * 0.999 }
    return false
  }

  /// Redials may multiply a load beyond what traffic may be.
  private func isBeyondRange(_ error: QueueingError) -> Bool {
    if case .outOfRange(let quantity, let value, _) = error {
      return quantity == "offered load in erlangs" && value > 1e7
    }
    return false
  }

  @Test("Erlang A and B")
  func plain() throws {
    try expectSound(
      { _ in [PlainModel(ErlangA.self), ErlangB.Model()] }, mayRefuse: isLineTooLong)
  }

  @Test("Erlang C and its corrections refuse a load of the agents, nothing else")
  func endless() throws {
    try expectSound(
      { _ in
        [
          PlainModel(ErlangC.self),
          GeneralService.Model(arrivalVariation: 0.5, serviceVariation: 2),
          GeneralService.Model(approximation: .sakasegawa),
        ]
      }, mayRefuse: isUnstable)
  }

  @Test("limited lines, with and without patience")
  func lines() throws {
    try expectSound { agents in
      [
        LimitedLines.Model(lines: agents), LimitedLines.Model(lines: agents + 100),
        LimitedLines.Model(lines: agents + 100, usesPatience: false),
      ]
    }
  }

  @Test("patience of every law")
  func generalPatience() throws {
    // The law's own scale takes the place of the traffic's patience.
    for mean in Self.patiences {
      let laws: [PatienceLaw] = [
        .exponential(mean: mean), .deterministic(mean), .lognormal(mean: mean, variation: 1.5),
        .lognormal(mean: mean, variation: 0.01), .weibull(shape: 0.3, mean: mean),
        .weibull(shape: 8, mean: mean), .uniform(longest: 2 * mean),
        .hyperexponential(share: 0.4, first: mean / 1000, second: mean),
      ]
      for agents in Self.agents {
        for occupancy in Self.occupancies {
          let traffic = try Traffic(
            arrivalsPerSecond: occupancy * Double(agents) / 180, meanHandleSeconds: 180)
          for law in laws where law.mean >= 1e-3 {
            for threshold in Self.thresholds {
              let m = try GeneralPatience.measures(
                of: traffic, patience: law, agents: Double(agents), threshold: threshold)
              #expect(problems(m) == [], "\(law), \(agents) at \(occupancy), T \(threshold)")
            }
          }
        }
      }
    }
  }

  @Test("redials, half of them and nearly all")
  func redials() throws {
    try expectSound(
      { agents in
        [
          ErlangX.Model(lines: agents + 20, redialAbandon: 0.5, redialBlock: 0.5),
          ErlangX.Model(lines: agents + 20, redialAbandon: 0.99, redialBlock: 0.9),
        ]
      }, mayRefuse: isBeyondRange)
  }

  @Test("several sessions per agent")
  func sessions() throws {
    try expectSound(
      { _ in
        [
          try ConcurrentSessions.Model(sessions: 3, slowdown: 0.3),
          ConcurrentSessions.Model(sessions: 2, handleTimeByLevel: [1, 3]),
        ]
      }, mayRefuse: isLineTooLong)
  }

  @Test("goals: required agents at loads from a thousandth to 8,000 erlangs are found and minimal")
  func goals() throws {
    let goal = ServiceGoal(
      thresholdSeconds: 20, serviceLevel: 0.8, maximumAbandonment: 0.1, maximumOccupancy: 0.95)
    for load in [1e-3, 0.5, 20, 700, 8000] {
      for patience in [1e-3, 120, 1e7] {
        let traffic = try Traffic(
          arrivalsPerSecond: load / 240, meanHandleSeconds: 240, meanPatienceSeconds: patience)
        let models: [any QueueingModel] = [
          PlainModel(ErlangA.self), PlainModel(ErlangC.self),
          GeneralPatience.Model(patience: .weibull(shape: 1.4, mean: patience)),
          LimitedLines.Model(lines: 20_000), ErlangX.Model(lines: 20_000, redialAbandon: 0.4),
          try ConcurrentSessions.Model(sessions: 2, slowdown: 0.4),
        ]
        for model in models {
          var search = AgentSearch(model)
          let agents = try search.agents(for: traffic, goal: goal)
          #expect(goal.margin(of: traffic, agents: Double(agents), by: model) >= 0)
          if agents > 1 {
            let fewer = goal.margin(of: traffic, agents: Double(agents - 1), by: model)
            #expect(fewer < 0, "\(model), \(load) erlangs, patience \(patience): \(agents)")
          }
        }
      }
    }
  }
}
