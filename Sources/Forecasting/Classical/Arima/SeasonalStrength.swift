/// How much of what moves around its trend a series repeats from season to season.
enum SeasonalStrength {
  /// Above this a season is subtracted, as R's `forecast::nsdiffs`.
  static let threshold = 0.64

  /// 1 − Var(remainder) / Var(season + remainder), between 0 and 1.
  ///
  /// The trend is a centered moving average over one season, the season the mean of each place in it.
  /// *Edge cases*: 0 with fewer than three seasons. A missing value is left out of trend and season.
  /// *Source*: Wang, Smith and Hyndman (2006), Data Mining and Knowledge Discovery 13:335-364,
  /// doi:10.1007/s10618-005-0039-x; the threshold: Hyndman and Khandakar's `auto.arima`, forecast 8.3 on.
  static func of(_ values: [Double], period: Int) -> Double {
    guard period > 1, values.count >= 3 * period else { return 0 }
    let half = period / 2
    // An even season needs one step more, the two ends counting half.
    let ends = period % 2 == 0 ? 0.5 : 1.0
    var detrended = [Double](repeating: .nan, count: values.count)
    for t in half..<values.count - half where !values[t].isNaN {
      var sum = 0.0
      var weights = 0.0
      for place in (t - half)...(t + half) where !values[place].isNaN {
        let weight = abs(place - t) == half ? ends : 1
        sum += weight * values[place]
        weights += weight
      }
      if weights > 0 { detrended[t] = values[t] - sum / weights }
    }
    var sums = [Double](repeating: 0, count: period)
    var counts = sums
    for (t, value) in detrended.enumerated() where !value.isNaN {
      sums[t % period] += value
      counts[t % period] += 1
    }
    let remainder = detrended.enumerated().map { t, value in
      value - sums[t % period] / counts[t % period]
    }
    let whole = variance(detrended)
    return whole > 0 ? min(max(1 - variance(remainder) / whole, 0), 1) : 0
  }

  private static func variance(_ values: [Double]) -> Double {
    let seen = values.filter { !$0.isNaN }
    guard seen.count > 1 else { return 0 }
    let mean = seen.reduce(0, +) / Double(seen.count)
    return seen.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(seen.count - 1)
  }
}
