internal import ContactCenter

/// What customers of a deferred queue get over a whole forecast.
struct DeferredOutcome {
  /// The fluid's delay of each interval's contacts in seconds, by the queue's clock.
  let delays: [Double]
  /// The expected share in time.
  let inTime: Double
  /// The share done by the fluid within a quarter, half, one and two deadlines.
  let byAge: [(seconds: Double, share: Double)]
  /// The chance that nothing waits when the last open interval ends; nil where work comes after it.
  let clear: Double?
  /// Whether there are contacts at all.
  let isEmpty: Bool

  init(
    _ chance: DeferredChance, _ chances: DeferredChance.Chances, _ finished: [Double],
    capacity: [Double]
  ) {
    let work = chance.work
    let waits = zip(work.points, finished).map { point, finish in
      let delay =
        chance.clock == .openHours
        ? finish - point.position
        : (finish.isFinite ? work.time(at: finish) : .infinity) - point.time
      return min(1e9, max(0, delay))
    }
    delays = work.contacts.indices.map { DeferredChance.level(of: $0, waits) }
    inTime = chance.share(chances.byChance).expected
    let all = work.contacts.reduce(0, +)
    isEmpty = all < fewestContacts || work.seconds.isEmpty
    byAge =
      all > 0
      ? [0.25, 0.5, 1, 2].map { part in
        let seconds = part * chance.deadline
        let isDone = waits.map { $0 <= seconds + 1 ? 1.0 : 0 }
        let done = work.contacts.indices.reduce(0.0) {
          $0 + work.contacts[$1] * DeferredChance.level(of: $1, isDone)
        }
        return (seconds, done / all)
      } : []
    guard work.after <= 0, !work.seconds.isEmpty else {
      clear = nil
      return
    }
    // By the end of the last open interval: a deadline of nothing for whoever comes then.
    let end = DeferredChance(work, clock: .openHours, deadline: 0)
    clear = end.clear(capacity: capacity)
  }
}

extension DeferredChance {
  /// The chance that all work is done when the last open interval ends.
  func clear(capacity: [Double]) -> Double {
    guard let last = work.points.max(by: { $0.come < $1.come }) else { return 1 }
    return chance(of: last, until: work.end, capacity: capacity)
  }
}
