internal import ContactCenter
internal import Queueing

/// Collects what is worth telling about a queue's intervals, one finding per kind with count and first place.
struct WaitingNotes {
  private var closedIntervals = 0
  private var closedContacts = 0.0
  private var firstClosed: Instant?
  private var overloaded = 0
  private var firstOverloaded: Instant?
  private var worst: WaitingSizing.Answer?
  private var short: ShortIntervals?
  private var cut = 0
  private var mostMissing = 0
  private var firstCut: Instant?

  /// A closed interval.
  mutating func closed(_ interval: ForecastInterval) {
    guard interval.offered >= fewestContacts else { return }
    closedIntervals += 1
    closedContacts += interval.offered
    firstClosed = firstClosed ?? interval.start
  }

  /// An interval with an answer.
  mutating func answered(
    _ interval: ForecastInterval, _ whole: WaitingAnswer, _ sizing: WaitingSizing
  ) {
    let answer = whole.sized
    let isMissed = sizing.goal.asksForAnything && sizing.goal.margin(of: answer.measures) < 0
    if answer.missing > 0 || (isMissed && answer.agents == sizing.queue.maximumAgents) {
      cut += 1
      mostMissing = max(mostMissing, answer.missing)
      firstCut = firstCut ?? interval.start
      return
    }
    guard !whole.isFixed, !isMissed, sizing.isBeyond(answer.agents, answer.traffic) else { return }
    overloaded += 1
    firstOverloaded = firstOverloaded ?? interval.start
    if answer.measures.abandonment > worst?.measures.abandonment ?? -1 { worst = answer }
  }

  /// Compares with interval-by-interval sizing.
  mutating func compare(
    _ loads: WaitingLoads, _ answers: WaitingAnswers, _ sizing: WaitingSizing,
    _ demand: QueueForecast
  ) {
    short = ShortIntervals(loads, answers, sizing, demand)
  }

  /// The findings so far.
  func findings(queue: Queue, sizing: WaitingSizing) -> [Finding] {
    var result: [Finding] = []
    if let firstClosed {
      result.append(
        Finding(
          .warning, code: "staffing.contacts-while-closed",
          "\(roundedToDecimals(closedContacts, 1)) contacts are forecast in \(closedIntervals) closed "
            + "intervals: nobody is staffed for them",
          place: StaffingFinding.place(queue, firstClosed),
          advice: "Maybe the opening hours of the plan are older than the forecast."))
    }
    if let firstCut, let most = queue.maximumAgents {
      let more = mostMissing > 0 ? ", up to \(mostMissing) more" : ""
      result.append(
        Finding(
          .warning, code: "staffing.ceiling",
          "in \(cut) intervals the target asks for more than the \(most) agents of maximum_agents\(more): it is "
            + "missed there",
          place: StaffingFinding.place(queue, firstCut),
          advice: "Maybe raise maximum_agents, or lower the target."))
    }
    if let firstOverloaded, let worst {
      let share = Share(roundedToDecimals(worst.measures.abandonment, 3)).text
      let definition = sizing.goal.definition
      let honest = sizing.agentsIfOffered(worst)
      result.append(
        Finding(
          worst.measures.abandonment > 0.2 || honest != nil ? .warning : .note,
          code: "staffing.load-beyond-agents",
          "in \(overloaded) intervals more work arrives than the agents can do; the target is met"
            + (honest == nil ? "" : " as \"\(definition.rawValue)\"")
            + " only because customers give up, up to \(share) of them"
            + (honest.map {
              "; where most do, \"offered\" would need \($0) agents instead of \(worst.agents)"
            } ?? ""),
          place: StaffingFinding.place(queue, firstOverloaded),
          advice: honest == nil
            ? "Maybe add a limit on abandonment to the target."
            : "Maybe count service level as offered, or add a limit on abandonment to the target."))
    }
    if let finding = short?.finding(queue) { result.append(finding) }
    if !sizing.goal.asksForAnything {
      result.append(
        Finding(
          .note, code: "staffing.no-target",
          "queue \(queue.name) has no target: it is staffed to carry its load", place: queue.name,
          advice: "Maybe give it a target such as 80/20."))
    }
    return result
  }
}
