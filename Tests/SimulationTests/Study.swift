import ContactCenter
import Probability
import Simulation
import Testing

/// A simulation study to be held against exact values: replications of one model, with errors.
struct Study {
  /// One queue's ratios over replications.
  struct QueueMeasures {
    var abandonment = RatioStatistics()
    var meanWait = RatioStatistics()
    var inThreshold = RatioStatistics()
    var creditInThreshold = RatioStatistics()
  }

  var queues: [QueueMeasures]
  var occupancy: [RatioStatistics]
  var offered = 0

  /// Simulates `replications` of a model and measures the intervals in `range`.
  init(_ model: SimulationModel, over range: Range<Int>, seed: UInt64, replications: Int) throws {
    queues = Array(repeating: QueueMeasures(), count: model.queues.count)
    occupancy = Array(repeating: RatioStatistics(), count: model.groups.count)
    for replication in 0..<replications {
      let tally = try simulateOnce(model, seed: seed, replication: replication)
      for queue in queues.indices {
        let own = tally.queue(queue, over: range)
        #expect(own.isConserved)
        offered += own.offered
        let all = Double(own.offered)
        queues[queue].abandonment.add(numerator: Double(own.abandoned), denominator: all)
        queues[queue].meanWait.add(
          numerator: own.answeredWaitSeconds + own.abandonedWaitSeconds, denominator: all)
        queues[queue].inThreshold.add(
          numerator: Double(own.answeredInThreshold), denominator: all)
      }
      for group in occupancy.indices {
        let own = tally.group(group, over: range)
        occupancy[group].add(numerator: own.busySeconds, denominator: own.staffedSeconds)
      }
    }
  }

  /// A stationary model: one interval to warm up, one to measure, one so that no measured contact is cut off.
  static func stationary(
    queues: [QueueModel], groups: [GroupModel], agents: [String: Int], measuredSeconds: Int
  ) -> SimulationModel {
    let lengths = [7200, measuredSeconds, 7200]
    var start = 0
    let intervals = lengths.map { length in
      defer { start += length }
      return Interval(
        start: Instant(secondsSinceEpoch: start), end: Instant(secondsSinceEpoch: start + length))
    }
    let spread = queues.map { queue in
      var copy = queue
      copy.expectedContacts = lengths.map { queue.expectedContacts[0] / 3600 * Double($0) }
      copy.meanHandleSeconds = lengths.map { _ in queue.meanHandleSeconds[0] }
      return copy
    }
    return SimulationModel(
      intervals: intervals, queues: spread, groups: groups,
      staffing: .counts(agents.mapValues { count in lengths.map { _ in count } }))
  }
}

/// Holds an estimate against an exact value: inside the 99.9 % interval, and sharp enough that an error of `sharpness`
/// of the value would fail.
func expect(
  _ statistics: RatioStatistics, equals exact: Double, sharpness: Double, _ label: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let interval = statistics.interval(confidence: 0.999)
  #expect(
    interval.contains(exact),
    "\(label): \(interval.estimate) ± \(interval.halfWidth), exact \(exact)",
    sourceLocation: sourceLocation)
  #expect(
    interval.halfWidth < sharpness * abs(exact), "\(label): half-width \(interval.halfWidth)",
    sourceLocation: sourceLocation)
}
