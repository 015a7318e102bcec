/// How often a series must be differenced before its level stays where it is.
enum StationarityTest {
  /// The 5 % point of the statistic of Kwiatkowski and others for a level.
  static let critical = 0.463

  /// The statistic of Kwiatkowski, Phillips, Schmidt and Shin for a level, with Bartlett weights.
  ///
  /// *Formula*: Σ Sₜ² / (n² s²), Sₜ the running sum of deviations from the mean, s² their long-run variance up to
  /// lag ⌊3√n / 13⌋, as R's `forecast::ndiffs`.
  /// *Edge cases*: missing values are left out; a constant series has 0.
  /// *Source*: Kwiatkowski, Phillips, Schmidt and Shin (1992), Journal of Econometrics 54:159-178,
  /// doi:10.1016/0304-4076(92)90104-Y.
  static func levelStatistic(_ values: [Double]) -> Double {
    let seen = values.filter { !$0.isNaN }
    guard seen.count > 2 else { return 0 }
    let n = Double(seen.count)
    let mean = seen.reduce(0, +) / n
    let deviations = seen.map { $0 - mean }
    var sum = 0.0
    var sumSquares = 0.0
    for value in deviations {
      sum += value
      sumSquares += sum * sum
    }
    let lags = Int(3 * n.squareRoot() / 13)
    let longRun = deviations.withUnsafeBufferPointer { e in
      (0...lags).reduce(0.0) { total, lag in
        var product = 0.0
        for t in lag..<e.count { product += e[t] * e[t - lag] }
        let weight = lag == 0 ? 1 : 2 * (1 - Double(lag) / Double(lags + 1))
        return total + weight * product / n
      }
    }
    return longRun > 0 ? sumSquares / (n * n * longRun) : 0
  }

  /// The differences that the test asks for, at most `maximum`.
  static func differences(_ values: [Double], maximum: Int) -> Int {
    var current = values
    for d in 0..<max(0, maximum) {
      guard levelStatistic(current) > critical else { return d }
      current = ArimaPolynomials.difference(current, ArimaOrders(0, 1, 0))
    }
    return max(0, maximum)
  }
}
