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
    let delays = zip(work.points, finished).map { point, finish in
      let delay =
        chance.clock == .openHours
        ? finish - point.position
        : (finish.isFinite ? work.time(at: finish) : .infinity) - point.time
      return min(1e9, max(0, delay))
    }
    self.delays = delays
    inTime = chance.share(chances.byChance).expected
    let all = work.points.reduce(0) { $0 + $1.contacts }
    isEmpty = all < fewestContacts
    byAge =
      all > 0
      ? [0.25, 0.5, 1, 2].map { part in
        let seconds = part * chance.deadline
        let done = zip(work.points, delays).reduce(0.0) {
          $1.1 <= seconds + 1 ? $0 + $1.0.contacts : $0
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
    guard let last = work.points.last else { return 1 }
    let own = work.total - last.come
    var copy = last
    copy.come = work.total
    // The second half of the last interval's work has the variance of the first.
    let door = work.doors.last ?? (0, 0, 0)
    copy.variance += own > 0 ? last.variance - door.variance : 0
    return chance(of: copy, until: work.end, capacity: capacity)
  }
}
