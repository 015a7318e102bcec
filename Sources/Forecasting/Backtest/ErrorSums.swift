internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// Sums over intervals from which every measure of accuracy follows.
struct ErrorSums {
  /// Intervals.
  private(set) var count = 0
  /// Σ|F − A|.
  private(set) var absolute = 0.0
  private var actual = 0.0
  private var signed = 0.0
  private var pinball = 0.0
  private var banded = 0
  private var inside80 = 0
  private var inside95 = 0
  private var floor = 0.0
  private var days: [CivilDate: Double] = [:]
  private var dayAbsolute = 0.0

  /// Adds one interval.
  mutating func add(_ entry: BacktestEntry, actual value: Double, date: CivilDate) {
    let error = entry.mean - value
    count += 1
    absolute += abs(error)
    actual += value
    signed += error
    days[date, default: 0] += error
    floor += poissonMeanAbsoluteDeviation(entry.mean)
    let levels = QuantileLevels.percents
    guard entry.quantiles.count == levels.count else { return }
    banded += 1
    var loss = 0.0
    for i in levels.indices.dropFirst().dropLast() {
      let under = value - entry.quantiles[i]
      loss += max(levels[i] / 100 * under, (levels[i] / 100 - 1) * under)
    }
    pinball += 2 * loss / Double(levels.count - 2)
    let last = levels.count - 1
    if entry.quantiles[1] <= value && value <= entry.quantiles[last - 1] { inside80 += 1 }
    if entry.quantiles[0] <= value && value <= entry.quantiles[last] { inside95 += 1 }
  }

  /// Adds the sums of another origin or queue.
  mutating func add(_ other: ErrorSums) {
    count += other.count
    absolute += other.absolute
    actual += other.actual
    signed += other.signed
    pinball += other.pinball
    banded += other.banded
    inside80 += other.inside80
    inside95 += other.inside95
    floor += other.floor
    dayAbsolute += other.allDaysAbsolute
  }

  /// Σ|F − A| over days, added in order of date so that the last bits do not depend on hashing.
  private var allDaysAbsolute: Double {
    days.sorted { $0.key < $1.key }.reduce(dayAbsolute) { $0 + abs($1.value) }
  }

  /// The measures.
  func row(
    queue: String, channel: String, model: String, leadDays: Int, scaled: [Double]
  ) -> AccuracyRow {
    let days = allDaysAbsolute
    func share(_ part: Double) -> Double { actual > 0 ? part / actual : .nan }
    func covered(_ inside: Int) -> Double {
      banded > 0 ? Double(inside) / Double(banded) : .nan
    }
    let known = scaled.filter(\.isFinite)
    return AccuracyRow(
      queue: queue, channel: channel, model: model, leadDays: leadDays, origins: scaled.count,
      intervals: count, mase: known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count),
      wape: share(absolute), dayWape: share(days), bias: share(signed),
      wql: banded > 0 ? share(pinball) : .nan, coverage80: covered(inside80),
      coverage95: covered(inside95), noiseFloor: share(floor))
  }
}

/// The mean absolute deviation of a Poisson count from its mean m.
///
/// *Formula*: 2 exp((k + 1) ln m − m − ln k!), k = ⌊m⌋. *Source*: de Moivre's identity, Diaconis and Zabell (1991),
/// Statistical Science 6:284-302.
///
/// *Edge cases*: 0 for m ≤ 0 and for what is not finite.
func poissonMeanAbsoluteDeviation(_ mean: Double) -> Double {
  guard mean > 0, mean.isFinite else { return 0 }
  // Beyond a million the normal limit √(2m/π) is exact to ten digits, and lgamma would lose them.
  guard mean < 1e6 else { return (2 * mean / .pi).squareRoot() }
  let k = mean.rounded(.down)
  return 2 * exp((k + 1) * log(mean) - mean - lgamma(k + 1))
}
