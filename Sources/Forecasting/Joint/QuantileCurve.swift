internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// The distribution of a cell's contacts as a curve over the standard normal: monotone through its quantiles, with its mean.
///
/// On the scale of roots the quantiles of counts lie nearly on a line over the normal deviates, so straight
/// pieces between them are close, and the end pieces go on beyond the outermost quantiles as the tails.
struct QuantileCurve {
  /// Roots at `StandardNormal.deviates`.
  private let roots: [Double]
  /// What brings the mean of the curve to that of the forecast.
  private let factor: Double

  /// Deviates and weights over which the mean is taken: 41 points of a trapezoid from −5 to 5, exact to 1e-9 for
  /// smooth curves.
  private static let grid: [(deviate: Double, weight: Double)] = {
    let points = (-20...20).map { Double($0) / 4 }
    let densities = points.map { exp(-0.5 * $0 * $0) }
    let total = densities.reduce(0, +)
    return zip(points, densities).map { ($0, $1 / total) }
  }()

  /// The curve of a mean and its quantiles; without quantiles that of a Poisson count.
  init(mean: Double, quantiles: [Double]) {
    let deviates = StandardNormal.deviates
    let middle = max(mean, 0).squareRoot()
    let roots =
      quantiles.count == deviates.count
      ? quantiles.map { max($0, 0).squareRoot() } : deviates.map { max(middle + $0 / 2, 0) }
    self.roots = roots
    let plain = Self.grid.reduce(0) { $0 + $1.weight * Self.value(roots, at: $1.deviate) }
    // A curve that is 0 nearly everywhere says nothing of the size of what comes once in a while.
    factor = plain > 0 && mean > 0 ? mean / plain : 0
  }

  /// The contacts at a standard normal deviate.
  func value(at deviate: Double) -> Double { factor * Self.value(roots, at: deviate) }

  /// The spread of the root, from the middle 80 %.
  var rootDeviation: Double {
    let last = roots.count - 2
    return (roots[last] - roots[1]) / (StandardNormal.deviates[last] - StandardNormal.deviates[1])
  }

  /// Whether all quantiles are the same: what is known already.
  var isCertain: Bool { roots[0] == roots[roots.count - 1] }

  private static func value(_ roots: [Double], at deviate: Double) -> Double {
    let deviates = StandardNormal.deviates
    var upper = 1
    while upper < deviates.count - 1, deviates[upper] < deviate { upper += 1 }
    let slope = (roots[upper] - roots[upper - 1]) / (deviates[upper] - deviates[upper - 1])
    let root = max(roots[upper - 1] + slope * (deviate - deviates[upper - 1]), 0)
    return root * root
  }
}
