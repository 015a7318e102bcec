/// The SplitMix64 generator: 64 bits of state, any state is a good one.
///
/// Used to spread a key over the state of a larger generator and to mix keys; not for bulk sampling.
///
/// *Source*: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators",
/// doi:10.1145/2660193.2660195.
public struct SplitMix64: RandomStream {
  @usableFromInline var state: UInt64

  /// A generator that starts at `key`.
  @inlinable
  public init(key: UInt64) { state = key }

  /// The next 64 random bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return SplitMix64.mix(state)
  }

  /// A bijection of 64 bits in which every input bit flips every output bit with probability near one half.
  @inlinable @inline(__always)
  public static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
