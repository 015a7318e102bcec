public import ContactCenter
internal import Probability

/// How much more days and intervals differ than chance alone makes them: the plan's `busyness`.
///
/// Model: on a day d of weekday w, interval i sees a Poisson count with mean λ(w, i) · B(d) · G(d, i), B and G being gamma
/// factors with mean 1. Their standard deviations are `busyness: { day, interval }`.
public struct ArrivalDispersion: Hashable, Sendable {
  /// The days of one weekday.
  public struct OneWeekday: Hashable, Sendable {
    /// The weekday.
    public var weekday: Weekday
    /// Variance over mean of the day's contacts; 1 for Poisson.
    public var index: FittedValue
    /// Mean contacts of a day.
    public var mean: Double
  }

  /// The counts of one day, interval by interval; every day of a weekday has the same intervals.
  public struct Day: Hashable, Sendable {
    /// The date.
    public var date: CivilDate
    /// Contacts by interval of the day.
    public var counts: [Double]

    /// Creates a day.
    public init(date: CivilDate, counts: [Double]) {
      self.date = date
      self.counts = counts
    }
  }

  /// Standard deviation over mean of the day's factor.
  public var day: FittedValue
  /// Standard deviation over mean of the interval's own factor.
  public var interval: FittedValue
  /// Variance over mean of a day's contacts around its weekday's mean; 1 for Poisson.
  public var index: FittedValue
  /// The same for each weekday with three days or more.
  public var weekdays: [OneWeekday]
  /// The day furthest from its weekday's mean, by its ratio to it.
  public var farthest: (date: CivilDate, ratio: Double)? {
    farthestDate.map { ($0, farthestRatio) }
  }
  /// The first or last day where the data begin or end in its midst: left out.
  public private(set) var cutDays: [CivilDate] = []
  private var farthestDate: CivilDate?
  private var farthestRatio = 1.0

  /// Estimates from the days of one queue.
  ///
  /// *Formula*, given the interval's variance v: with m the weekday's mean and S = Σ pᵢ² over its intervals' shares, a
  /// day's relative variance is u(1 + vS) + vS + 1/m. R = Σ (N′ − N)²/2m² / Σ (n − 1) estimates it, N′ being the same
  /// weekday a week later: a level that changes slowly cancels, where deviations from m would take it for busyness.
  /// Its interval treats R · f/E[R] as χ² with f = D²/(D + Σ (n − 2)/2), D = Σ (n − 1), which allows for each day
  /// standing in two differences. The interval's variance v is found within days, where the day's factor cancels: with
  /// e = N(d) P(i), Σ((N(d, i) − e)² − e(1 − P(i))(1 − N(d)/N)) over
  /// Σ N(d)(N(d) − 1) P(i)² (1 − 2P(i) + S)(1 − 2w(d) + Σw²), w(d) being the day's share of its weekday's contacts; its
  /// interval is the jackknife's over days.
  /// *Edge cases*: days without any contact are taken as closed and left out, and so is a first or last day that the
  /// data cut (`CutDays`); nil where fewer than three differences remain.
  /// *Source*: von Neumann, Kent, Bellinson and Hart (1941), The mean square successive difference,
  /// doi:10.1214/aoms/1177731746.
  public init?(days given: [Day], confidence: Double = 0.95) {
    let cut = CutDays.dates(given)
    cutDays = cut
    let days = given.filter { !cut.contains($0.date) }.sorted { $0.date < $1.date }
    let groups = Weekday.allCases.map { weekday in
      days.filter { $0.date.weekday == weekday && $0.counts.reduce(0, +) > 0 }
    }.filter { $0.count > 1 }
    let differences = groups.reduce(0) { $0 + $1.count - 1 }
    guard differences >= 3 else { return nil }
    let within = WithinDays(groups)
    interval = within.variation(confidence: confidence)
    let v = max(0, within.variance)
    var (relative, noise, spread, weight) = (0.0, 0.0, 0.0, 0.0)
    weekdays = []
    for group in groups {
      let totals = group.map { $0.counts.reduce(0, +) }
      let degrees = Double(group.count - 1)
      let m = totals.reduce(0, +) / Double(group.count)
      let squares = zip(totals, totals.dropFirst()).reduce(0) { sum, pair in
        sum + 0.5 * ((pair.1 - pair.0) / m) * ((pair.1 - pair.0) / m)
      }
      relative += squares
      noise += degrees / m
      spread += degrees * v * WithinDays.concentration(group)
      weight += degrees * m
      if group.count > 2 {
        weekdays.append(
          OneWeekday(
            weekday: group[0].date.weekday,
            index: Self.scaled(squares * m / degrees, [group.count], confidence), mean: m))
      }
      for (total, day) in zip(totals, group)
      where abs(total / m - 1) > abs(farthestRatio - 1) {
        (farthestDate, farthestRatio) = (day.date, total / m)
      }
    }
    let df = Double(differences)
    let (meanNoise, meanSpread, meanDay) = (noise / df, spread / df, weight / df)
    let ratio = Self.scaled(relative / df, groups.map(\.count), confidence)
    func factor(_ value: Double) -> Double {
      max(0, (value - meanNoise - meanSpread) / (1 + meanSpread)).squareRoot()
    }
    day = FittedValue(
      factor(ratio.value), lower: factor(ratio.lower), upper: factor(ratio.upper),
      count: ratio.count)
    index = FittedValue(
      ratio.value * meanDay, lower: ratio.lower * meanDay, upper: ratio.upper * meanDay,
      count: day.count)
  }

