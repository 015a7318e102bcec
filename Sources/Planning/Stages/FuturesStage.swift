public import ContactCenter
public import Forecasting

/// What may come of a forecast: whole futures, and totals over any period and level.
public enum FuturesStage {
  /// The most paths that are drawn at once.
  public static let maximumPaths = 100_000

  /// Sample paths of a forecast, in the order of the paths record.
  ///
  /// - Parameters:
  ///   - result: a forecast made with `learnsDependence`.
  ///   - plan: its grid.
  ///   - count: how many paths.
  ///   - seed: the seed of all streams.
  ///   - threads: paths drawn at the same time; the result does not depend on it.
  public static func paths(
    of result: ForecastResult, plan: Plan, count: Int, seed: UInt64, threads: Int = 1
  ) async -> [SamplePathPoint] {
    let sampler = PathSampler(
      result.forecast, dependence: result.dependence, grid: plan.grid, seed: seed)
    return await sampler.points(count: count, workers: threads)
  }

  /// Totals of a forecast by period and level; quantiles are those of the sums.
  ///
  /// - Parameters:
  ///   - result: a forecast made with `learnsDependence`.
  ///   - plan: its grid and the center's name.
  ///   - period: the length of the periods.
  ///   - level: whose contacts are added up.
  ///   - count: the paths behind the quantiles.
  ///   - seed: the seed of all streams.
  ///   - threads: paths drawn at the same time; the result does not depend on it.
  public static func totals(
    of result: ForecastResult, plan: Plan, by period: DemandTotal.Period,
    level: DemandTotal.Level, count: Int = ForecastTotals.usualPaths, seed: UInt64,
    threads: Int = 1
  ) async -> [DemandTotal] {
    let sampler = PathSampler(
      result.forecast, dependence: result.dependence, grid: plan.grid, seed: seed)
    return await ForecastTotals.of(
      result.forecast, sampler: sampler, grid: plan.grid, by: period, level: level,
      center: plan.center, paths: count, workers: threads)
  }
}
