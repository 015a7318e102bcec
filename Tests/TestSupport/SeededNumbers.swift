/// Steele, Lea and Flood's SplitMix64, for cases that must stay the same.
public struct SeededNumbers: Sendable {
  private var state: UInt64

  /// Numbers from a seed.
  public init(state: UInt64) { self.state = state }

  /// A number in [0, 1).
  public mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  /// A number in [1, top), spread evenly over its orders of magnitude.
  public mutating func power(of top: Double) -> Double {
    var low = 1.0
    var high = top
    // Bisection in the logarithm without a logarithm: 40 fair coins.
    for _ in 0..<40 {
      let middle = (low * high).squareRoot()
      if next() < 0.5 { high = middle } else { low = middle }
    }
    return low
  }
}
