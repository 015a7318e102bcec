internal import ContactCenter

/// What a model says about future days: a mean and quantiles for every wall-clock slot.
public struct DayForecast: Hashable, Sendable {
  /// Slots per day.
  public let slotCount: Int
  /// Mean contacts by day, then slot.
  public var mean: [Double]
  /// For each of `QuantileLevels.percents`, contacts by day, then slot.
  public var quantiles: [[Double]]

  /// Zeros for a number of days.
  public init(zerosForDays dayCount: Int, slotCount: Int) {
    self.slotCount = slotCount
    self.mean = [Double](repeating: 0, count: dayCount * slotCount)
    self.quantiles = Array(repeating: mean, count: QuantileLevels.percents.count)
  }

  /// The number of days.
  public var dayCount: Int { mean.count / slotCount }

  /// The quantiles of one cell, ascending.
  public func quantiles(at cell: Int) -> [Double] { quantiles.map { $0[cell] } }

  /// The forecast with every day's volume multiplied by a factor.
  func scaled(byDay factors: [Double]) -> DayForecast {
    var copy = self
    for (d, factor) in factors.enumerated() where factor != 1 {
      for cell in d * slotCount..<(d + 1) * slotCount {
        copy.mean[cell] *= factor
        for level in copy.quantiles.indices { copy.quantiles[level][cell] *= factor }
      }
    }
    return copy
  }
}
