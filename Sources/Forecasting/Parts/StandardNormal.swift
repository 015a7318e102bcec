internal import ContactCenter
internal import Probability

/// The standard normal at the levels that forecasts carry.
enum StandardNormal {
  /// The deviate of each of `QuantileLevels.percents`.
  static let deviates = QuantileLevels.percents.map { Normal().quantile($0 / 100) }
}
