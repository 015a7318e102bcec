internal import ContactCenter
internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: with nothing seen, or days that do not differ, the forecast stays as it is to the last bit; the
// step is the best linear one for the variances of the queue's own past; under a millisecond per queue, because
// it is asked again every few minutes.

/// A forecast of a day brought up to date by what came of it so far, whatever model made it.
///
/// *Formula*: on the root scale and in units of Poisson noise, the seen slots' surprises are z = L_o·b + noise with day
/// factors b of variance 1 and loadings L. The penalized least squares estimate is
/// b̂ = (L_o'L_o/σ² + I)⁻¹ L_o'z/σ²; the rest of the day becomes (√f + v·L·b̂)², v the standard deviation of Poisson
/// noise. The penalty is the ratio of noise to factor variance that `DayDependence` measured: where days do not
/// differ there are no factors, and nothing moves. What is known of b narrows the bands; noise stays. Later days move by
/// the share of b̂ that lasts (`Persistence`).
///
/// *Source*: Shen and Huang (2008), "Interday forecasting and intraday updating of call center arrivals",
/// Manufacturing & Service Operations Management 10:391-410.
public struct IntradayUpdate: Sendable {
  /// What the queue's past says about its days.
  public let dependence: DayDependence

  /// A surprise beyond this many of its own standard deviations counts as this: a broken counter shall not decide.
  private static let largestSurprise = 4.0

  /// Learns from the past.
  public init(_ series: DaySeries) { dependence = DayDependence(series) }

  /// Takes what was learned.
  public init(_ dependence: DayDependence) { self.dependence = dependence }

  /// What the seen slots say about the factors of their day.
  struct Belief {
    /// The mean of each factor.
    var mean: [Double]
    /// The covariance of the factors.
    var covariance: [[Double]]
    /// The mean squared surprise of the seen slots over what it was expected to be, at least 1: a day stranger than
    /// its past leaves more doubt.
    var strangeness: Double
  }

  /// Updates a forecast of consecutive days of which the first has partly been seen.
  ///
  /// - Parameters:
  ///   - forecast: what any model said before the first day.
  ///   - days: its days.
  ///   - seen: contacts of the first day by slot; NaN where not seen.
  ///
  /// *Returns*: the forecast, seen slots unchanged; the rest of the day and the days after it updated.
  public func update(_ forecast: DayForecast, days: [ModelDay], seen: [Double]) -> DayForecast {
    guard forecast.slotCount == dependence.slotCount, seen.count == dependence.slotCount,
      days.count == forecast.dayCount, !days.isEmpty, !dependence.shapes.isEmpty,
      let belief = belief(Array(forecast.mean.prefix(forecast.slotCount)), seen: seen)
    else { return forecast }
    var result = forecast
    var lag = 0
    for d in days.indices {
      if d > 0, !days[d].isOpen { continue }
      let shares = dependence.persistence.map { d == 0 ? 1 : $0.correlation(lag: lag) }
      lag += 1
      for s in 0..<forecast.slotCount where d > 0 || seen[s].isNaN {
        let cell = d * forecast.slotCount + s
        if result.mean[cell] > 0 { move(&result, cell: cell, slot: s, belief, shares) }
      }
    }
    return result
  }

  /// The factors of a day from its seen slots; nil where nothing was seen.
  func belief(_ means: [Double], seen: [Double]) -> Belief? {
    let count = dependence.shapes.count
    let noise = dependence.noise
    var precision = Matrix.identity(count)
    var pull = [Double](repeating: 0, count: count)
    var number = 0
    var squares = 0.0
    for s in seen.indices where seen[s].isFinite && seen[s] >= 0 && means[s] > 0 {
      let usual = RootCounts.moments(means[s])
      guard usual.variance > 1e-6 else { continue }
      let loadings = dependence.loadings(slot: s, mean: means[s])
      let spread = (noise + loadings.reduce(0) { $0 + $1 * $1 }).squareRoot()
      let raw = (RootCounts.root(seen[s]) - usual.mean) / usual.variance.squareRoot()
      let surprise = min(max(raw, -Self.largestSurprise * spread), Self.largestSurprise * spread)
      for i in 0..<count {
        pull[i] += loadings[i] * surprise / noise
        for j in 0..<count { precision[i, j] += loadings[i] * loadings[j] / noise }
      }
      squares += surprise * surprise / noise
      number += 1
    }
    guard number > 0, let factor = try? Cholesky(precision), let mean = try? factor.solve(pull)
    else { return nil }
    var covariance: [[Double]] = []
    for i in 0..<count {
      var unit = [Double](repeating: 0, count: count)
      unit[i] = 1
      guard let column = try? factor.solve(unit) else { return nil }
      covariance.append(column)
    }
    // z'(LL' + σ²)⁻¹z by the identity of Woodbury.
    let distance = squares - zip(pull, mean).reduce(0) { $0 + $1.0 * $1.1 }
    return Belief(
      mean: mean, covariance: covariance, strangeness: max(1, distance / Double(number)))
  }

  /// Moves one cell by the share of the factors that reaches its day, and narrows its band by what is known.
  private func move(
    _ forecast: inout DayForecast, cell: Int, slot: Int, _ belief: Belief, _ shares: [Double]
  ) {
    let mean = forecast.mean[cell]
    let poisson = RootCounts.moments(mean).variance
    let loadings = zip(dependence.loadings(slot: slot, mean: mean), shares).map { $0 * $1 }
    var shift = 0.0
    var known = 0.0
    var whole = dependence.noise
    for i in loadings.indices {
      shift += loadings[i] * belief.mean[i]
      whole += loadings[i] * loadings[i]
      var left = 0.0
      for j in loadings.indices { left += belief.covariance[i][j] * loadings[j] }
      known += loadings[i] * (loadings[i] - left)
    }
    shift *= poisson.squareRoot()
    let old = mean.squareRoot()
    // A root below 0 would rise again when squared.
    let new = max(old + shift, 0)
    guard shift.isFinite, (new * new).isFinite else { return }
    let narrowing = (min(max(1 - known / whole, 0) * belief.strangeness, 1)).squareRoot()
    forecast.mean[cell] = new * new
    for level in forecast.quantiles.indices {
      let distance = max(forecast.quantiles[level][cell], 0).squareRoot() - old
      let root = max(new + narrowing * distance, 0)
      forecast.quantiles[level][cell] = root * root
    }
  }
}
