#if canImport(Glibc)
  internal import Glibc
#endif

/// Where the parameters of a smoothing model may lie.
///
/// The usual region (0 < α < 1, 0 < β < α, 0 < γ < 1 − α) is that in which a component is an average of what it was
/// and what was seen. Within it a seasonal model may still let its first states gain weight with time; the
/// admissible region excludes that.
///
/// *Source*: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing, chapter 10,
/// doi:10.1007/978-3-540-71918-2.
enum SmoothingAdmissibility {
  /// The bounds of α, β and γ, as in R's forecast package.
  static let share = 1e-4...0.9999
  /// The bounds of φ.
  static let damping = 0.8...0.98

  /// Whether the parameters lie in both regions.
  static func admits(_ w: SmoothingWeights, form: SmoothingForm, period: Int) -> Bool {
    guard share.contains(w.alpha) else { return false }
    if form.hasTrend, !share.contains(w.beta) || w.beta > w.alpha { return false }
    if form.trend == .damped, !damping.contains(w.phi) { return false }
    guard form.hasSeason else { return true }
    guard share.contains(w.gamma), w.gamma <= 1 - w.alpha else { return false }
    return period < 2 || forgets(w, period: period)
  }

  /// Whether the weight of the first states dies out: all roots of the characteristic polynomial of the additive
  /// seasonal model lie in the unit circle (theorem 10.1).
  private static func forgets(_ w: SmoothingWeights, period: Int) -> Bool {
    let middle = w.alpha + w.beta - w.alpha * w.phi
    var polynomial = [w.phi * (1 - w.alpha - w.gamma), middle + w.gamma - 1]
    polynomial += [Double](repeating: middle, count: max(0, period - 2))
    polynomial += [w.alpha + w.beta - w.phi, 1]
    // Roots on the circle are allowed: the circle is drawn a hair wider.
    let radius = 1 + 1e-9
    var power = 1.0
    for i in polynomial.indices {
      polynomial[i] *= power
      power *= radius
    }
    return rootsLieInUnitCircle(polynomial)
  }

  /// The test of Schur and Cohn: each step takes off a root's worth, and all reflections must be under 1.
  static func rootsLieInUnitCircle(_ ascending: [Double]) -> Bool {
    var p = ascending
    while p.count > 1 {
      guard let top = p.last, top != 0 else { return false }
      let reflection = p[0] / top
      guard abs(reflection) < 1 else { return false }
      let size = p.count
      p = (1..<size).map { p[$0] - reflection * p[size - 1 - $0] }
    }
    return true
  }
}
