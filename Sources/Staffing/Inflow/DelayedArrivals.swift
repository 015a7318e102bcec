#if canImport(Glibc)
  internal import Glibc
#endif

/// Contacts that leave and come back after an exponential delay, interval by interval.
///
/// *Formula*: those who leave spread evenly over an interval of length L are still away at its end with probability
/// (1 − e^(−x))/x, x = L/mean; those away at its start come within it with probability 1 − e^(−x).
/// *Edge cases*: a mean of zero brings everybody back at once.
struct DelayedArrivals {
  /// The mean delay in seconds.
  let meanSeconds: Double
  /// Who is away now.
  private(set) var away = 0.0

  init(meanSeconds: Double) { self.meanSeconds = meanSeconds }

  /// Time passes in which nobody is counted: who comes back then is gone.
  mutating func pass(_ seconds: Double) {
    if seconds > 0 { away *= exp(-seconds / meanSeconds) }
  }

  /// Who comes back during an interval in which so many leave.
  mutating func arriving(leaving: Double, seconds: Double) -> Double {
    let x = seconds / meanSeconds
    let gone = -expm1(-x)
    let stay = x > 0 ? gone / x : 1
    let arriving = away * gone + leaving * (1 - stay)
    away = away * exp(-x) + leaving * stay
    return arriving
  }

  /// Who comes back in each interval of a timeline before which other ones like it have been.
  ///
  /// The state at the start is the one that the timeline itself leaves behind: with D what a period lets remain of it
  /// and E what the period adds, A = E/(1 − D).
  static func steady(
    _ leaving: [Double], meanSeconds: Double, on timeline: InflowTimeline
  ) -> [Double] {
    var first = DelayedArrivals(meanSeconds: meanSeconds)
    _ = first.run(leaving, timeline)
    first.pass(timeline.gapBeforeFirst)
    let kept = exp(-timeline.periodSeconds / max(meanSeconds, 1e-9))
    var second = DelayedArrivals(meanSeconds: meanSeconds)
    second.away = kept < 1 ? first.away / (1 - kept) : first.away
    return second.run(leaving, timeline)
  }

  private mutating func run(_ leaving: [Double], _ timeline: InflowTimeline) -> [Double] {
    leaving.indices.map { index in
      if index > 0 { pass(timeline.gaps[index]) }
      return arriving(leaving: leaving[index], seconds: timeline.lengths[index])
    }
  }
}
