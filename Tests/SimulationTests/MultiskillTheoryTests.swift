import ContactCenter
import Simulation
import TestSupport
import Testing

/// A small model with skills whose chain was solved exactly.
struct MultiskillCase: Sendable, CustomTestStringConvertible {
  struct Class: Sendable {
    var name: String
    var perHour: Double
    var patience: Double
    var route: [Int]
    /// Mean handle time by pool; 0 where the pool cannot serve the class.
    var handle: [Double]
  }
  struct Pool: Sendable {
    var name: String
    var agents: Int
    var priority: [Int]
  }
  var name: String
  var classes: [Class]
  var pools: [Pool]

  var testDescription: String { name }

  /// Handle times that depend on the pool are proficiencies against the first pool of the route.
  func model(threshold: Double) -> SimulationModel {
    let queues = classes.map { own in
      QueueModel(
        name: own.name, expectedContacts: [own.perHour],
        meanHandleSeconds: [own.handle[own.route[0]]],
        meanPatienceSeconds: own.patience,
        target: ServiceTarget(serviceLevel: Share(0.8), threshold: Seconds(threshold)),
        groupTiers: own.route.map { [pools[$0].name] })
    }
    let groups = pools.indices.map { pool in
      GroupModel(
        name: pools[pool].name, queues: pools[pool].priority.map { classes[$0].name },
        proficiencies: Dictionary(
          pools[pool].priority.map { index in
            let own = classes[index]
            return (own.name, own.handle[own.route[0]] / own.handle[pool])
          }, uniquingKeysWith: { first, _ in first }))
    }
    return Study.stationary(
      queues: queues, groups: groups,
      agents: Dictionary(
        pools.map { ($0.name, $0.agents) }, uniquingKeysWith: { first, _ in first }),
      measuredSeconds: 1_800_000)
  }

  static let all: [MultiskillCase] = [
    MultiskillCase(
      name: "V_priority_same_aht",
      classes: [
        Class(name: "gold", perHour: 40, patience: 120, route: [0], handle: [240]),
        Class(name: "silver", perHour: 50, patience: 180, route: [0], handle: [240]),
      ], pools: [Pool(name: "all", agents: 6, priority: [0, 1])]),
    MultiskillCase(
      name: "V_priority_diff_aht",
      classes: [
        Class(name: "gold", perHour: 24, patience: 90, route: [0], handle: [180]),
        Class(name: "silver", perHour: 30, patience: 240, route: [0], handle: [330]),
      ], pools: [Pool(name: "all", agents: 4, priority: [0, 1])]),
    MultiskillCase(
      name: "N_own_first",
      classes: [
        Class(name: "A", perHour: 45, patience: 120, route: [0, 1], handle: [240, 240]),
        Class(name: "B", perHour: 30, patience: 150, route: [1], handle: [0, 240]),
      ],
      pools: [
        Pool(name: "spec_A", agents: 3, priority: [0]),
        Pool(name: "flex", agents: 3, priority: [1, 0]),
      ]),
    MultiskillCase(
      name: "N_flex_prefers_A_slower",
      classes: [
        Class(name: "A", perHour: 50, patience: 150, route: [0, 1], handle: [210, 270]),
        Class(name: "B", perHour: 22, patience: 100, route: [1], handle: [0, 300]),
      ],
      pools: [
        Pool(name: "spec_A", agents: 3, priority: [0]),
        Pool(name: "flex", agents: 3, priority: [0, 1]),
      ]),
    MultiskillCase(
      name: "M_two_spec_one_flex",
      classes: [
        Class(name: "A", perHour: 35, patience: 120, route: [0, 2], handle: [240, 0, 260]),
        Class(name: "B", perHour: 28, patience: 180, route: [1, 2], handle: [0, 280, 300]),
      ],
      pools: [
        Pool(name: "specA", agents: 2, priority: [0]),
        Pool(name: "specB", agents: 2, priority: [1]),
        Pool(name: "flex", agents: 2, priority: [0, 1]),
      ]),
    MultiskillCase(
      name: "X_fastest_first",
      classes: [
        Class(name: "A", perHour: 38, patience: 120, route: [0, 1], handle: [200, 300]),
        Class(name: "B", perHour: 33, patience: 120, route: [1, 0], handle: [320, 220]),
      ],
      pools: [
        Pool(name: "P1", agents: 3, priority: [0, 1]),
        Pool(name: "P2", agents: 3, priority: [1, 0]),
      ]),
  ]
}

@Suite(.enabled(if: TestBuild.isOptimized, "millions of arrivals need an optimized build"))
struct MultiskillTheoryTests {
  @Test(
    "Skills, priorities, speeds and abandonment agree with the exact chain",
    arguments: MultiskillCase.all)
  func agrees(example: MultiskillCase) throws {
    let study = try Study(
      example.model(threshold: 30), over: 1..<2, seed: 20_261_101, replications: 40)
    let rows = ReferenceTable.rows("multiskill_exact.csv").filter { $0["case"] == example.name }
    #expect(rows.count == example.classes.count)
    for (queue, name) in example.classes.map(\.name).sorted().enumerated() {
      let row = try #require(rows.first { $0["class"] == name })
      func exact(_ column: String) throws -> Double {
        try #require(row[column].flatMap(Double.init))
      }
      let own = study.queues[queue]
      expect(own.abandonment, equals: try exact("p_abandon"), sharpness: 0.03, "\(name) P(abandon)")
      expect(own.meanWait, equals: try exact("asa_all_s"), sharpness: 0.03, "\(name) E[wait]")
      expect(own.inThreshold, equals: try exact("sl_offered_30"), sharpness: 0.01, "\(name) SL")
    }
    let occupancies = ReferenceTable.rows("multiskill_occupancy.csv")
    for (group, name) in example.pools.map(\.name).sorted().enumerated() {
      let row = try #require(occupancies.first { $0["case"] == example.name && $0["pool"] == name })
      let exact = try #require(row["occupancy"].flatMap(Double.init))
      expect(study.occupancy[group], equals: exact, sharpness: 0.01, "\(name) occupancy")
    }
  }
}
