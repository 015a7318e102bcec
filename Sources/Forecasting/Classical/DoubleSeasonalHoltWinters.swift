#if canImport(Glibc)
  internal import Glibc
#endif

/// Exponential smoothing with a short season inside a long one, and errors that carry over to the next step.
///
/// *Formula*, additive: ŷ = l + b + s + w; the error e moves l by α, b by αβ, s by γ and w by ω times itself; the
/// forecast of the next step adds φe. Multiplicative: as R's `dshw`. Parameters minimize the squared one-step
/// errors; φ is the least squares share given the others.
/// *Edge cases*: with one period alone the long season is left out; missing values leave the states as they are, and
/// the multiplicative form takes neither them nor values that are not above 0.
/// *Source*: Taylor (2003), Journal of the Operational Research Society 54:799-805,
/// doi:10.1057/palgrave.jors.2601589.
public struct DoubleSeasonalHoltWinters: SeriesModel {
  /// Whether seasons multiply.
  public let isMultiplicative: Bool
  /// Whether the level has a trend.
  public let hasTrend: Bool
  private let maximumEvaluations: Int

  /// Creates a model.
  public init(multiplicative: Bool = false, hasTrend: Bool = false) {
    self.init(multiplicative: multiplicative, hasTrend: hasTrend, maximumEvaluations: 160)
  }

  init(multiplicative: Bool, hasTrend: Bool, maximumEvaluations: Int) {
    isMultiplicative = multiplicative
    self.hasTrend = hasTrend
    self.maximumEvaluations = maximumEvaluations
  }

