internal import Glibc

/// The modified offered load: how many contacts would be in progress if nobody ever waited.
///
/// *Formula*: m' = λ(t) − m/h(t), exact inside each step, where rate and handle time are constant: with a = λh,
/// m(t) = a + (m₀ − a) e^{−t/h}. Mean and largest value are taken over samples 5 seconds apart, each at the end of its
/// five seconds; their sum is a geometric series.
///
/// *Edge cases*: at the first step m is 0, a center that opens; a queue that is open just before it starts with what its
/// first day leaves behind, that day itself begun in balance. While the queue is closed m dies out.
///
/// *Source*: Jennings, Mandelbaum, Massey and Whitt 1996, "Server staffing to meet time-varying demand", Management
/// Science 42, 1383–1394, doi 10.1287/mnsc.42.10.1383; the Mt/M/∞ equation is Eick, Massey and Whitt 1993, "Mt/G/∞
/// queues with sinusoidal arrival rates", Management Science 39, 241–252, doi 10.1287/mnsc.39.2.241.
struct OfferedLoad {
  /// Seconds between samples.
  static let samplingSeconds = 5.0

  /// The mean of each step's samples.
  private(set) var means: [Double] = []
  /// The largest of each step's samples.
  private(set) var largest: [Double] = []
  /// The load at the end of each step.
  private(set) var ends: [Double] = []

  /// The load of volumes on a time line.
  init(of profile: RateProfile, contacts: [Double]) {
    var load = 0.0
    if let day = profile.warmUp, let first = day.first {
      load = Self.balance(profile.steps[first], contacts[first])
      for index in day { load = Self.advance(load, profile.steps[index], contacts[index]).end }
    }
    means.reserveCapacity(contacts.count)
    for (step, volume) in zip(profile.steps, contacts) {
      let own = Self.advance(load, step, volume)
      means.append(own.mean)
      largest.append(own.largest)
      ends.append(own.end)
      load = own.end
    }
  }

  private static func balance(_ step: RateProfile.Step, _ contacts: Double) -> Double {
    contacts / step.seconds * step.handleSeconds
  }

  private static func advance(
    _ load: Double, _ step: RateProfile.Step, _ contacts: Double
  ) -> (mean: Double, largest: Double, end: Double) {
    let start = step.gapSeconds > 0 ? load * exp(-step.gapSeconds / step.handleSeconds) : load
    let balance = balance(step, contacts)
    let samples = max(1, (step.seconds / samplingSeconds).rounded())
    let pace = step.seconds / samples / step.handleSeconds
    let kept = exp(-pace)
    let last = exp(-pace * samples)
    let distance = start - balance
    let sum = kept * expm1(-pace * samples) / expm1(-pace)
    return (
      balance + distance * sum / samples, balance + distance * (distance > 0 ? kept : last),
      balance + distance * last
    )
  }
}
