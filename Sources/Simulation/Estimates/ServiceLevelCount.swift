public import ContactCenter

/// A service level as two sums that add up over queues and periods.
///
/// Contacts still waiting at the end of the run count as missed once they are older than the threshold, and not at
/// all before: their fate is open. Those whom the center called are in no service level, and neither are those who never
/// waited for an agent here: blocked, contained, not reached, moved to another queue.
public struct ServiceLevelCount: Hashable, Sendable {
  /// Contacts that met the promise.
  public var met = 0.0
  /// Contacts counted.
  public var counted = 0.0

  /// The count of nothing.
  public init() {}

  /// What a tally counts under a definition.
  ///
  /// *Source*: the formulas at `ServiceLevelDefinition`.
  public init(_ tally: QueueTally, _ definition: ServiceLevelDefinition) {
    let answered = tally.answeredAfterWait
    let all = Double(
      answered + tally.abandoned - tally.abandonedDialed + tally.waitingLate)
    let inTime = Double(tally.answeredInThreshold)
    switch definition {
    case .offered, .genesys: (met, counted) = (inTime, all)
    case .answered: (met, counted) = (inTime, Double(answered))
    case .credit: (met, counted) = (inTime + Double(tally.abandonedInThreshold), all)
    case .forgive: (met, counted) = (inTime, all - Double(tally.abandonedInThreshold))
    case .forgiveShort: (met, counted) = (inTime, all - Double(tally.abandonedShort))
    case .creditShort: (met, counted) = (inTime + Double(tally.abandonedShort), all)
    case .virtual: (met, counted) = (Double(tally.virtualInThreshold), all)
    }
  }

  /// Met over counted; nil where nothing was counted.
  public var share: Double? { counted > 0 ? met / counted : nil }

  /// Adds another count to this one.
  public static func += (sum: inout ServiceLevelCount, other: ServiceLevelCount) {
    sum.met += other.met
    sum.counted += other.counted
  }
}

extension QueueTally {
  /// Contacts answered while their customer waited: all but those called back.
  var answeredAfterWait: Int { answered - answeredCallbacks }

  /// Contacts that could have given up: what abandonment is a share of.
  var exposed: Int { answered + abandoned + waiting }

  /// Contacts that came for the first time: what the model's volumes expect.
  var fresh: Int { offered - redialed - recontacted - transferredIn }
}
