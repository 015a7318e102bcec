#if canImport(Glibc)
  internal import Glibc
#endif

/// The coefficients of an ARIMA model as numbers that an optimizer may move freely.
///
/// The two autoregressions go through partial autocorrelations; the moving averages stay as they are, because the
/// likelihood of a moving average equals that of its invertible twin, which is taken at the end.
struct ArimaSpace {
  let orders: ArimaOrders

  init(_ orders: ArimaOrders) { self.orders = orders }

  private var plain: Range<Int> { 0..<orders.autoregressive }
  private var seasonal: Range<Int> {
    let start = orders.autoregressive + orders.movingAverage
    return start..<start + orders.seasonalAutoregressive
  }

  /// Where to begin: at zero, and on each ridge.
  ///
  /// Where an autoregression and a moving average of the same lag stand together, the likelihood has a second hill
  /// along which both are near one and nearly cancel, the picture of a slow level under noise; its top is often the
  /// higher one.
  var starts: [[Double]] {
    let plainStart = [Double](repeating: 0, count: orders.coefficientCount)
    var starts = [plainStart]
    func add(_ autoregression: Int, _ movingAverage: Int) {
      var high = plainStart
      high[autoregression] = 0.9
      high[movingAverage] = -0.7
      starts.append(high)
    }
    if orders.autoregressive > 0, orders.movingAverage > 0 { add(0, orders.autoregressive) }
    if orders.seasonalAutoregressive > 0, orders.seasonalMovingAverage > 0 {
      add(seasonal.lowerBound, seasonal.upperBound)
    }
    return starts
  }

  /// Coefficients, whose autoregressions are stationary, from free numbers.
  func coefficients(_ free: [Double]) -> [Double] {
    var result = free
    for range in [plain, seasonal] where !range.isEmpty {
      result.replaceSubrange(range, with: PartialAutocorrelations.coefficients(free: free[range]))
    }
    return result
  }

  /// The free numbers of coefficients; nil where an autoregression is not stationary.
  func free(_ coefficients: [Double]) -> [Double]? {
    guard coefficients.count == orders.coefficientCount else { return nil }
    var result = coefficients
    for range in [plain, seasonal] where !range.isEmpty {
      guard let free = PartialAutocorrelations.free(coefficients[range]) else { return nil }
      result.replaceSubrange(range, with: free)
    }
    return result
  }

  /// The same model with moving averages that can be inverted.
  func invertible(_ coefficients: [Double]) -> [Double] {
    var result = coefficients
    let start = orders.autoregressive
    for range in [
      start..<start + orders.movingAverage, seasonal.upperBound..<coefficients.count,
    ] where !range.isEmpty {
      result.replaceSubrange(
        range, with: LagRoots.inverted(movingAverage: Array(coefficients[range])))
    }
    return result
  }

  /// The length of the longest inverse root of the model, 1 at a unit root.
  ///
  /// A root of a seasonal factor is the m-th root of what it is in that factor.
  func longestInverseRoot(_ coefficients: [Double]) -> Double {
    let q = orders.autoregressive..<orders.autoregressive + orders.movingAverage
    let plainRoot = max(
      LagRoots.largestInverse(coefficients[plain].map { -$0 }),
      LagRoots.largestInverse(Array(coefficients[q])))
    let seasonalRoot = max(
      LagRoots.largestInverse(coefficients[seasonal].map { -$0 }),
      LagRoots.largestInverse(Array(coefficients[seasonal.upperBound...])))
    return max(plainRoot, pow(seasonalRoot, 1 / Double(orders.period)))
  }
}
