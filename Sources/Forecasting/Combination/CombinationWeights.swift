#if canImport(Glibc)
  internal import Glibc
#endif

/// How much each member counts, by group of leads.
///
/// *Formula*: with the mean absolute error e of a member at the leads of a group and the least e* of any,
/// w ∝ exp(−κ (e/e* − 1)), κ = 10 n/(n + 28) for n scored days: a handful of days leaves the weights equal, because an
/// average of all beats a lucky one.
///
/// *Source*: that weights from past errors are hard to estimate and equal ones hard to beat: Claeskens, Magnus, Vasnev
/// and Wang (2016), International Journal of Forecasting 32:754-762, doi:10.1016/j.ijforecast.2015.12.005.
struct CombinationWeights: Equatable {
  /// One weight per member, for each of `LeadBuckets.all`.
  private(set) var weights: [[Double]]
  /// Relative errors behind them: mean absolute error over that of the best member; empty where none was scored.
  private(set) var errors: [[Double]]
  /// Days scored.
  private(set) var days: [Int]

  private static let sharpness = 10.0
  private static let doubt = 28.0

  /// Equal weights.
  init(memberCount: Int) {
    weights = LeadBuckets.all.map { _ in
      [Double](repeating: 1 / Double(max(1, memberCount)), count: memberCount)
    }
    errors = LeadBuckets.all.map { _ in [] }
    days = LeadBuckets.all.map { _ in 0 }
  }

  /// Weights from a replay.
  init(_ replay: RollingReplay, memberCount: Int) {
    self.init(memberCount: memberCount)
    for b in LeadBuckets.all.indices {
      let bucket = LeadBuckets.evidence[b]
      var sums = [Double](repeating: 0, count: memberCount)
      for fold in replay.folds {
        for d in fold.days.indices where bucket.contains(d) {
          let slots = fold.forecasts[0].slotCount
          let cells = (d * slots..<(d + 1) * slots).filter { !fold.actuals[$0].isNaN }
          guard !cells.isEmpty, fold.days[d].isOpen else { continue }
          days[b] += 1
          for m in 0..<memberCount {
            for cell in cells { sums[m] += abs(fold.forecasts[m].mean[cell] - fold.actuals[cell]) }
          }
        }
      }
      guard let best = sums.min(), best > 0 else { continue }
      errors[b] = sums.map { $0 / best }
      let n = Double(days[b])
      let raw = errors[b].map { exp(-Self.sharpness * n / (n + Self.doubt) * ($0 - 1)) }
      let total = raw.reduce(0, +)
      weights[b] = raw.map { $0 / total }
    }
  }

  /// The weighted average of forecasts of the same days.
  ///
  /// - Parameters:
  ///   - forecasts: one per member.
  ///   - leads: the lead of each day, 0 for the day after the history.
  func combine(_ forecasts: [DayForecast], leads: [Int]) -> DayForecast {
    guard let first = forecasts.first else { return DayForecast(zerosForDays: 0, slotCount: 1) }
    let slots = first.slotCount
    var result = DayForecast(zerosForDays: leads.count, slotCount: slots)
    for (d, lead) in leads.enumerated() {
      let weights = weights[LeadBuckets.index(lead)]
      let cells = d * slots..<(d + 1) * slots
      for (m, part) in forecasts.enumerated() where weights[m] > 0 {
        for cell in cells { result.mean[cell] += weights[m] * part.mean[cell] }
        for level in result.quantiles.indices {
          for cell in cells {
            result.quantiles[level][cell] += weights[m] * part.quantiles[level][cell]
          }
        }
      }
    }
    return result
  }
}
