#if canImport(Glibc)
  internal import Glibc
#endif

/// What the square root does to a count: its mean and its spread.
///
/// A count N of mean f has √(N + ¼) with mean close to √f and variance close to ¼ whatever f is: on this scale days
/// and slots of any size can be compared, and noise is known in advance.
///
/// *Source*: Brown, Cai, Zhang, Zhao and Zhou (2010), "The root-unroot algorithm for density estimation as
/// implemented via wavelet block thresholding", on the choice of ¼, which makes the mean right.
enum RootCounts {
  /// Below this mean the two limits are not good enough, and Poisson sums take their place.
  private static let smallMean = 12.0
  private static let step = 0.05
  private static let knots = 241

  private static let table: [(mean: Double, variance: Double)] = (0..<knots).map { knot in
    let f = Double(knot) * step
    var chance = exp(-f)
    var first = 0.0
    var second = 0.0
    for k in 0..<80 {
      let value = Double(k) + 0.25
      first += chance * value.squareRoot()
      second += chance * value
      chance *= f / Double(k + 1)
    }
    return (first, max(second - first * first, 0))
  }

  /// The root of a count.
  static func root(_ count: Double) -> Double { (max(count, 0) + 0.25).squareRoot() }

  /// The mean and the variance of the root of a Poisson count of mean `f`.
  ///
  /// *Edge cases*: ½ and 0 for f ≤ 0.
  static func moments(_ f: Double) -> (mean: Double, variance: Double) {
    guard f > 0 else { return (0.5, 0) }
    guard f < smallMean else { return (f.squareRoot(), 0.25) }
    let place = f / step
    let knot = min(Int(place), knots - 2)
    let weight = place - Double(knot)
    let (low, high) = (table[knot], table[knot + 1])
    return (
      low.mean + weight * (high.mean - low.mean),
      low.variance + weight * (high.variance - low.variance)
    )
  }
}
