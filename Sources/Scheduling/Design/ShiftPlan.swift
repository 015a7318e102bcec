public import ContactCenter

/// Agents that a plan or roster lacks in one interval of one queue.
public struct Shortage: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// The interval.
  public var interval: Interval
  /// Agents short, on average over the interval; at least this many wherever it is cut.
  public var agents: Double

  /// Creates a shortage.
  public init(queue: String, interval: Interval, agents: Double) {
    self.queue = queue
    self.interval = interval
    self.agents = agents
  }

  /// Agent-hours short.
  public var hours: Double { agents * Double(interval.seconds) / 3600 }
}

/// The shifts that cover a need, before anybody is assigned.
public struct ShiftPlan: Hashable, Sendable {
  /// How good the plan is proven to be.
  public struct Proof: Hashable, Sendable {
    /// Paid hours plus the price of short hours.
    public var objectiveHours: Double
    /// No plan of the same days under the same daily caps costs less.
    public var boundHours: Double
    /// No plan of the same weeks costs less: the linear program of all days, weekly limits included.
    public var weeklyBoundHours: Double
    /// Days that stopped at a limit before reaching the gap that was asked for.
    public var limitedDays: [CivilDate]
    /// Whether a limit was one of time, so that another machine may find another plan.
    public var dependsOnMachine: Bool

    /// Share of the objective not proven necessary, day by day.
    public var relativeGap: Double {
      objectiveHours > 0 ? max(0, objectiveHours - boundHours) / objectiveHours : 0
    }
  }

  /// The shifts, by start.
  public var shifts: [PlannedShift]
  /// What stays uncovered, by queue, then time.
  public var shortages: [Shortage]
  /// What the plan costs, line by line; they add up to `costHours`.
  public var costs: [CostLine] = []
  /// What promises of service over days and weeks come to.
  public var services: [PromisedService] = []
  /// How good the plan is proven to be.
  public var proof: Proof
  /// What is worth telling.
  public var findings: [Finding]

  /// Paid hours of all shifts.
  public var paidHours: Double { Double(shifts.reduce(0) { $0 + $1.paidMinutes }) / 60 }
  /// Paid hours with everything that is weighed against them.
  public var costHours: Double { costs.reduce(0) { $0 + $1.hours } }
  /// Agent-hours short.
  public var shortHours: Double { shortages.reduce(0) { $0 + $1.hours } }
}
