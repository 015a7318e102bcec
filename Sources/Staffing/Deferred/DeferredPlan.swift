internal import ContactCenter

/// The work of a deferred queue spread over open time so that the promised share is in time.
///
/// The string of `TautString` spreads work as evenly as a deadline allows; with the queue's own deadline all mean work
/// is in time, and at the tightest places chance decides like a coin. 100 %, or no share at all, asks for just that.
/// Below 100 % the share is an expectation over chance (`DeferredChance`), so that a simulation of the queue meets it on
/// average: where it is exceeded, a longer internal deadline lowers the peaks; where it is not reached, each straight
/// piece of the string gets a margin of z standard deviations of its work, and if that is not enough, as where nights
/// eat the deadline, a shorter internal deadline. With a risk, each contact's own chance must in addition reach it: at
/// one burst that is the normal version of the fluid, (W + z √V)/(window + deadline).
struct DeferredPlan {
  /// Agents at work in each open interval, a fraction.
  let rates: [Double]
  /// The largest share in time that any number of agents could reach, where it is below the target.
  let limit: Double?

  init(_ chance: DeferredChance, target: Double?, risk: Double?) {
    let work = chance.work
    let deadline = chance.deadline
    let share = target.map { $0 < 1 - 1e-9 ? $0 : nil } ?? nil
    func plan(_ deadline: Double, _ margin: Double) -> [Double] {
      Self.withMargin(margin, work.rates(deadline: deadline), work)
    }
    func meets(_ rates: [Double]) -> Bool {
      let value = chance.share(chance.chances(capacity: rates, withSpread: false).byChance)
      return value.expected >= (share ?? 0) - 1e-9 && value.smallest >= (risk ?? 0) - 1e-9
    }
    guard !work.seconds.isEmpty, share != nil || risk != nil else {
      (rates, limit) = (plan(deadline, 0), nil)
      return
    }
    let best = chance.share(work.points.indices.map { chance.isHopeless($0) ? 0 : 1 }).expected
    guard best >= (share ?? 0) - 1e-9 else {
      (rates, limit) = (plan(deadline, 0), best)
      return
    }
    limit = nil
    if meets(plan(deadline, 0)) {
      // Never flatter than one line through everything; 100 % keeps the deadline itself.
      let longest = share == nil ? deadline : max(2 * deadline, work.end)
      rates = Self.bisect(from: deadline, to: longest, meets: meets) { plan($0, 0) }
    } else if meets(plan(deadline, 6)) {
      rates = Self.bisect(from: 6, to: 0, meets: meets) { plan(deadline, $0) }
    } else {
      rates = Self.bisect(from: 0, to: deadline, meets: meets) { plan($0, 3) }
    }
  }

  /// The plan nearest to `end` that meets the target, where the one at `start` does.
  private static func bisect(
    from start: Double, to end: Double, meets: ([Double]) -> Bool, _ plan: (Double) -> [Double]
  ) -> [Double] {
    let last = plan(end)
    if start == end || meets(last) { return last }
    var (good, bad) = (start, end)
    for _ in 0..<40 where abs(bad - good) > 1e-5 * max(abs(start), abs(end)) {
      let middle = 0.5 * (good + bad)
      if meets(plan(middle)) { good = middle } else { bad = middle }
    }
    return plan(good)
  }

  /// Adds to each straight piece of the string so many standard deviations of the work done in it.
  private static func withMargin(_ z: Double, _ rates: [Double], _ work: OpenWork) -> [Double] {
    let scatter = (work.points.map(\.variance).max() ?? 0) / max(work.total, 1e-9)
    guard z > 0, scatter > 0 else { return rates }
    var result = rates
    var first = 0
    while first < rates.count {
      var next = first
      var seconds = 0.0
      while next < rates.count, abs(rates[next] - rates[first]) <= 1e-9 * max(1, rates[first]) {
        seconds += work.seconds[next]
        next += 1
      }
      let margin = z * (max(0, rates[first]) * scatter / seconds).squareRoot()
      for index in first..<next { result[index] += margin }
      first = next
    }
    return result
  }
}
