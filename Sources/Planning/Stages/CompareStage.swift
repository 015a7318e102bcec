public import ContactCenter
public import Simulation

/// Plans side by side, with the same customers.
public enum CompareStage {
  /// One plan with what it is simulated with.
  public struct Candidate: Sendable {
    /// What results call it.
    public var name: String
    /// Queues, groups and settings.
    public var plan: Plan
    /// Expected contacts and their spread.
    public var forecast: DemandForecast
    /// Who answers.
    public var staffing: PlannedStaffing
    /// Sample paths of the forecast, where there are some.
    public var paths: [SamplePathPoint]

    /// Creates a candidate.
    public init(
      name: String, plan: Plan, forecast: DemandForecast, staffing: PlannedStaffing,
      paths: [SamplePathPoint] = []
    ) {
      self.name = name
      self.plan = plan
      self.forecast = forecast
      self.staffing = staffing
      self.paths = paths
    }
  }

  /// What one plan has over the first.
  public struct Pair: Sendable {
    /// The plan.
    public var name: String
    /// What it achieves.
    public var outcome: Outcome
    /// Its differences from the first plan.
    public var comparison: SimulationComparison

    /// Creates a pair of results that are there already.
    public init(name: String, outcome: Outcome, comparison: SimulationComparison) {
      self.name = name
      self.outcome = outcome
      self.comparison = comparison
    }
  }

  /// All plans against the first.
  public struct Result: Sendable {
    /// The name of the first plan.
    public var first: String
    /// What the first plan achieves.
    public var outcome: Outcome
    /// The others, in the order given.
    public var others: [Pair]
    /// What was noticed.
    public var findings: [Finding]

    /// Creates a result of simulations that are there already.
    public init(first: String, outcome: Outcome, others: [Pair], findings: [Finding]) {
      self.first = first
      self.outcome = outcome
      self.others = others
      self.findings = findings
    }
  }

  /// Simulates every plan with the seed, replications and sampling of the first, and compares each with the first.
  ///
  /// Streams are keyed by queue and contact: the n-th contact of a queue is the same customer, with the same patience
  /// and the same work, in every plan that has the queue. What differs is what the plans do with it, so the intervals of
  /// the differences are far narrower than those of the plans themselves.
  ///
  /// - Parameters:
  ///   - candidates: at least two.
  ///   - threads: replications run at the same time; the result does not depend on it.
  ///   - progress: told how many replications of all plans are done.
  /// *Throws*: `PlanError` for fewer than two plans, or staffing and forecast without a common day; `SimulationError`.
  public static func run(
    _ candidates: [Candidate], threads: Int = 1,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) async throws -> Result {
    guard let leader = candidates.first, candidates.count > 1 else {
      throw PlanError("one plan cannot be compared", hint: "Maybe name a second one.")
    }
    var options = SimulateStage.options(plan: leader.plan, threads: threads)
    // Each plan must have the same replications, or the pairs would end where the most precise plan stops.
    options.precision = nil
    var findings: [Finding] = []
    var results: [SimulationResult] = []
    var periods: [[Interval]] = []
    for (number, candidate) in candidates.enumerated() {
      let assembled = try SimulateStage.model(
        plan: candidate.plan, forecast: candidate.forecast, staffing: candidate.staffing,
        paths: candidate.paths)
      findings += assembled.findings.map { finding in
        var named = finding
        named.place = "\(candidate.name): \(finding.place)"
        return named
      }
      periods.append(
        Array(assembled.model.intervals.dropFirst(assembled.model.firstReportedInterval)))
      let before = number * options.replications
      let total = candidates.count * options.replications
      let tell: @Sendable (Int, Int) -> Void = { done, _ in progress?(before + done, total) }
      results.append(try await simulate(assembled.model, options: options, progress: tell))
    }
    var others: [Pair] = []
    for index in candidates.indices.dropFirst() {
      tellDifferences(candidates[index], leader, &findings)
      if periods[index] != periods[0] {
        findings.append(
          Finding(
            .warning, code: "compare.period",
            "\(candidates[index].name) is staffed over another period than \(leader.name): the difference is one of demand as well",
            place: candidates[index].name,
            advice: "Maybe name the same days with --roster or --requirement."))
      }
      others.append(
        Pair(
          name: candidates[index].name, outcome: results[index].outcome,
          comparison: SimulationComparison(first: results[0], second: results[index])))
    }
    return Result(
      first: leader.name, outcome: results[0].outcome, others: others, findings: findings)
  }

  /// Tells where plans do not face the same customers.
  private static func tellDifferences(
    _ candidate: Candidate, _ leader: Candidate, _ findings: inout [Finding]
  ) {
    let campaigns = [candidate, leader].map { $0.plan.queues.map(\.behavior.campaigns) }
    if candidate.forecast != leader.forecast || campaigns[0] != campaigns[1] {
      findings.append(
        Finding(
          .note, code: "compare.forecast",
          "\(candidate.name) and \(leader.name) have forecasts of their own: the difference is one of demand as well",
          place: candidate.name, advice: "Maybe give both the same with --forecast FILE."))
    }
    let names = Set(leader.plan.queues.map(\.name))
    let alone = candidate.plan.queues.map(\.name).filter { !names.contains($0) }
    if !alone.isEmpty {
      findings.append(
        Finding(
          .note, code: "compare.queues",
          "\(alone.joined(separator: ", ")) stands only in \(candidate.name): its customers are others than those of \(leader.name)",
          place: candidate.name,
          advice:
            "Maybe keep the queues and let one group serve several: the customers stay the same."))
    }
  }
}
