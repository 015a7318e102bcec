@testable import Forecasting

/// Repeatable noise and processes for the tests of classical models.
enum SimulatedSeries {
  /// Numbers near normal, of variance 1: sums of twelve uniform ones.
  static func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      var sum = -6.0
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sum += Double(state >> 11) * 0x1p-53
      }
      return sum
    }
  }

  /// An ARMA process, its first hundred steps left out.
  static func arma(
    _ phi: [Double], _ theta: [Double], count: Int, seed: UInt64 = 1
  ) -> [Double] {
    let e = noise(count + 100, seed: seed)
    var w = [Double](repeating: 0, count: e.count)
    for t in e.indices {
      w[t] = e[t]
      for (i, c) in phi.enumerated() where t > i { w[t] += c * w[t - 1 - i] }
      for (i, c) in theta.enumerated() where t > i { w[t] += c * e[t - 1 - i] }
    }
    return Array(w[100...])
  }

  /// Running sums.
  static func summed(_ values: [Double]) -> [Double] {
    var sum = 0.0
    return values.map {
      sum += $0
      return sum
    }
  }
}
