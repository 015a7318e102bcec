#if canImport(Glibc)
  public import Glibc
#endif

/// Standard normal variates by the ziggurat method with 256 layers; see ``ExponentialZiggurat``.
///
/// *Source*: Marsaglia and Tsang (2000), doi:10.18637/jss.v005.i08; the tail by Marsaglia (1964), "Generating a
/// variable from the tail of the normal distribution", doi:10.2307/1266749.
public struct NormalZiggurat: Sendable {
  /// Where the tail begins.
  @usableFromInline static let tailStart = 3.654_152_885_361_008_772
  /// The area of every region under exp(−x²/2), x ≥ 0.
  static let area = 0.004_928_673_233_974_655_35

  @usableFromInline let layers: ContiguousArray<ExponentialZiggurat.Layer>
  @usableFromInline let densities: ContiguousArray<Double>

  /// The tables, built once.
  public static let standard = NormalZiggurat()

  init() {
    var edges = ContiguousArray<Double>(repeating: 0, count: 257)
    edges[0] = Self.area / exp(-0.5 * Self.tailStart * Self.tailStart)
    edges[1] = Self.tailStart
    for layer in 2..<256 {
      let below = edges[layer - 1]
      edges[layer] = (-2 * log(Self.area / below + exp(-0.5 * below * below))).squareRoot()
    }
    layers = ContiguousArray(
      (0..<256).map { layer in
        ExponentialZiggurat.Layer(
          limit: UInt64(edges[layer + 1] / edges[layer] * 0x1p53), scale: edges[layer] * 0x1p-53)
      })
    densities = ContiguousArray(edges.map { exp(-0.5 * $0 * $0) })
  }

  /// The next variate with mean 0 and variance 1.
  @inlinable @inline(__always)
  public func draw<Stream: RandomStream>(using stream: inout Stream) -> Double {
    let bits = stream.next()
    let layer = Int(truncatingIfNeeded: bits & 255)
    let position = bits &>> 11
    let entry = layers[layer]
    var value = Double(Int64(truncatingIfNeeded: position)) * entry.scale
    if position >= entry.limit { value = drawOutside(layer, value, using: &stream) }
    // Bit 8 belongs neither to the layer nor to the position.
    return bits & 256 == 0 ? value : -value
  }

  /// The absolute value of a draw that falls into a wedge or the tail.
  @inlinable @inline(never)
  func drawOutside<Stream: RandomStream>(
    _ firstLayer: Int, _ firstValue: Double, using stream: inout Stream
  ) -> Double {
    var layer = firstLayer
    var value = firstValue
    while true {
      if layer == 0 {
        while true {
          let excess = -log(stream.uniformOpen()) / NormalZiggurat.tailStart
          if -2 * log(stream.uniformOpen()) > excess * excess {
            return NormalZiggurat.tailStart + excess
          }
        }
      }
      let height =
        densities[layer] + stream.uniform() * (densities[layer + 1] - densities[layer])
      if height < exp(-0.5 * value * value) { return value }
      let bits = stream.next()
      layer = Int(truncatingIfNeeded: bits & 255)
      let position = bits &>> 11
      value = Double(Int64(truncatingIfNeeded: position)) * layers[layer].scale
      if position < layers[layer].limit { return value }
    }
  }
}
