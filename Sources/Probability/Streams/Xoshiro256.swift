/// The xoshiro256++ generator: the stream everything is sampled from.
///
/// 256 bits of state, period 2²⁵⁶ − 1, about one nanosecond a draw. A counter-based generator (Philox4x32-10)
/// was the alternative: it costs 20 to 40 % of a whole simulated contact, and since a simulation draws every
/// variate of a contact when the contact arrives, a sequential stream per queue and purpose gives the same
/// synchronization.
///
/// *Source*: Blackman and Vigna (2021), "Scrambled linear pseudorandom number generators",
/// doi:10.1145/3460772.
public struct Xoshiro256: RandomStream {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// A stream whose state is four draws of SplitMix64 started at `key`; those are never all zero.
  @inlinable
  public init(key: UInt64) {
    var seeder = SplitMix64(key: key)
    s0 = seeder.next()
    s1 = seeder.next()
    s2 = seeder.next()
    s3 = seeder.next()
  }

  /// The next 64 random bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = ((sum &<< 23) | (sum &>> 41)) &+ s0
    let shifted = s1 &<< 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 &<< 45) | (s3 &>> 19)
    return result
  }
}
