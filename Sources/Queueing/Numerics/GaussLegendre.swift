internal import Glibc

/// The Gauss-Legendre rule with 24 nodes: exact for polynomials up to degree 47.
enum GaussLegendre {
  /// Nodes in (0, 1) and weights of the half of the symmetric rule on [−1, 1].
  static let half: [(node: Double, weight: Double)] = (0..<12).map { index in
    // Newton's method on P₂₄ from the usual cosine guess.
    var x = cos(Double.pi * (Double(index) + 0.75) / 24.5)
    var slope = 0.0
    for _ in 0..<8 {
      var previous = 1.0
      var value = x
      for degree in 2...24 {
        let k = Double(degree)
        (previous, value) = (value, ((2 * k - 1) * x * value - (k - 1) * previous) / k)
      }
      slope = 24 * (x * value - previous) / (x * x - 1)
      x -= value / slope
    }
    return (x, 2 / ((1 - x * x) * slope * slope))
  }

  /// The integral of `integrand` from `low` to `high`.
  @inline(__always)
  static func integral(
    from low: Double, to high: Double, of integrand: (Double) -> Double
  ) -> Double {
    let middle = (low + high) / 2
    let reach = (high - low) / 2
    var sum = 0.0
    for (node, weight) in half {
      sum += weight * (integrand(middle - reach * node) + integrand(middle + reach * node))
    }
    return sum * reach
  }
}
