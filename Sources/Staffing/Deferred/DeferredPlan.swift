internal import ContactCenter

/// The work of a deferred queue spread over open time so that the promised share is in time.
///
/// The string of `TautString` spreads work as evenly as an internal deadline allows. The internal deadline is the
/// longest with which the target is met: with it the peak is lowest. 100 %, or no share at all, asks for the fluid
/// alone: all mean work by its deadline. Below that the share is an expectation over chance (`DeferredChance`), so that
/// a simulation of the queue meets it on average; with a risk, each contact's chance must in addition reach it.
struct DeferredPlan {
  /// Agents at work in each open interval, a fraction.
  let rates: [Double]
  /// The largest share in time that any number of agents could reach, where it is below the target.
  let limit: Double?

  init(_ chance: DeferredChance, target: Double?, risk: Double?) {
    let work = chance.work
    let deadline = chance.deadline
    let share = target.map { $0 < 1 - 1e-9 ? $0 : nil } ?? nil
    guard !work.seconds.isEmpty, share != nil || risk != nil else {
      rates = work.rates(deadline: deadline)
      limit = nil
      return
    }
    func meets(_ internalDeadline: Double) -> Bool {
      let rates = work.rates(deadline: internalDeadline)
      let value = chance.share(chance.chances(capacity: rates, withSpread: false).byChance)
      return value.expected >= (share ?? 0) - 1e-9 && value.smallest >= (risk ?? 0) - 1e-9
    }
    let best = chance.share(work.points.indices.map { chance.isHopeless($0) ? 0 : 1 }).expected
    guard best >= (share ?? 0) - 1e-9 else {
      rates = work.rates(deadline: deadline)
      limit = best
      return
    }
    limit = nil
    var (low, high) = (0.0, deadline)
    if meets(deadline) {
      (low, high) = (deadline, max(2 * deadline, work.end))
      if meets(high) {
        rates = work.rates(deadline: high)
        return
      }
    }
    for _ in 0..<30 where high - low > 1 {
      let middle = (low + high) / 2
      if meets(middle) { low = middle } else { high = middle }
    }
    rates = work.rates(deadline: low)
  }
}