  /// A variance from successive differences of so many days in each group, with the interval of a χ² variate over its
  /// degrees of freedom.
  private static func scaled(
    _ value: Double, _ days: [Int], _ confidence: Double
  ) -> FittedValue {
    let differences = days.reduce(0.0) { $0 + Double($1 - 1) }
    let shared = days.reduce(0.0) { $0 + Double($1 - 2) }
    let df = differences * differences / (differences + 0.5 * shared)
    let chi = Gamma(shape: df / 2, scale: 2)
    let tail = (1 - confidence) / 2
    return FittedValue(
      value, lower: value * df / chi.quantile(1 - tail), upper: value * df / chi.quantile(tail),
      count: days.reduce(0, +))
  }
}

/// The variance of intervals within days, the day's own level taken out.
private struct WithinDays {
  /// What each weekday adds above and below the line.
  private let excess: Double
  private let scale: Double
  /// The estimates with one day left out.
  private let leftOut: [Double]
  /// The estimate; below zero where intervals differ less than chance would make them.
  var variance: Double { scale > 0 ? excess / scale : 0 }

  init(_ groups: [[ArrivalDispersion.Day]]) {
    let parts = groups.map(Self.parts)
    let (excess, scale) = parts.reduce((0.0, 0.0)) { ($0.0 + $1.excess, $0.1 + $1.scale) }
    var leftOut: [Double] = []
    for (index, group) in groups.enumerated() {
      for day in group.indices {
        var fewer = group
        fewer.remove(at: day)
        let part = Self.parts(fewer)
        let below = scale - parts[index].scale + part.scale
        if below > 0 { leftOut.append((excess - parts[index].excess + part.excess) / below) }
      }
    }
    (self.excess, self.scale, self.leftOut) = (excess, scale, leftOut)
  }

  func variation(confidence: Double) -> FittedValue {
    let n = Double(leftOut.count)
    guard n > 2 else {
      return FittedValue(
        max(0, variance).squareRoot(), lower: 0, upper: .infinity, count: leftOut.count)
    }
    let mean = leftOut.reduce(0, +) / n
    let error = ((n - 1) / n * leftOut.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }).squareRoot()
    let half = error * StudentT(degreesOfFreedom: n - 1).quantile(0.5 + confidence / 2)
    return FittedValue(
      max(0, variance).squareRoot(), lower: max(0, variance - half).squareRoot(),
      upper: max(0, variance + half).squareRoot(), count: leftOut.count)
  }

  /// Σ pᵢ² of a weekday's intervals.
  static func concentration(_ group: [ArrivalDispersion.Day]) -> Double {
    let shares = shares(group)
    return shares.reduce(0) { $0 + $1 * $1 }
  }

  private static func shares(_ group: [ArrivalDispersion.Day]) -> [Double] {
    let length = group.map(\.counts.count).max() ?? 0
    var sums = [Double](repeating: 0, count: length)
    for day in group {
      for (index, count) in day.counts.enumerated() { sums[index] += count }
    }
    let total = sums.reduce(0, +)
    return total > 0 ? sums.map { $0 / total } : sums
  }

  private static func parts(_ group: [ArrivalDispersion.Day]) -> (excess: Double, scale: Double) {
    let shares = shares(group)
    let totals = group.map { $0.counts.reduce(0, +) }
    let all = totals.reduce(0, +)
    guard all > 0 else { return (0, 0) }
    let concentration = shares.reduce(0) { $0 + $1 * $1 }
    let dayConcentration = totals.reduce(0) { $0 + ($1 / all) * ($1 / all) }
    var (excess, scale) = (0.0, 0.0)
    for (day, total) in zip(group, totals) {
      let w = total / all
      let own = 1 - 2 * w + dayConcentration
      for (index, p) in shares.enumerated() where p > 0 {
        let expected = total * p
        let count = index < day.counts.count ? day.counts[index] : 0
        excess += (count - expected) * (count - expected) - expected * (1 - p) * (1 - w)
        scale += total * (total - 1) * p * p * (1 - 2 * p + concentration) * own
      }
    }
    return (excess, scale)
  }
}
