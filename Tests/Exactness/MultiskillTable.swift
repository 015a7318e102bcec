import ContactCenter
import Foundation
import Simulation

/// A small model with skills whose chain was solved exactly.
struct MultiskillCenter: Sendable {
  /// A class of calls.
  struct Class: Sendable {
    var name: String
    var perHour: Double
    var patience: Double?
    var route: [Int]
    /// Mean handle time by pool; nil where the pool cannot serve the class.
    var handle: [Double?]

    init(
      _ name: String, _ perHour: Double, patience: Double?, route: [Int], handle: [Double?]
    ) {
      self.name = name
      self.perHour = perHour
      self.patience = patience
      self.route = route
      self.handle = handle
    }

    /// The handle time that the others are held against: that of the first pool of the route.
    var standardHandle: Double { handle[route[0]] ?? .nan }
  }

  /// A pool of agents.
  struct Pool: Sendable {
    var name: String
    var agents: Int
    var priority: [Int]

    init(_ name: String, _ agents: Int, _ priority: [Int]) {
      self.name = name
      self.agents = agents
      self.priority = priority
    }
  }

  /// Agents of a pool that a class leaves idle.
  struct Reserve: Sendable {
    var own: Int
    var pool: Int
    var agents: Int
  }

  var name: String
  var classes: [Class]
  var pools: [Pool]
  /// Places to wait of each class.
  var rooms: [Int]?
  /// Places to wait of all classes together.
  var sharedRoom: Int?
  var isOldestFirst = false
  var isMostIdle = false
  var reserve: Reserve?

  init(
    name: String, classes: [Class], pools: [Pool], rooms: [Int]? = nil, sharedRoom: Int? = nil,
    isOldestFirst: Bool = false, isMostIdle: Bool = false, reserve: Reserve? = nil
  ) {
    self.name = name
    self.classes = classes
    self.pools = pools
    self.rooms = rooms
    self.sharedRoom = sharedRoom
    self.isOldestFirst = isOldestFirst
    self.isMostIdle = isMostIdle
    self.reserve = reserve
  }

  /// The model; handle times that depend on the pool are proficiencies.
  var center: StationaryCenter {
    let queues = classes.indices.map { index in
      let own = classes[index]
      var behavior = QueueBehavior()
      behavior.maximumWaiting = rooms?[index]
      var queue = QueueModel(
        name: own.name, expectedContacts: [own.perHour], meanHandleSeconds: [own.standardHandle],
        meanPatienceSeconds: own.patience,
        groupTiers: own.route.map { [pools[$0].name] }, behavior: behavior,
        agentChoice: isMostIdle ? .mostIdleGroup : .longestIdle)
      if let reserve, reserve.own == index {
        queue.reserves = [pools[reserve.pool].name: reserve.agents]
      }
      return queue
    }
    let groups = pools.indices.map { pool in
      GroupModel(
        name: pools[pool].name, queues: pools[pool].priority.map { classes[$0].name },
        proficiencies: Dictionary(
          pools[pool].priority.map { index in
            let own = classes[index]
            return (own.name, own.standardHandle / (own.handle[pool] ?? .nan))
          }, uniquingKeysWith: { first, _ in first }),
        queueChoice: isOldestFirst ? .oldest : .priority)
    }
    return StationaryCenter(
      queues: queues, groups: groups,
      agents: Dictionary(
        pools.map { ($0.name, $0.agents) }, uniquingKeysWith: { first, _ in first }),
      memorySeconds: 400,
      lines: sharedRoom.map {
        [
          LineGroup(
            name: "room", queues: classes.map(\.name), kind: .waitingRoom, places: $0)
        ]
      } ?? [])
  }
}

extension ExactTable {
  /// Skills, priorities, speeds, reserves, overflow and waiting rooms: every class and pool of twelve models.
  static func multiskill(_ folder: URL) throws -> ExactTable {
    let rows = try ReferenceFolder.rows("multiskill_exact.csv", in: folder)
    let pools = try ReferenceFolder.rows("multiskill_occupancy.csv", in: folder)
    let cases = MultiskillCenter.all.flatMap { own -> [ExactCase] in
      let center = own.center
      let classes = own.classes.map(\.name).sorted().enumerated().compactMap { index, name in
        rows.first { $0["case"] == own.name && $0["class"] == name }.map { (index, name, $0) }
      }
      let atOnce = classes.flatMap { index, name, row in
        [
          StationaryMeasures.answeredInTime(
            "\(name) P(immediate)", row.number("p_immediate"), queue: index),
          StationaryMeasures.answered(
            within: 10, "\(name) SL 10", row.number("sl_offered_10"), queue: index),
          StationaryMeasures.answered(
            within: 30, "\(name) SL 30", row.number("sl_offered_30"), queue: index),
        ]
      }
      // 90 s is inside a bucket of the histogram: a run of its own.
      let late = classes.flatMap { index, name, row in
        [
          StationaryMeasures.answeredInTime(
            "\(name) SL 90", row.number("sl_offered_90"), queue: index),
          StationaryMeasures.abandonedInTime(
            "\(name) P(abandon in 90 s)", row.number("ab_within_90"), queue: index),
        ]
      }
      return [
        center.example(
          own.name, threshold: 0,
          atOnce + own.stateMeasures(classes, pools, seconds: center.measuredSeconds)),
        center.example("\(own.name), 90 s", threshold: 90, late),
      ]
    }
    return ExactTable(
      name: "multiskill_exact.csv + multiskill_occupancy.csv", rows: rows.count + pools.count,
      cases: cases)
  }
}

extension MultiskillCenter {
  /// What does not depend on a threshold.
  fileprivate func stateMeasures(
    _ classes: [(Int, String, ReferenceRow)], _ occupancies: [ReferenceRow], seconds: Double
  ) -> [ExactMeasure] {
    let byClass = classes.flatMap { index, name, row in
      [
        StationaryMeasures.abandonment(
          "\(name) P(abandon)", row.number("p_abandon"), queue: index),
        StationaryMeasures.blocking("\(name) P(block)", row.number("p_block"), queue: index),
        StationaryMeasures.length(
          "\(name) mean waiting", row.number("lq"), chance: row.number("p_wait"),
          seconds: seconds, queue: index),
        StationaryMeasures.meanWait(
          "\(name) mean wait", row.number("asa_all_s"), chance: row.number("p_wait"), queue: index),
      ]
    }
    let byPool = pools.map(\.name).sorted().enumerated().compactMap { index, name in
      occupancies.first { $0["case"] == self.name && $0["pool"] == name }
        .map {
          StationaryMeasures.occupancy("\(name) occupancy", $0.number("occupancy"), group: index)
        }
    }
    return byClass + byPool
  }
}
