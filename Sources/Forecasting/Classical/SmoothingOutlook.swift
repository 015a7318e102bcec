#if canImport(Glibc)
  internal import Glibc
#endif

/// Means and variances of the steps after a fitted smoothing model.
///
/// *Formula*: with c_j what an error leaves in the forecast j steps later (α + β (φ + … + φʲ⁻¹ …), + γ at whole seasons):
/// additive errors, variance σ² (1 + Σ c_j²); multiplicative errors with none or an additive season,
/// (1 + σ²) θ_h − μ_h², θ_h = μ_h² + σ² Σ c_j² θ_{h−j}; with a multiplicative season the same of the part without
/// season, times s² (1 + γ²σ²)^k for k whole seasons ahead. The last is exact within the first season and very near
/// after it.
/// *Edge cases*: variances beyond the first 2,000 steps repeat the last; θ costs the square of the steps.
/// *Source*: Hyndman, Koehler, Ord and Snyder (2008), tables 6.1 and 6.2, doi:10.1007/978-3-540-71918-2.
enum SmoothingOutlook {
  private static let longest = 2000

  static func forecast(_ fit: SmoothingFit, steps: Int) -> SeriesForecast {
    guard steps > 0 else { return SeriesForecast(mean: [], variance: []) }
    let w = fit.weights
    let form = fit.form
    let m = fit.period
    let reach = min(steps, longest)
    var mean: [Double] = []
    mean.reserveCapacity(steps)
    // Mean without a multiplicative season, and what an error leaves.
    var plain: [Double] = []
    var left: [Double] = []
    var damped = 0.0
    var power = 1.0
    for h in 0..<steps {
      // What an error leaves in the forecast after h steps: no trend yet at h = 0.
      let season = form.season == .additive && h > 0 && h % m == 0 ? w.gamma : 0
      if h < reach { left.append(w.alpha + w.beta * (damped) + season) }
      power *= w.phi
      damped += power
      let q = fit.end.level + damped * fit.end.trend
      switch form.season {
      case .none: mean.append(q)
      case .additive: mean.append(q + fit.end.season[h % m])
      case .multiplicative: mean.append(q * fit.end.season[h % m])
      }
      if h < reach { plain.append(form.season == .multiplicative ? q : mean[h]) }
    }
    var variance =
      form.error == .additive
      ? additive(fit.variance, left: left)
      : multiplicative(fit, plain: plain, left: left)
    while variance.count < steps { variance.append(variance[variance.count - 1]) }
    return SeriesForecast(mean: mean, variance: variance)
  }

  /// `left[j]` for j ≥ 1 is c_j.
  private static func additive(_ variance: Double, left: [Double]) -> [Double] {
    var sum = 1.0
    return left.indices.map { h in
      if h > 0 { sum += left[h] * left[h] }
      return variance * sum
    }
  }

  private static func multiplicative(
    _ fit: SmoothingFit, plain: [Double], left: [Double]
  ) -> [Double] {
    let variance = fit.variance
    var theta: [Double] = []
    let times = fit.form.season == .multiplicative
    let perSeason = fit.weights.gamma * fit.weights.gamma * variance
    return plain.indices.map { h in
      var sum = 0.0
      for j in 1..<max(1, h + 1) { sum += left[j] * left[j] * theta[h - j] }
      theta.append(plain[h] * plain[h] + variance * sum)
      let whole = (1 + variance) * theta[h]
      guard times else { return whole - plain[h] * plain[h] }
      let season = fit.end.season[h % fit.period]
      let grown = pow(1 + perSeason, Double(h / fit.period))
      return season * season * (whole * grown - plain[h] * plain[h])
    }
  }
}
