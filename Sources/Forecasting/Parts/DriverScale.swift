#if canImport(Glibc)
  internal import Glibc
#endif

/// How one driver enters a regression on logarithms.
///
/// A driver that is always positive enters by its logarithm, so that its coefficient is an elasticity: 1 means that 10 %
/// more customers make 10 % more contacts. Any other enters in units of its own spread.
struct DriverScale {
  private let isLog: Bool
  private let middle: Double
  private let unit: Double
  private let range: ClosedRange<Double>

  /// The prior standard deviation of the coefficient.
  var priorDeviation: Double { isLog ? 0.7 : 0.2 }
  /// Whether the coefficient is an elasticity.
  var isElasticity: Bool { isLog }

  /// Beyond its past the driver is believed to three times or a third of it, or three spreads.
  private static let widestStep = 1.1

  /// Learns the scale of past values; nil for a driver that never changed.
  init?(_ values: [Double]) {
    guard values.count > 1, values.allSatisfy(\.isFinite), let low = values.min(),
      let high = values.max(), high > low
    else { return nil }
    isLog = low > 0
    let scaled = isLog ? values.map { log($0) } : values
    let mean = scaled.reduce(0, +) / Double(scaled.count)
    let variance = scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scaled.count)
    guard variance.isFinite, variance > 1e-18 * max(1, mean * mean) else { return nil }
    middle = mean
    unit = isLog ? 1 : variance.squareRoot()
    let reach = isLog ? Self.widestStep : 3 * Self.widestStep
    let all = scaled.map { [mean = middle, unit = unit] in ($0 - mean) / unit }
    range = (all.min() ?? 0) - reach...(all.max() ?? 0) + reach
  }

  /// The driver as the regression sees it.
  func scaled(_ value: Double) -> Double {
    guard value.isFinite else { return 0 }
    if isLog, value <= 0 { return range.lowerBound }
    let one = ((isLog ? log(value) : value) - middle) / unit
    return min(max(one, range.lowerBound), range.upperBound)
  }
}