  private static let largestShare = 0.99
  private static let largestCarry = 0.9

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)`` with less than two long seasons, or where seasons
  /// multiply and a value is not above 0.
  public func fit(_ series: SeasonalSeries) throws(ForecastingError) -> any FittedSeries {
    try fitted(series, weights: nil)
  }

  /// The model with given parameters, or the best ones.
  func fitted(
    _ series: SeasonalSeries, weights: DoubleSeasonWeights?
  ) throws(ForecastingError) -> Fitted {
    let short = series.periods.first ?? 1
    let long = series.periods.last ?? 1
    let y = series.values
    guard y.count >= 2 * long, y.contains(where: { !$0.isNaN }), short > 0, long % short == 0
    else {
      throw .notFitted(
        model: "double-seasonal", reason: "fewer than two long seasons of data.")
    }
    if isMultiplicative, y.contains(where: { !($0 > 0) }) {
      throw .notFitted(
        model: "double-seasonal", reason: "seasons multiply and not all values are above 0.")
    }
    let filter = DoubleSeasonFilter(values: y, isMultiplicative: isMultiplicative)
    var start =
      isMultiplicative
      ? DoubleSeasonFilter.ratioStart(y, short: short, long: long)
      : DoubleSeasonFilter.meanStart(y, short: short, long: long)
    if !hasTrend {
      // The level that a trend was counted back from, without it.
      start.level += (Double(long) + 0.5) * start.trend
      start.trend = 0
    }
    let hasLong = long > short
    let best = weights ?? search(filter, start, hasLong: hasLong)
    return Fitted(filter, weights: best, pass: filter.run(best, from: start))
  }

  private func search(
    _ filter: DoubleSeasonFilter, _ start: DoubleSeasonState, hasLong: Bool
  ) -> DoubleSeasonWeights {
    let hasTrend = hasTrend
    func weights(_ p: [Double]) -> DoubleSeasonWeights {
      DoubleSeasonWeights(
        alpha: p[0], beta: hasTrend ? p[p.count - 1] : 0, gamma: p[1],
        omega: hasLong ? p[2] : 0, phi: 0)
    }
    let first = [0.1, 0.05] + (hasLong ? [0.1] : []) + (hasTrend ? [0.01] : [])
    // What a level far off at the start costs is not the parameters' fault: the first long season is not counted.
    let skipped = start.long.count
    let minimum = Minimizer.nelderMead(
      from: first, steps: first.map { max($0, 0.02) }, tolerance: 1e-5,
      maximumEvaluations: maximumEvaluations, restarts: 1
    ) { p in
      guard p.allSatisfy({ $0 >= 0 && $0 <= Self.largestShare }),
        p[0] + p[1] + (hasLong ? p[2] : 0) <= 1
      else { return .infinity }
      let errors = filter.run(weights(p), from: start).errors
      return log(max(Self.carry(errors, skipping: skipped).squares, 1e-300))
    }
    var best = weights(minimum.point)
    best.phi = Self.carry(filter.run(best, from: start).errors, skipping: skipped).share
    return best
  }

  /// The least squares share of an error that comes back, and the sum of squares that it leaves.
  private static func carry(
    _ errors: [Double], skipping: Int
  ) -> (share: Double, squares: Double) {
    var products = 0.0
    var before = 0.0
    var here = 0.0
    for t in max(1, skipping)..<max(errors.count, max(1, skipping)) {
      let (e, last) = (errors[t], errors[t - 1])
      if e.isNaN { continue }
      here += e * e
      if last.isNaN { continue }
      products += e * last
      before += last * last
    }
    let share = before > 0 ? min(max(products / before, 0), largestCarry) : 0
    return (share, here - 2 * share * products + share * share * before)
  }

  /// A fitted model.
  struct Fitted: FittedSeries {
    let weights: DoubleSeasonWeights
    /// One-step forecasts, carry-over included.
    let fittedValues: [Double]
    /// Mean squared one-step error.
    let meanSquare: Double
    private let meanRelativeSquare: Double
    private let end: DoubleSeasonState
    private let lastError: Double
    private let isMultiplicative: Bool

    init(
      _ filter: DoubleSeasonFilter, weights: DoubleSeasonWeights, pass: DoubleSeasonFilter.Pass
    ) {
      self.weights = weights
      end = pass.end
      isMultiplicative = filter.isMultiplicative
      var fitted = pass.forecasts
      var squares = 0.0
      var relative = 0.0
      var count = 0.0
      for t in fitted.indices {
        if t > 0, !pass.errors[t - 1].isNaN { fitted[t] += weights.phi * pass.errors[t - 1] }
        let e = filter.values[t] - fitted[t]
        guard !e.isNaN else { continue }
        squares += e * e
        if fitted[t] != 0 { relative += e * e / (fitted[t] * fitted[t]) }
        count += 1
      }
      fittedValues = fitted
      meanSquare = count > 0 ? squares / count : 0
      meanRelativeSquare = count > 0 ? relative / count : 0
      let last = pass.errors.last ?? 0
      lastError = last.isNaN ? 0 : last
    }

    func forecast(steps: Int) -> SeriesForecast {
      var result = SeriesForecast(mean: [], variance: [])
      result.mean.reserveCapacity(steps)
      result.variance.reserveCapacity(steps)
      var carried = lastError
      // What an error leaves in a later forecast: in the states, and through the errors that it brings about.
      var left = 0.0
      var power = 1.0
      var sum = 1.0
      for h in 0..<max(0, steps) {
        let level = end.level + Double(h + 1) * end.trend
        let (s, l) = (end.short[h % end.short.count], end.long[h % end.long.count])
        carried *= weights.phi
        let mean = (isMultiplicative ? level * s * l : level + s + l) + carried
        result.mean.append(mean)
        if h > 0 {
          power *= weights.phi
          left =
            weights.alpha * (1 + weights.beta * Double(h)) + weights.phi * left
            + (h % end.short.count == 0 ? weights.gamma : 0)
            + (h % end.long.count == 0 ? weights.omega : 0)
          sum += (left + power) * (left + power)
        }
        result.variance.append(
          sum * (isMultiplicative ? meanRelativeSquare * mean * mean : meanSquare))
      }
      return result
    }

    var parameters: [ModelRow] {
      [
        ModelRow("alpha", weights.alpha, note: "level"),
        ModelRow("beta", weights.beta, note: "trend"),
        ModelRow("gamma", weights.gamma, note: "season of \(end.short.count) steps"),
        ModelRow("omega", weights.omega, note: "season of \(end.long.count) steps"),
        ModelRow("phi", weights.phi, note: "carry-over of an error"),
      ]
    }

    var fit: [ModelRow] {
      [ModelRow("mean square error", meanSquare, note: "one step ahead")]
    }
  }
}
