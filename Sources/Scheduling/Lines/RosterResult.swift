public import ContactCenter

/// A roster, what it leaves undone, and why.
public struct RosterResult: Hashable, Sendable {
  /// A planned shift that nobody works, and what keeps each agent of its group from it.
  public struct Uncovered: Hashable, Sendable {
    /// The shift.
    public var shift: PlannedShift
    /// Why, as counts of agents: "of 12 agents of sales: 7 working that day, 3 on leave or not available, …".
    public var reason: String
  }

  /// Who works when.
  public var roster: Roster
  /// Shifts nobody works, by start.
  public var uncovered: [Uncovered]
  /// Paid minutes of each agent over the horizon, published shifts included.
  public var paidMinutes: [String: Int]
  /// Paid hours that requests were worth which could not be kept.
  public var brokenRequestHours: Double
  /// What is worth telling.
  public var findings: [Finding]

  /// Whether every shift is worked.
  ///
  /// A command ends with exit code 1 where this is false.
  public var isComplete: Bool { uncovered.isEmpty }
  /// Paid hours that nobody works.
  public var uncoveredHours: Double {
    Double(uncovered.reduce(0) { $0 + $1.shift.paidMinutes }) / 60
  }
}
