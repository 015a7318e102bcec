/// How rates that change over the day become requirements of staffing intervals.
///
/// All but `isa` are a steady-state formula at a rate that stands for the interval; they differ in that rate.
public enum OverTimeMethod: String, Hashable, Sendable, CaseIterable {
  /// `sipp` or `mol`, whichever the queue's handle time, interval and rates call for: `OverTimeChoice`.
  case auto
  /// Stationary, independent, period by period: the interval's average rate.
  case sipp
  /// The largest rate inside the interval.
  case sippMax = "sipp-max"
  /// The average rate one mean handle time earlier.
  case lag
  /// The largest rate one mean handle time earlier.
  case lagMax = "lag-max"
  /// Modified offered load: the average number of agents that would be busy if nobody ever waited.
  case mol
  /// The largest such number inside the interval.
  case molMax = "mol-max"
  /// Iterative staffing by simulation.
  case isa

  /// One sentence for help pages.
  public var summary: String {
    switch self {
    case .auto:
      "sipp or mol, chosen per queue from handle time, interval and how fast the load moves"
    case .sipp: "the interval's average rate, as if it had always been so"
    case .sippMax: "the largest rate inside the interval"
    case .lag: "the average rate one mean handle time earlier"
    case .lagMax: "the largest rate one mean handle time earlier"
    case .mol: "modified offered load: contacts still in progress from before count, average"
    case .molMax: "modified offered load, the largest inside the interval"
    case .isa: "staffing and simulation in turns until every interval meets its target"
    }
  }

  /// The rule that gives the rates to size for; `auto` and `isa` have none of their own.
  var rule: (any OverTimeRule.Type)? {
    switch self {
    case .auto, .isa: nil
    case .sipp: AverageRate.self
    case .sippMax: LargestRate.self
    case .lag: LaggedRate.self
    case .lagMax: LargestLaggedRate.self
    case .mol: OfferedLoadRate.self
    case .molMax: LargestOfferedLoadRate.self
    }
  }
}

/// A rate for each staffing interval, made of the volumes of its steps.
protocol OverTimeRule {
  /// Arrivals per second to size each block for, in the order of the profile's blocks.
  ///
  /// `contacts` are the volumes of the profile's steps; the rate is not below 0, and does not fall when a volume
  /// rises.
  static func rates(of profile: RateProfile, contacts: [Double]) -> [Double]

  /// The rule whose rates describe what the block's contacts will meet: the same rule, or its average.
  static var expectation: any OverTimeRule.Type { get }
}
