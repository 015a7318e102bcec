internal import ContactCenter
internal import Glibc

/// The distribution that a forecast's quantiles describe: straight between them, with exponential tails that
/// go on as the outermost two quantiles begin.
struct ForecastSpread {
  private let levels: [Double]
  private let values: [Double]

  /// The spread of one interval; nil where it has no complete list of quantiles.
  init?(_ quantiles: [Double]) {
    guard quantiles.count == QuantileLevels.percents.count, quantiles.allSatisfy(\.isFinite) else {
      return nil
    }
    levels = QuantileLevels.percents.map { $0 / 100 }
    values = quantiles.sorted()
  }

  /// The probability that the volume is at most `volume`.
  ///
  /// *Edge cases*: where several quantiles are equal to it, the highest.
  func probability(atMost volume: Double) -> Double {
    let last = values.count - 1
    if volume < values[0] {
      let scale = tailScale(from: 0, to: 1)
      return volume < 0 || scale <= 0 ? 0 : levels[0] * exp(-(values[0] - volume) / scale)
    }
    if volume >= values[last] {
      let scale = tailScale(from: last, to: last - 1)
      if scale <= 0 { return volume > values[last] ? 1 : levels[last] }
      return 1 - (1 - levels[last]) * exp(-(volume - values[last]) / scale)
    }
    var index = 0
    while volume >= values[index + 1] { index += 1 }
    let part = (volume - values[index]) / (values[index + 1] - values[index])
    return levels[index] + part * (levels[index + 1] - levels[index])
  }

  /// The volume that is not exceeded with a probability, for 0 < probability < 1.
  func volume(at probability: Double) -> Double {
    let last = values.count - 1
    if probability < levels[0] {
      return max(0, values[0] - tailScale(from: 0, to: 1) * log(levels[0] / probability))
    }
    if probability >= levels[last] {
      let scale = tailScale(from: last, to: last - 1)
      return values[last] + scale * log((1 - levels[last]) / (1 - probability))
    }
    var index = 0
    while probability >= levels[index + 1] { index += 1 }
    let part = (probability - levels[index]) / (levels[index + 1] - levels[index])
    return values[index] + part * (values[index + 1] - values[index])
  }

  /// The volume at one of `QuantileLevels.percents`, by its index.
  func value(_ level: Int) -> Double { values[level] }

  /// The variance of the volume, from the width between the 10 % and 90 % quantiles of a normal curve.
  var variance: Double {
    let width = (values[values.count - 2] - values[1]) / (2 * 1.2815515655446004)
    return width * width
  }

  private func tailScale(from outer: Int, to inner: Int) -> Double {
    let outside = min(levels[outer], 1 - levels[outer])
    let inside = min(levels[inner], 1 - levels[inner])
    return abs(values[outer] - values[inner]) / log(inside / outside)
  }
}
