internal import ContactCenter
internal import Simulation

/// One promise of one queue, as a simulation measures it.
struct GroupGoal: Sendable {
  /// The queue, and its position among those of the case.
  let queue: String
  let index: Int
  let measure: GroupMeasure
  /// The least service level, or the largest value of the others.
  let limit: Double
  let definition: ServiceLevelDefinition
  /// Positions of the groups that serve the queue.
  let groups: [Int]
  /// How many contacts an agent of each of these groups can have at once.
  let slots: [Int]

  /// The promises of a queue, in a fixed order.
  static func all(
    of target: ServiceTarget, queue: String, index: Int, groups: [Int], slots: [Int]
  ) -> [GroupGoal] {
    let limits: [(GroupMeasure, Double?)] = [
      (.serviceLevel, target.serviceLevel?.value), (.asa, target.maximumASA?.value),
      (.abandonment, target.maximumAbandonment?.value),
      (.occupancy, target.maximumOccupancy?.value),
    ]
    return limits.compactMap { measure, limit in
      limit.map {
        GroupGoal(
          queue: queue, index: index, measure: measure, limit: $0, definition: target.definition,
          groups: groups, slots: slots)
      }
    }
  }

  /// What one interval of a replication adds to the measure's numerator and denominator.
  func fraction(of tally: ReplicationTally, interval: Int) -> (
    numerator: Double, denominator: Double
  ) {
    let own = tally.queues[interval * tally.queueCount + index]
    switch measure {
    case .serviceLevel:
      let count = ServiceLevelCount(own, definition)
      return (count.met, count.counted)
    case .asa:
      return (own.answeredWaitSeconds, Double(own.answered - own.answeredCallbacks))
    case .abandonment:
      return (Double(own.abandoned), Double(own.answered + own.abandoned + own.waiting))
    case .occupancy:
      // Where agents have several contacts at once, slots are occupied and not agents, as in the formulas.
      var busy = 0.0
      var staffed = 0.0
      for (group, slots) in zip(groups, slots) {
        let own = tally.groups[interval * tally.groupCount + group]
        busy += slots > 1 ? own.sessionSeconds : own.busySeconds
        staffed += own.staffedSeconds * Double(slots)
      }
      return (busy, staffed)
    }
  }

  /// Whether anybody came who was to be answered.
  func hasContacts(in tally: ReplicationTally, interval: Int) -> Bool {
    let own = tally.queues[interval * tally.queueCount + index]
    return own.offered > own.contained + own.inSelfService + own.unreached
  }

  /// What one unit of the measured value adds to the margin.
  var slope: Double {
    switch measure {
    case .serviceLevel: 1
    case .abandonment, .occupancy: -1
    case .asa: limit > 0 ? -1 / limit : -1
    }
  }

  /// How far a value is above the promise, met where it is not negative: points of a share, or of the wait allowed.
  ///
  /// *Edge cases*: where nothing was counted, the promise is kept if nobody came or agents did nothing, and broken
  /// otherwise: there were contacts, and none was answered.
  func margin(_ value: Double, hasContacts: Bool = true) -> Double {
    guard value.isFinite else { return measure == .occupancy || !hasContacts ? 1 : -1 }
    // A share of exactly the target must not fail by a rounding.
    return (value - limit) * slope + 1e-12
  }

  /// A negative margin as points of a share, or seconds of a mean wait.
  func shortfall(_ margin: Double) -> Double {
    let amount = max(0, -margin)
    return measure == .asa && limit > 0 ? amount * limit : amount
  }
}
