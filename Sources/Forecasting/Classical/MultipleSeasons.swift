/// A series as a trend, several seasons and the rest: one decomposition per season, shortest first, done twice.
///
/// *Formula*: as R's `mstl`: the seasonal windows are 11, 15, 19, …; periods of half the series or more are dropped;
/// with one season a single round is made.
/// *Source*: Bandara, Hyndman and Bergmeir (2021), MSTL, arXiv:2107.13462.
struct MultipleSeasons {
  /// The periods that were used, ascending.
  let periods: [Int]
  /// The slow part; zeros without any period.
  private(set) var trend: [Double]
  /// One season per period.
  private(set) var seasons: [[Double]]
  /// The series without its seasons, missing values filled.
  private(set) var adjusted: [Double]

  /// Decomposes a series.
  init(_ values: [Double], periods all: [Int]) {
    let n = values.count
    // R drops the others when there are several and refuses a single one that is too long.
    let periods = Set(all).filter { $0 > 1 && 2 * $0 < n }.sorted()
    self.periods = periods
    adjusted = Self.filled(values, period: periods.last ?? 1)
    trend = [Double](repeating: 0, count: n)
    seasons = periods.map { _ in [Double](repeating: 0, count: n) }
    for _ in 0..<(all.count > 1 ? 2 : 1) {
      for (place, period) in periods.enumerated() {
        for i in 0..<n { adjusted[i] += seasons[place][i] }
        let parts = SeasonalDecomposition(
          adjusted, period: period, seasonalWindow: 11 + 4 * place)
        seasons[place] = parts.season
        trend = parts.trend
        for i in 0..<n { adjusted[i] -= parts.season[i] }
      }
    }
  }

  /// Missing values replaced by those one period earlier, at the start one period later, else by the mean.
  static func filled(_ values: [Double], period: Int) -> [Double] {
    guard values.contains(where: \.isNaN) else { return values }
    var filled = values
    for i in filled.indices where filled[i].isNaN && i >= period { filled[i] = filled[i - period] }
    for i in filled.indices.reversed() where filled[i].isNaN && i + period < filled.count {
      filled[i] = filled[i + period]
    }
    let seen = values.filter { !$0.isNaN }
    let mean = seen.isEmpty ? 0 : seen.reduce(0, +) / Double(seen.count)
    return filled.map { $0.isNaN ? mean : $0 }
  }
}
