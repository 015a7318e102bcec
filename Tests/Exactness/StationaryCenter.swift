import ContactCenter
import Simulation

/// A center that does not change: an interval to warm up, one that is measured, one so that nobody measured is cut off.
struct StationaryCenter {
  /// The interval that is measured.
  static let measured = [1]

  /// Queues with the contacts of an hour.
  var queues: [QueueModel]
  var groups: [GroupModel]
  var agents: [String: Int]
  /// The longest of the times in which the center forgets: handle time, patience, time to the next attempt.
  var memorySeconds: Double
  /// Contacts that a replication measures.
  var contacts = 20_000.0
  var lines: [LineGroup] = []

  /// Contacts of an hour.
  var perHour: Double { queues.reduce(0) { $0 + $1.expectedContacts[0] } }

  /// How long is measured.
  var measuredSeconds: Double { (contacts / perHour * 3600).rounded() }

  /// The model.
  var model: SimulationModel {
    let warmUp = Int(max(3600, 40 * memorySeconds))
    let lengths = [warmUp, Int(measuredSeconds), max(7200, warmUp / 2)]
    var start = 0
    let intervals = lengths.map { length in
      defer { start += length }
      return Interval(
        start: Instant(secondsSinceEpoch: start), end: Instant(secondsSinceEpoch: start + length))
    }
    return SimulationModel(
      intervals: intervals, days: intervals.indices.map { $0..<($0 + 1) },
      queues: queues.map { queue in
        var copy = queue
        copy.expectedContacts = lengths.map { queue.expectedContacts[0] / 3600 * Double($0) }
        copy.meanHandleSeconds = lengths.map { _ in queue.meanHandleSeconds[0] }
        return copy
      }, groups: groups,
      staffing: .counts(agents.mapValues { count in lengths.map { _ in count } }),
      lineGroups: lines)
  }

  /// A case: the model under a threshold, with what is measured; nobody waits when answered within a threshold of 0.
  func example(_ name: String, threshold: Double = 0, _ measures: [ExactMeasure]) -> ExactCase {
    var copy = self
    for index in copy.queues.indices {
      copy.queues[index].target = ServiceTarget(
        serviceLevel: Share(0.8), threshold: Seconds(threshold))
    }
    return ExactCase(name: name, model: copy.model, measures: measures, contacts: contacts)
  }
}

/// The measures of a queue in a stationary center.
enum StationaryMeasures {
  /// Answered within the threshold, of those offered.
  static func answeredInTime(_ name: String, _ exact: Double, queue: Int = 0) -> ExactMeasure {
    .share(name, exact) {
      let own = $0.queue(queue, at: StationaryCenter.measured)
      return (Double(own.answeredInThreshold), Double(own.offered))
    }
  }

  /// Answered within a time at which two buckets of the histogram meet, of those offered.
  static func answered(
    within seconds: Double, _ name: String, _ exact: Double, queue: Int = 0
  ) -> ExactMeasure {
    .share(name, exact) {
      let own = $0.queue(queue, at: StationaryCenter.measured)
      let answered = $0.answered(queue, within: seconds, onDays: StationaryCenter.measured)
      return (Double(answered), Double(own.offered))
    }
  }

  /// Abandoned within the threshold, of those offered.
  static func abandonedInTime(_ name: String, _ exact: Double, queue: Int = 0) -> ExactMeasure {
    .share(name, exact) {
      let own = $0.queue(queue, at: StationaryCenter.measured)
      return (Double(own.abandonedInThreshold), Double(own.offered))
    }
  }

  /// Abandoned, of those offered.
  static func abandonment(_ name: String, _ exact: Double, queue: Int = 0) -> ExactMeasure {
    .share(name, exact) {
      let own = $0.queue(queue, at: StationaryCenter.measured)
      return (Double(own.abandoned), Double(own.offered))
    }
  }

  /// Blocked, of those offered.
  static func blocking(_ name: String, _ exact: Double, queue: Int = 0) -> ExactMeasure {
    .share(name, exact) {
      let own = $0.queue(queue, at: StationaryCenter.measured)
      return (Double(own.blocked), Double(own.offered))
    }
  }

  /// The mean number waiting, by Little's law from the waits of those who came.
  static func length(
    _ name: String, _ exact: Double, chance: Double, seconds: Double, queue: Int = 0
  ) -> ExactMeasure {
    .mean(name, exact, chance: chance) {
      let own = $0.queue(queue, at: StationaryCenter.measured)
      return (own.answeredWaitSeconds + own.abandonedWaitSeconds, seconds)
    }
  }

  /// The mean wait of those who entered, served or not.
  static func meanWait(_ name: String, _ exact: Double, chance: Double, queue: Int = 0)
    -> ExactMeasure
  {
    .mean(name, exact, chance: chance) {
      let own = $0.queue(queue, at: StationaryCenter.measured)
      return (
        own.answeredWaitSeconds + own.abandonedWaitSeconds, Double(own.offered - own.blocked)
      )
    }
  }

  /// Busy agents of those there.
  static func occupancy(_ name: String, _ exact: Double, group: Int = 0) -> ExactMeasure {
    .share(name, exact) {
      let own = $0.group(group, at: StationaryCenter.measured)
      return (own.busySeconds, own.staffedSeconds)
    }
  }
}
