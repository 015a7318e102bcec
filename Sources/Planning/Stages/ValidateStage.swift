public import ContactCenter
internal import Simulation

/// A past period, replayed with the volumes, handle times and agents that were there.
public enum ValidateStage {
  /// Days replayed where no period is named.
  public static let usualDays = 28
  /// Below this the 2.5 % quantile is the lowest value of all.
  static let fewestReplications = 40
  /// The most values that are kept to find the bands: 400 MB.
  static let maximumValues = 100_000_000

  /// Replays a past period and holds what happened against the simulation.
  ///
  /// Each interval gets as many contacts as were recorded, at random times inside it, with the mean handle time that
  /// was recorded, and the agents who were there: the column `agents` of the history, or a roster. What the simulation
  /// draws anew in each replication is when inside the interval contacts come, how long each takes, and how long each
  /// would wait; the band between the replications' 2.5 % and 97.5 % quantiles is what chance alone does to one day.
  ///
  /// - Parameters:
  ///   - plan: queues, groups and settings.
  ///   - history: what happened.
  ///   - from: the first day; nil for four weeks before the end.
  ///   - to: the last day, included; nil for the last of the history.
  ///   - roster: who was there; nil for the column `agents`.
  ///   - agents: the people of the roster.
  ///   - threads: replications run at the same time; the result does not depend on it.
  ///   - progress: told how many replications are done.
  /// *Throws*: `PlanError` where no queue of the plan is in the history, or the period is outside it;
  /// `SimulationError`; `CancellationError`.
  /// *Edge cases*: queues that cannot be replayed are left out with a finding of severity error; a result without rows
  /// says that none could.
  public static func run(
    plan: Plan, history: DemandHistory, from: CivilDate? = nil, to: CivilDate? = nil,
    roster: Roster? = nil, agents: [Agent] = [], threads: Int = 1,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) async throws -> ValidationResult {
    var findings: [Finding] = []
    let known = try QueueMatching.known(in: history, plan: plan, findings: &findings)
    let dates = try period(of: known, from: from, to: to, grid: plan.grid)
    let replay = try ReplayPeriod(
      plan: plan, history: known, dates: dates,
      source: roster.map { .roster($0, agents: agents) } ?? .history)
    findings += replay.findings
    let replications = max(2, plan.simulation.replications)
    if replications < fewestReplications {
      findings.append(
        Finding(
          .note, code: "validate.rough",
          "the band of \(replications) replications is rough", place: "replications",
          advice: "Maybe --replications 200."))
    }
    var result = ValidationResult(
      rows: [], misfits: [], definitions: [:], thresholds: [:], findings: findings,
      replications: replications)
    guard !replay.model.queues.isEmpty else { return result }
    let form = ValidationForm(replay)
    let values = form.rows.count * ValidationMeasure.allCases.count * replications
    guard values <= maximumValues else {
      throw PlanError(
        "\(form.rows.count) rows of \(replications) replications are more than can be held at once",
        hint: "Maybe replay a shorter period: --from and --to.")
    }
    let sampler = ReplaySampler(
      model: replay.model, options: SimulationOptions(seed: plan.simulation.seed),
      rows: form.sampled, definitions: form.definitions, groups: form.pools.map(\.groups))
    let bands = try await sampler.bands(
      replications: replications, threads: max(1, threads), progress: progress)
    result.rows = form.filled(bands)
    for queue in result.queues {
      guard let service = replay.actual[queue], let run = result.run(queue),
        let noun = plan.queue(named: queue)
      else { continue }
      let rows = result.rows.filter { $0.period == .interval && $0.queue == queue }
      let causes = MisfitCauses(
        queue: noun, run: run, rows: rows, evidence: ReplayEvidence(service, rows: rows),
        handleTimesKnown: replay.handleTimesKnown.contains(queue), grid: plan.grid)
      result.misfits += causes.causes
      result.definitions[queue] = service.definition
      result.thresholds[queue] = service.thresholdSeconds
    }
    return result
  }

  /// The days to replay.
  private static func period(
    of history: DemandHistory, from: CivilDate?, to: CivilDate?, grid: TimeGrid
  ) throws(PlanError) -> ClosedRange<CivilDate> {
    let starts = history.queues.flatMap { [$0.starts.first, $0.starts.last] }.compactMap { $0 }
    guard let first = starts.min().map(grid.date(of:)), let last = starts.max().map(grid.date(of:))
    else { throw PlanError("the history is empty: there is nothing to replay") }
    let end = to ?? last
    let start = from ?? max(first, end.advanced(by: 1 - usualDays))
    if let from, let to, from > to {
      throw PlanError(
        "the period begins on \(from.text) and ends on \(to.text)",
        hint: "Maybe --from and --to are swapped.")
    }
    guard start <= last, end >= first else {
      let asked = [from?.text, to?.text].compactMap { $0 }.joined(separator: " to ")
      throw PlanError(
        "the period \(asked) lies outside the history, which holds \(first.text) to \(last.text)",
        hint: "Maybe another year is meant.")
    }
    return max(start, first)...min(end, last)
  }
}
