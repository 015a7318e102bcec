/// A series as a trend, a season that changes slowly, and the rest, by local regression (STL).
///
/// *Formula*: two rounds of: smooth the detrended values of each place in the season over the years; take out what
/// of it is slower than a season (three moving averages and a local regression); smooth what is left for the
/// trend. No robustness rounds. Windows and jumps default as in R's `stl`.
/// *Source*: Cleveland, Cleveland, McRae and Terpenning (1990), STL: a seasonal-trend decomposition procedure based on
/// loess, Journal of Official Statistics 6:3-73.
struct SeasonalDecomposition {
  /// The slow part.
  private(set) var trend: [Double]
  /// The part that returns every season.
  private(set) var season: [Double]

  /// Decomposes a whole series.
  ///
  /// *Edge cases*: fewer than two seasons give a season of zeros and no trend.
  /// *Complexity*: O(n (w_s/j_s + w_t/j_t + w_l/j_l)) with windows w and jumps j, some 40 operations per value.
  init(_ values: [Double], period: Int, seasonalWindow: Int) {
    let n = values.count
    trend = [Double](repeating: 0, count: n)
    season = trend
    guard period > 1, n >= 2 * period else { return }
    let forSeason = Loess.Window(length: Loess.odd(seasonalWindow), degree: 0)
    let wanted = 1.5 * Double(period) / (1 - 1.5 / Double(forSeason.length))
    let forTrend = Loess.Window(length: Loess.odd(Int(wanted.rounded(.up))), degree: 1)
    let forLevel = Loess.Window(length: Loess.odd(period), degree: 1)
    var scratch = Scratch(count: n, period: period)
    for _ in 0..<2 {
      scratch.smoothPlaces(values, trend: trend, window: forSeason)
      scratch.averageThrice()
      scratch.smoothLevel(window: forLevel)
      for i in 0..<n { season[i] = scratch.cycles[period + i] - scratch.level[i] }
      let adjusted = zip(values, season).map { $0 - $1 }
      adjusted.withUnsafeBufferPointer { adjusted in
        trend.withUnsafeMutableBufferPointer { trend in
          scratch.weights.withUnsafeMutableBufferPointer { weights in
            Loess.smooth(adjusted, forTrend, into: trend, weights: weights)
          }
        }
      }
    }
  }

  /// Work space of one decomposition.
  private struct Scratch {
    let count: Int
    let period: Int
    /// Smoothed places in the season, one season longer at both ends.
    var cycles: [Double]
    var averages: [Double]
    var level: [Double]
    var weights: [Double]

    init(count: Int, period: Int) {
      self.count = count
      self.period = period
      cycles = [Double](repeating: 0, count: count + 2 * period)
      averages = cycles
      level = [Double](repeating: 0, count: count)
      weights = cycles
    }

    /// Smooths the values of each place in the season, and carries them on by one season at both ends.
    mutating func smoothPlaces(_ values: [Double], trend: [Double], window: Loess.Window) {
      let longest = (count - 1) / period + 1
      var place = [Double](repeating: 0, count: longest)
      var smooth = place
      for j in 0..<period {
        let k = (count - 1 - j) / period + 1
        for i in 0..<k { place[i] = values[i * period + j] - trend[i * period + j] }
        place.withUnsafeBufferPointer { whole in
          let y = UnsafeBufferPointer(rebasing: whole[..<k])
          weights.withUnsafeMutableBufferPointer { weights in
            smooth.withUnsafeMutableBufferPointer {
              Loess.smooth(y, window, into: $0, weights: weights)
            }
            let before = Loess.estimate(
              y, window, at: 0, from: 1, to: min(window.length, k), weights: weights)
            let after = Loess.estimate(
              y, window, at: Double(k + 1), from: max(1, k - window.length + 1), to: k,
              weights: weights)
            cycles[j] = before ?? smooth[0]
            cycles[(k + 1) * period + j] = after ?? smooth[k - 1]
          }
        }
        for i in 0..<k { cycles[(i + 1) * period + j] = smooth[i] }
      }
    }

    /// Moving averages over a season, a season, and three values.
    mutating func averageThrice() {
      var length = count + 2 * period
      averages = cycles
      for window in [period, period, 3] {
        length -= window - 1
        var sum = 0.0
        for i in 0..<window { sum += averages[i] }
        var leaving = averages[0]
        averages[0] = sum / Double(window)
        for i in 1..<max(1, length) {
          sum += averages[i + window - 1] - leaving
          leaving = averages[i]
          averages[i] = sum / Double(window)
        }
      }
    }

    mutating func smoothLevel(window: Loess.Window) {
      averages.withUnsafeBufferPointer { averages in
        level.withUnsafeMutableBufferPointer { level in
          weights.withUnsafeMutableBufferPointer { weights in
            Loess.smooth(
              UnsafeBufferPointer(rebasing: averages[..<count]), window, into: level,
              weights: weights)
          }
        }
      }
    }
  }
}
