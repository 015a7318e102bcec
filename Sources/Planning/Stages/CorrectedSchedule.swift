public import ContactCenter
public import Scheduling
internal import Simulation

/// A schedule, simulated, and made again with the requirement corrected where the simulation says so.
///
/// Steady-state formulas know nothing of the hour before, of breaks that fall together, of who serves which queue. The
/// simulated roster does. Round after round its misses raise the requirement, and what exceeds its target by much lowers
/// it (`RequirementCorrection`); all rounds see the same random numbers, so that they differ by their rosters alone. It
/// ends after the plan's number of rounds, or when nothing is left to change. The best round is kept: fewest contacts that
/// miss a promise beyond doubt, then fewest paid hours, then the earliest.
public enum CorrectedSchedule {
  /// One round.
  public struct Round: Sendable {
    /// Paid hours of its shifts.
    public var paidHours: Double
    /// Agent-hours of its requirement that nobody covers.
    public var shortHours: Double
    /// Agent-hours that the requirement asks to schedule.
    public var requiredHours: Double
    /// Every queue in every period of its promise.
    public var periods: [RequirementCorrection.Period]
    /// The service level of each queue over the whole run.
    public var levels: [String: Double]

    /// Contacts that miss the promise beyond doubt.
    public var missedContacts: Double { periods.reduce(0) { $0 + $1.missedContacts } }
    /// Periods that miss.
    public var misses: Int { periods.count(where: \.misses) }
  }

  /// The best round, and all of them.
  public struct Result: Sendable {
    /// The requirement that was scheduled.
    public var requirement: StaffingRequirement
    /// The schedule.
    public var schedule: ScheduleStage.Result
    /// What was simulated of it.
    public var simulated: SimulateStage.Result
    /// All rounds, the first with the requirement as it was given.
    public var rounds: [Round]
    /// Which of them was kept.
    public var best: Int
    /// What the rounds are worth telling.
    public var findings: [Finding]
  }

  /// What every round has in common.
  public struct Input: Sendable {
    /// The plan; `schedule.corrections` is the most rounds after the first.
    public var plan: Plan
    /// What the contacts are.
    public var forecast: DemandForecast
    /// Sample paths of the forecast.
    public var paths: [SamplePathPoint]
    /// Closed days.
    public var calendar: BusinessCalendar
    /// The people; nil for seats.
    public var agents: [Agent]?
    /// When they can work.
    public var availability: [Availability]

    /// Creates an input.
    public init(
      plan: Plan, forecast: DemandForecast, calendar: BusinessCalendar,
      agents: [Agent]? = nil, availability: [Availability] = [], paths: [SamplePathPoint] = []
    ) {
      self.plan = plan
      self.forecast = forecast
      self.paths = paths
      self.calendar = calendar
      self.agents = agents
      self.availability = availability
    }
  }

  /// Schedules and simulates, again and again.
  ///
  /// Beside the plan's `cover` a requirement changes nothing: there is one round.
  ///
  /// - Parameter progress: told what is being done.
  /// *Throws*: whatever the stages throw.
  public static func run(
    _ input: Input, requirement: StaffingRequirement, library: ScheduleSolver, threads: Int = 1,
    progress: (@Sendable (_ stage: String) -> Void)? = nil
  ) async throws -> Result {
    let most = input.plan.cover.isEmpty ? max(0, input.plan.schedule.corrections) : 0
    var correction = RequirementCorrection(plan: input.plan)
    var wanted = requirement
    var rounds: [Round] = []
    var kept: (ScheduleStage.Result, SimulateStage.Result, StaffingRequirement, best: Int)?
    for number in 0...most {
      let again = number == 0 ? "" : " again (correction \(number) of at most \(most))"
      progress?("scheduling\(again)")
      let schedule = try ScheduleStage.run(
        plan: input.plan, requirement: wanted, calendar: input.calendar, agents: input.agents,
        availability: input.availability, library: library, threads: threads)
      progress?("simulating\(again)")
      let simulated = try await SimulateStage.run(
        plan: input.plan, forecast: input.forecast,
        staffing: .roster(schedule.roster, agents: input.agents ?? []), paths: input.paths,
        calendar: input.calendar, threads: threads)
      rounds.append(
        round(schedule, simulated.outcome, wanted, judge: correction, plan: input.plan))
      if kept.map({ isBetter(rounds[number], than: rounds[$0.best]) }) ?? true {
        kept = (schedule, simulated, wanted, number)
      }
      guard number < most else { break }
      let next = correction.corrected(wanted, by: simulated.outcome)
      if next == wanted { break }
      wanted = next
    }
    guard let kept else { throw PlanError("there is nothing to schedule") }
    return Result(
      requirement: kept.2, schedule: kept.0, simulated: kept.1, rounds: rounds, best: kept.best,
      findings: most > 0 ? findings(rounds, best: kept.best) : [])
  }

  private static func isBetter(_ round: Round, than other: Round) -> Bool {
    let one = (roundedToDecimals(round.missedContacts, 6), roundedToDecimals(round.paidHours, 6))
    return one < (
      roundedToDecimals(other.missedContacts, 6), roundedToDecimals(other.paidHours, 6)
    )
  }

  private static func round(
    _ schedule: ScheduleStage.Result, _ outcome: Outcome, _ requirement: StaffingRequirement,
    judge: RequirementCorrection, plan: Plan
  ) -> Round {
    let hours = Double(plan.grid.length.seconds) / 3600
    let agents = requirement.queues.reduce(0.0) { sum, queue in
      queue.intervals.reduce(sum) { $0 + ($1.scheduledAgents ?? Double($1.agents)) }
    }
    var levels: [String: Double] = [:]
    for queue in plan.queues { levels[queue.name] = outcome.run(.queue, queue.name)?.serviceLevel }
    return Round(
      paidHours: schedule.shifts.paidHours, shortHours: schedule.shifts.shortHours,
      requiredHours: agents * hours, periods: judge.periods(of: outcome), levels: levels)
  }

  private static func findings(_ rounds: [Round], best: Int) -> [Finding] {
    rounds[best].periods.filter(\.misses).map { period in
      let short = rounds[best].shortHours > 0.05
      return Finding(
        .warning, code: "schedule.still-missed",
        "\(period.queue) reaches \(Share(roundedToDecimals(period.level, 4)).text) of "
          + "\(Share(period.target).text) in the period from \(period.date.text), with every correction tried",
        place: period.queue,
        advice: short
          ? "Maybe there are too few agents: part of the requirement is not covered."
          : "Maybe allow more rounds, or look at the intervals of that day.")
    }
  }
}
