internal import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: the variance of counts, never below Poisson; quantiles that are ordered and finite for any
// mean from 0 to 1e15; a microsecond per interval, because a run over a hundred queues asks for millions.
//
// A rate that is gamma distributed gives negative binomial counts. Their quantiles are taken from the gamma
// curve with the same mean and variance, which is smooth in both: a band of whole contacts would jump by one
// between neighboring intervals. Scaled by the mean, the curve depends on its shape alone, so a table over the
// logarithm of the shape, made once, replaces every inversion.

/// Quantiles of counts from a mean and a variance.
enum CountQuantiles {
  private static let lowestLog = -7.0
  private static let highestLog = 18.5
  private static let steps = 510

  /// Quantiles over mean by level, then knot.
  private static let table: [[Double]] = QuantileLevels.percents.map { percent in
    (0...steps).map { knot in
      let shape = exp(lowestLog + (highestLog - lowestLog) * Double(knot) / Double(steps))
      return relativeQuantile(percent / 100, shape: shape)
    }
  }

  /// A quantile of the gamma curve of mean 1.
  ///
  /// From shape 200 on by Wilson and Hilferty's cube root, there within 2·10⁻⁵ of the exact value at every level
  /// used and far cheaper than an inversion.
  static func relativeQuantile(_ probability: Double, shape: Double) -> Double {
    guard shape >= 200 else {
      return Gamma(shape: shape, scale: 1).quantile(probability) / shape
    }
    let spread = 1 / (9 * shape)
    let root = 1 - spread + Normal().quantile(probability) * spread.squareRoot()
    return root * root * root
  }

  /// Writes the quantiles of every cell into a forecast.
  ///
  /// *Edge cases*: a variance below the mean is raised to it (Poisson); a mean of 0 gives zeros.
  static func write(into forecast: inout DayForecast, variance: [Double]) {
    for cell in forecast.mean.indices where forecast.mean[cell] > 0 {
      let mean = forecast.mean[cell]
      let shape = mean / max(1, variance[cell] / mean)
      let place = (log(shape) - lowestLog) / (highestLog - lowestLog) * Double(steps)
      let bounded = min(max(place, 0), Double(steps) - 1e-9)
      let knot = Int(bounded)
      let weight = bounded - Double(knot)
      for level in table.indices {
        let relative = table[level][knot] * (1 - weight) + table[level][knot + 1] * weight
        forecast.quantiles[level][cell] = mean * relative
      }
    }
  }
}
