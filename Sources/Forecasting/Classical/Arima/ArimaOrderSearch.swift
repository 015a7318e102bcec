#if canImport(Glibc)
  internal import Glibc
#endif

/// The orders of an ARIMA model by Akaike's corrected criterion, found in steps.
///
/// D by the strength of the season, d by the stationarity test, then p, q, P, Q and a constant by moving from the best
/// of four first models to whatever neighbor is better. Models are compared by conditional least squares over the
/// same steps, a hundredth of the work of the likelihood, as `auto.arima` does with `approximation`; a model within
/// 1 % of a unit root is passed over.
///
/// *Source*: Hyndman and Khandakar (2008), Journal of Statistical Software 27(3), doi:10.18637/jss.v027.i03.
struct ArimaOrderSearch {
  /// How far the search goes.
  struct Limits: Hashable, Sendable {
    /// The largest p and q.
    var plain = 3
    /// The largest P and Q.
    var seasonal = 2
    /// The largest p + q + P + Q.
    var total = 5
    /// The largest d.
    var differences = 1
    /// The largest D.
    var seasonalDifferences = 1
    /// The largest d + D.
    var allDifferences = 2
    /// The most models looked at.
    var models = 50
    /// Models with an inverse root beyond this are passed over.
    var longestRoot = 1 / 1.01
    /// The strength from which a season is subtracted.
    var seasonalStrength = SeasonalStrength.threshold
  }

  /// What was found.
  struct Choice: Hashable, Sendable {
    var orders: ArimaOrders
    /// Whether there is a mean, or a drift where the series is differenced once.
    var hasConstant: Bool
  }

  private struct Candidate: Hashable {
    var p = 0
    var q = 0
    var seasonalP = 0
    var seasonalQ = 0
    var hasConstant = false
  }

  private let limits: Limits
  private let base: ArimaOrders
  private let mayHaveConstant: Bool
  private let plain: ConditionalSquares
  private let centered: ConditionalSquares
  private let seen: Double
  private var values: [Candidate: Double] = [:]

  /// Prepares the search over a series without its regressors.
  ///
  /// *Edge cases*: a period of 1, or one of which the series has less than three, means no season.
  init(_ series: [Double], period: Int, limits: Limits = Limits()) {
    self.limits = limits
    let season = period > 1 && series.count >= 3 * period ? period : 1
    let seasonalDifferences =
      limits.seasonalDifferences > 0
        && SeasonalStrength.of(series, period: season) > limits.seasonalStrength ? 1 : 0
    let seasonal = ArimaOrders(0, 0, 0, seasonal: (0, seasonalDifferences, 0), period: season)
    let level = StationarityTest.differences(
      ArimaPolynomials.difference(series, seasonal),
      maximum: min(limits.differences, limits.allDifferences - seasonalDifferences))
    base = ArimaOrders(0, level, 0, seasonal: (0, seasonalDifferences, 0), period: season)
    let differenced = ArimaPolynomials.difference(series, base)
    let observed = differenced.filter { !$0.isNaN }
    let mean = observed.isEmpty ? 0 : observed.reduce(0, +) / Double(observed.count)
    mayHaveConstant = level + seasonalDifferences <= 1
    let longest = limits.plain + season * limits.seasonal
    let skip = min(longest, differenced.count / 5)
    plain = ConditionalSquares(differenced, longestLag: longest, skip: skip)
    centered = ConditionalSquares(
      differenced.map { $0 - mean }, longestLag: longest, skip: skip)
    seen = Double(differenced[skip...].count { !$0.isNaN })
  }

  /// The best model found; with too little data the one without coefficients.
  mutating func best() -> Choice {
    let isSeasonal = base.period > 1
    var best = Candidate(hasConstant: mayHaveConstant)
    var value = criterion(best)
    for (p, q, sp, sq) in [(2, 2, 1, 1), (1, 0, 1, 0), (0, 1, 0, 1)] {
      consider(
        Candidate(
          p: p, q: q, seasonalP: isSeasonal ? sp : 0, seasonalQ: isSeasonal ? sq : 0,
          hasConstant: mayHaveConstant), &best, &value)
    }
    var moved = true
    while moved, values.count < limits.models {
      moved = false
      for neighbor in neighbors(of: best) where values.count < limits.models {
        if consider(neighbor, &best, &value) {
          moved = true
          break
        }
      }
    }
    return Choice(orders: orders(best), hasConstant: best.hasConstant)
  }

  @discardableResult
  private mutating func consider(
    _ candidate: Candidate, _ best: inout Candidate, _ value: inout Double
  ) -> Bool {
    let its = criterion(candidate)
    guard its < value else { return false }
    best = candidate
    value = its
    return true
  }

  private func neighbors(of c: Candidate) -> [Candidate] {
    var result: [Candidate] = []
    func add(_ p: Int, _ q: Int, _ sp: Int, _ sq: Int) {
      var next = c
      next.p += p
      next.q += q
      next.seasonalP += sp
      next.seasonalQ += sq
      result.append(next)
    }
    if base.period > 1 {
      for (sp, sq) in [(-1, 0), (0, -1), (1, 0), (0, 1), (-1, -1), (1, 1)] { add(0, 0, sp, sq) }
    }
    for (p, q) in [(-1, 0), (0, -1), (1, 0), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)] {
      add(p, q, 0, 0)
    }
    if mayHaveConstant {
      var next = c
      next.hasConstant.toggle()
      result.append(next)
    }
    return result
  }

  private func orders(_ c: Candidate) -> ArimaOrders {
    ArimaOrders(
      c.p, base.differences, c.q,
      seasonal: (c.seasonalP, base.seasonalDifferences, c.seasonalQ), period: base.period)
  }

  private mutating func criterion(_ candidate: Candidate) -> Double {
    let c = candidate
    guard min(c.p, c.q, c.seasonalP, c.seasonalQ) >= 0, max(c.p, c.q) <= limits.plain,
      max(c.seasonalP, c.seasonalQ) <= limits.seasonal,
      c.p + c.q + c.seasonalP + c.seasonalQ <= max(limits.total, 0)
        || (c.p, c.q, c.seasonalP, c.seasonalQ) == (2, 2, 1, 1)
    else { return .infinity }
    if let known = values[c] { return known }
    let value = computed(c)
    values[c] = value
    return value
  }

  private func computed(_ c: Candidate) -> Double {
    let orders = orders(c)
    let count = Double(orders.coefficientCount + (c.hasConstant ? 1 : 0) + 1)
    guard seen - count - 1 > 0 else { return .infinity }
    let squares = c.hasConstant ? centered : plain
    let (coefficients, square) = squares.best(orders, tolerance: 1e-5, maximumEvaluations: 120)
    guard square > 0, square.isFinite else { return square == 0 ? -.infinity : .infinity }
    guard ArimaSpace(orders).longestInverseRoot(coefficients) < limits.longestRoot else {
      return .infinity
    }
    return seen * log(square) + 2 * count + 2 * count * (count + 1) / (seen - count - 1)
  }
}
