public import ContactCenter
internal import Probability

/// The service level of a whole run under one of the definitions in use.
public struct ServiceLevelEstimate: Hashable, Sendable {
  /// Whether it is about a queue, a channel or the center.
  public let level: OutcomeRow.Level
  /// Its name.
  public let name: String
  /// How it is counted; each queue by its own threshold.
  public let definition: ServiceLevelDefinition
  /// The ratio of sums over replications; nil where nothing was counted.
  public let share: Double?
  /// The 95 % half-width; nil with fewer than two replications.
  public let halfWidth: Double?
}

/// The service levels of a whole run under every definition, over replications.
struct ServiceLevelsByDefinition {
  private let subjects: [OutcomeSubject]
  /// At `subject * definitions + definition`.
  private var ratios: [RatioStatistics]

  /// Subjects without queues are left out.
  init(_ all: [OutcomeSubject]) {
    subjects = all.filter { !$0.queues.isEmpty }
    ratios = Array(
      repeating: RatioStatistics(),
      count: subjects.count * ServiceLevelDefinition.allCases.count)
  }

  /// Takes in replications that belong together, each with the tallies of its queues over the run.
  mutating func add(_ unit: [[QueueTally]]) {
    let definitions = ServiceLevelDefinition.allCases
    for (column, definition) in definitions.enumerated() {
      var counts = Array(repeating: ServiceLevelCount(), count: unit.first?.count ?? 0)
      for queues in unit {
        for queue in queues.indices {
          counts[queue] += ServiceLevelCount(queues[queue], definition)
        }
      }
      for (row, subject) in subjects.enumerated() {
        var sum = ServiceLevelCount()
        for queue in subject.queues { sum += counts[queue] }
        ratios[row * definitions.count + column].add(
          numerator: sum.met, denominator: sum.counted)
      }
    }
  }

  /// Center, channels and queues, each with every definition.
  var estimates: [ServiceLevelEstimate] {
    let definitions = ServiceLevelDefinition.allCases
    return subjects.enumerated().flatMap { row, subject in
      definitions.enumerated().map { column, definition in
        let interval = ratios[row * definitions.count + column].interval()
        return ServiceLevelEstimate(
          level: subject.level, name: subject.name, definition: definition,
          share: interval.estimate.isFinite ? interval.estimate : nil,
          halfWidth: interval.halfWidth.isFinite ? interval.halfWidth : nil)
      }
    }
  }
}
