internal import ContactCenter
internal import Queueing
internal import Simulation

/// Where a search begins: what queues would need if all their agents served all of them, first come first served.
///
/// Pooled Erlang A or C, with the mean handle time, the longest threshold and the lowest level of the queues. A good
/// guess and no bound (`PooledBound` says why); it keeps the first cuts away from staffings that serve nobody.
enum PooledStart {
  /// One row for each set of groups, of sets of up to six queues, single queues and all together.
  static func rows(_ works: [GroupCase.Work], _ groups: [GroupModel]) -> [PooledBound.Row] {
    let busy = works.filter { $0.arrivalsPerSecond > 0 && !$0.isDeferred && !$0.groups.isEmpty }
    var sets: [[GroupCase.Work]] = busy.map { [$0] } + [busy]
    if busy.count <= 6 {
      sets = (1..<max(1, 1 << busy.count)).map { mask in
        busy.indices.filter { mask >> $0 & 1 == 1 }.map { busy[$0] }
      }
    }
    return sets.filter { !$0.isEmpty }.compactMap { row($0, groups) }
  }

  private static func row(_ works: [GroupCase.Work], _ groups: [GroupModel]) -> PooledBound.Row? {
    let rate = works.reduce(0) { $0 + $1.arrivalsPerSecond }
    let handle = works.reduce(0) { $0 + $1.arrivalsPerSecond * $1.handleSeconds } / rate
    // Rates of giving up add up; one queue that never gives up makes the pool patient only by its share.
    let leaving = works.reduce(0) { sum, work in
      sum + work.arrivalsPerSecond / (work.model.meanPatienceSeconds ?? .infinity)
    }
    let targets = works.map(\.model.target)
    let sessions = works.map(\.model.sessions).max() ?? 1
    var goal = ServiceGoal(
      thresholdSeconds: targets.map(\.threshold.value).max() ?? 0,
      serviceLevel: targets.compactMap { $0.serviceLevel?.value }.min(),
      definition: targets[0].definition)
    let waits = targets.compactMap { $0.maximumASA?.value }
    let abandoned = targets.compactMap { $0.maximumAbandonment?.value }
    if waits.count == targets.count { goal.maximumASASeconds = waits.max() }
    if abandoned.count == targets.count { goal.maximumAbandonment = abandoned.max() }
    guard
      let traffic = try? Traffic(
        arrivalsPerSecond: rate, meanHandleSeconds: handle,
        meanPatienceSeconds: leaving > 0 ? min(rate / leaving, 1e10) : .infinity)
    else { return nil }
    if !goal.asksForAnything { goal.minimumAgents = Int(min(traffic.loadErlangs, 1e7)) + 1 }
    let formula: any QueueingFormula.Type =
      traffic.isPatienceFinite ? ErlangA.self : ErlangC.self
    var search = AgentSearch(formula)
    guard let servers = try? search.agents(for: traffic, goal: goal) else { return nil }
    return PooledBound.Row(
      queues: works.map(\.model.name),
      groups: Set(works.flatMap(\.groups)).sorted().map { groups[$0].name },
      agents: (servers + sessions - 1) / sessions, kind: .load)
  }
}
