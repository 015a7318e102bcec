import ContactCenter
import Simulation

/// Arrivals per CPU-second of the routing-simulation core on one thread, in the three models that all peers ran.
///
/// The whole product runs: model check, layout, engine, tallies and estimates. The exact values beside the results
/// say that it is the same work: a fast wrong answer would be no comparison.
struct SimulationBenchmark {
  /// Arrivals of one run.
  static let arrivals = 1_000_000.0

  /// One model, what is expected of it, and what theory or a long run says.
  struct Case {
    let name: String
    let model: SimulationModel
    let replications: Int
    /// The least arrivals per CPU-second, in millions.
    let goal: Double
    /// The share that abandons, over all queues.
    let abandonment: Double
  }

  /// Millions of arrivals per CPU-second that the C++ program reports, with patience timers and with lazy patience.
  var limits: [String: (timers: Double, lazy: Double)] = [:]

  /// Runs all cases and prints the table.
  func run() throws {
    var table = Table([
      "model", "M arrivals/CPU-s", "median", "goal", "C++ timers", "C++ lazy", "of C++ timers",
      "abandoned",
      "expected",
    ])
    for item in [Self.m1, Self.m2, Self.m3] {
      var total = QueueTally()
      let options = SimulationOptions(seed: 1, replications: item.replications, threads: 1)
      let measurement = try Measurement {
        total = try simulateSerially(item.model, options: options).total
      }
      let millions = Double(total.offered) / 1e6
      let limit = limits[item.name]
      table.add([
        item.name, decimals(millions / measurement.best, 2),
        decimals(millions / measurement.median, 2), "≥ " + decimals(item.goal, 0),
        decimals(limit?.timers ?? .nan, 2), decimals(limit?.lazy ?? .nan, 2),
        decimals(millions / measurement.best / (limit?.timers ?? .nan), 2),
        decimals(Double(total.abandoned) / Double(max(1, total.offered)), 5),
        decimals(item.abandonment, 5),
      ])
    }
    print(table.text, terminator: "")
  }

  /// M/M/50+M: 48 erlangs, handle time 180 s, patience 120 s.
  static let m1: Case = {
    let rate = 48.0 / 180
    return Case(
      name: "M1",
      model: .stationary(
        seconds: Int(arrivals / rate),
        queues: [
          QueueModel(
            name: "calls", expectedContacts: [arrivals], meanHandleSeconds: [180],
            meanPatienceSeconds: 120)
        ],
        groups: [GroupModel(name: "agents", queues: ["calls"])], agents: ["agents": 50]),
      replications: 1, goal: 6, abandonment: 0.044476)
  }()

  /// Three queues over five groups with skills and static priorities, 100 agents, 96 erlangs.
  static let m2: Case = {
    let rates = [0.15, 0.20, 0.10]
    let total = rates.reduce(0, +)
    func queue(_ index: Int, handle: Double, patience: Double, groups: [String]) -> QueueModel {
      QueueModel(
        name: "q\(index)", expectedContacts: [arrivals * rates[index] / total],
        meanHandleSeconds: [handle], meanPatienceSeconds: patience,
        groupTiers: groups.map { [$0] })
    }
    return Case(
      name: "M2",
      model: .stationary(
        seconds: Int(arrivals / total),
        queues: [
          queue(0, handle: 200, patience: 90, groups: ["p0", "p3", "p4"]),
          queue(1, handle: 180, patience: 150, groups: ["p1", "p3", "p4"]),
          queue(2, handle: 300, patience: 300, groups: ["p2", "p4"]),
        ],
        groups: [
          GroupModel(name: "p0", queues: ["q0"]), GroupModel(name: "p1", queues: ["q1"]),
          GroupModel(name: "p2", queues: ["q2"]), GroupModel(name: "p3", queues: ["q0", "q1"]),
          GroupModel(name: "p4", queues: ["q0", "q1", "q2"]),
        ],
        agents: ["p0": 20, "p1": 25, "p2": 20, "p3": 20, "p4": 15]),
      replications: 1, goal: 5,
      abandonment: (0.15 * 0.01654 + 0.20 * 0.02274 + 0.10 * 0.07103) / 0.45)
  }()

  /// A day of 48 half-hours with 8,078 arrivals and a staff that follows them.
  static let m3: Case = {
    let profile = [
      10, 8, 6, 5, 4, 4, 4, 5, 6, 8, 12, 20, 40, 80, 140, 220, 300, 350, 380, 400, 410, 400, 380,
      360, 350, 360, 370, 380, 370, 350, 320, 290, 260, 230, 200, 180, 160, 140, 120, 100, 85, 70,
      55, 45, 35, 25, 18, 13,
    ].map(Double.init)
    let staff = profile.map { calls in
      let load = calls * 240 / 1800
      return Int((load + 0.5 * load.squareRoot()).rounded(.up))
    }
    let halfHours = profile.indices.map { index in
      Interval(
        start: Instant(secondsSinceEpoch: index * 1800),
        end: Instant(secondsSinceEpoch: (index + 1) * 1800))
    }
    return Case(
      name: "M3",
      model: SimulationModel(
        intervals: halfHours,
        queues: [
          QueueModel(
            name: "calls", expectedContacts: profile,
            meanHandleSeconds: profile.map { _ in 240 }, meanPatienceSeconds: 120)
        ],
        groups: [GroupModel(name: "agents", queues: ["calls"])],
        staffing: .counts(["agents": staff])),
      replications: Int(arrivals / profile.reduce(0, +)), goal: 6, abandonment: 0.04010)
  }()
}
