internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// Who comes again: redials after giving up or finding it busy, recontacts after an answer.
enum ReturningInflow {
  /// What an attempt that is in vain leads to, where attempts are limited.
  ///
  /// *Formula*: with probability p that an attempt is followed by another and at most m attempts, (1 − p^m)/(1 − p)
  /// attempts are made of which all but one follow another; so p shrinks by (1 − p^(m − 1))/(1 − p^m).
  static func limited(_ share: Double, failing: Double, attempts: Int?) -> Double {
    guard let attempts else { return share }
    let p = share * failing
    guard attempts > 1 else { return 0 }
    guard p > 0, p < 1 else { return share * Double(attempts - 1) / Double(attempts) }
    return share * (1 - pow(p, Double(attempts - 1))) / (1 - pow(p, Double(attempts)))
  }

  /// Redials on the timeline of those who gave up or were blocked.
  static func redials(
    abandoned: [Double], blocked: [Double], reaching: [Double], redial: Redial,
    on timeline: InflowTimeline
  ) -> [Double] {
    let all = reaching.reduce(0, +) + blocked.reduce(0, +)
    let failing = all > 0 ? (abandoned.reduce(0, +) + blocked.reduce(0, +)) / all : 0
    let afterAbandonment = limited(
      redial.afterAbandonment.value, failing: failing, attempts: redial.maximumAttempts)
    let afterBlock = limited(
      redial.afterBlock.value, failing: failing, attempts: redial.maximumAttempts)
    let leaving = zip(abandoned, blocked).map { $0 * afterAbandonment + $1 * afterBlock }
    return DelayedArrivals.steady(leaving, meanSeconds: redial.delay.value, on: timeline)
  }

  /// Recontacts on the timeline of those who were answered and not handed on.
  static func recontacts(
    answered: [Double], behavior: QueueBehavior, on timeline: InflowTimeline
  ) -> [Double] {
    guard let recontact = behavior.recontact else { return answered.map { _ in 0 } }
    let handedOn = behavior.transfers.reduce(0) { $0 + $1.share.value }
    let share = recontact.share.value * max(0, 1 - handedOn)
    return DelayedArrivals.steady(
      answered.map { $0 * share }, meanSeconds: recontact.delay.value, on: timeline)
  }
}
