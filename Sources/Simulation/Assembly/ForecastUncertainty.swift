internal import ContactCenter
internal import Probability

/// How much the busyness of a day varies, read from a forecast's quantiles.
enum ForecastUncertainty {
  /// The coefficient of variation of a gamma factor on all rates of a day.
  ///
  /// *Formula*: each interval's variance is taken from its 10 % and 90 % quantiles as if they were normal; what
  /// exceeds the Poisson variance is attributed to one factor common to the day:
  /// cv² = Σ max(0, σᵢ² − mᵢ) / Σ mᵢ². The factor is thus as uncertain as a busy interval is, which is too much for
  /// a day whose intervals err independently, and never too little.
  ///
  /// *Edge cases*: 0 without quantiles or contacts.
  static func busynessVariation(of forecast: QueueForecast) -> Double {
    guard let low = QuantileLevels.percents.firstIndex(of: 10),
      let high = QuantileLevels.percents.firstIndex(of: 90)
    else { return 0 }
    let width = 2 * SpecialFunctions.normalQuantile(0.9)
    var excess = 0.0
    var squares = 0.0
    for interval in forecast.intervals
    where interval.quantiles.count == QuantileLevels.percents.count && interval.offered > 0 {
      let deviation = (interval.quantiles[high] - interval.quantiles[low]) / width
      excess += max(0, deviation * deviation - interval.offered)
      squares += interval.offered * interval.offered
    }
    let variation = squares > 0 ? (excess / squares).squareRoot() : 0
    return variation.isFinite ? min(variation, 3) : 0
  }
}
