public import ContactCenter
internal import MathematicalProgramming
internal import Simulation
internal import Synchronization

/// From forecast and targets to the agents that each group needs in each interval.
///
///     let request = GroupStaffingRequest(staffing: staffing, groups: plan.groups, library: solver)
///     let result = try GroupStaffer.requirement(for: forecast, request: request)
///
/// Each interval stands alone: the rates that stand for it by the method over time, at the risk asked for, are held in
/// steady state as the formulas hold them, but with the plan's own routing, simulated (`GroupSearch`). Queues, groups and
/// lines that do not hang together are solved apart.
///
/// Where customers wait, the rates are those who come: self-service, callbacks, redials, transfers and recontacts are
/// left to the simulation, which has them as the plan says, so none is counted twice. Campaigns are expected in the
/// forecast and taken from the queues. Sample paths count as in a requirement by queue: they say how uncertain it is.
///
/// Work that may wait for hours, lists to dial included, comes at the rate at which its own requirement works it off.
/// That requirement has its self-service, its returns and what others hand to it, so these are not simulated again; it
/// is a lower bound of the agents who do that work, and the answer where they do nothing else. Its level is simulated
/// only beside customers who wait, and only where several of its deadlines fit into what is measured.
///
/// Every queue's own target counts, and of its limits occupancy is that of all groups that serve the queue.
public enum GroupStaffer {
  /// The requirement of every group in every interval of the forecast.
  ///
  /// *Throws*: `StaffingError`, `SimulationError`, or `MathematicalProgrammingError` where the solver fails.
  /// *Complexity*: some ten simulated staffings of 30,000 contacts an interval and part, more with many groups.
  public static func requirement(
    for forecast: DemandForecast, request: GroupStaffingRequest,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws -> GroupStaffingResult {
    let single = try Staffer.requirement(forArriving: forecast, request: request.staffing)
    let cases = try GroupCases(forecast, request, requirement: single.requirement)
    let total = cases.starts.count
    let done = Counter()
    let intervals: [GroupStaffingInterval] = try concurrentMap(
      count: total, threads: request.options.threads
    ) { (index: Int) throws(any Error) -> GroupStaffingInterval in
      let interval = try answer(cases, request, at: cases.starts[index])
      progress?(done.next(), total)
      return interval
    }
    // The overload of queues that stand alone is not the groups'.
    let kept = single.findings.filter { $0.code != "staffing.load-beyond-agents" }
    return GroupStaffingResult(
      requirement: try rows(intervals, request.staffing), intervals: intervals,
      findings: kept + cases.findings + GroupStaffingFinding.all(intervals)
        + GroupStaffingFinding.limits(intervals, request)
        + GroupStaffingFinding.seats(intervals, request))
  }

  /// The answer for the interval that begins at `start`.
  private static func answer(
    _ cases: GroupCases, _ request: GroupStaffingRequest, at start: Instant
  ) throws -> GroupStaffingInterval {
    var interval = GroupStaffingInterval(
      start: start, groups: [], promises: [], costPerHour: 0, leastCostPerHour: 0,
      dedicatedCostPerHour: 0, simulated: 0)
    var staffed: Set<String> = []
    for part in cases.parts where !part.groups.isEmpty {
      let model = cases.groupCase(part, at: start)
      var search = GroupSearch(model, request.options, request.library)
      let agents = try search.staffing()
      let reasons = try search.reasons(agents)
      for (index, group) in model.groups.enumerated() {
        staffed.insert(group.name)
        interval.groups.append(
          GroupAgents(group: group.name, agents: agents[index], reason: reasons[index]))
      }
      interval.conflicts += model.limits.conflicts
      if model.isSimulated { interval.promises += try search.promises(agents) }
      interval.costPerHour += model.cost(agents)
      interval.leastCostPerHour += try search.leastCost()
      interval.dedicatedCostPerHour += model.cost(model.dedicated)
      interval.simulated += search.simulated
    }
    for group in request.groups where !staffed.contains(group.name) {
      interval.groups.append(GroupAgents(group: group.name, agents: 0, reason: .notNeeded))
    }
    interval.groups.sort { $0.group < $1.group }
    interval.shortSites = cases.sitesToOccupy(at: start).filter { site in
      let members = Set(request.groups.filter { $0.site == site.name }.map(\.name))
      let heads = interval.groups.filter { members.contains($0.group) }.map(\.agents).reduce(0, +)
      return heads < site.minimumAgents
    }.map(\.name)
    interval.promises.sort {
      ($0.queue, $0.measure.rawValue) < ($1.queue, $1.measure.rawValue)
    }
    return interval
  }

  /// The rows of the record: by group and start.
  private static func rows(
    _ intervals: [GroupStaffingInterval], _ request: StaffingRequest
  ) throws(StaffingError) -> [GroupRequirementInterval] {
    var result: [GroupRequirementInterval] = []
    for interval in intervals {
      let local = request.grid.zone.local(interval.start)
      for group in interval.groups {
        guard
          let scheduled = request.shrinkage.scheduled(
            forRequired: Double(group.agents), at: local)
        else {
          throw .nobodyLeft(shrinkage: request.shrinkage.total(at: local).value)
        }
        result.append(
          GroupRequirementInterval(
            start: interval.start, group: group.group, agents: group.agents,
            scheduledAgents: roundedToDecimals(scheduled, RecordDecimals.agents)))
      }
    }
    return result.sorted { ($0.group, $0.start) < ($1.group, $1.start) }
  }
}

/// Counts what several threads have done.
private final class Counter: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
}
