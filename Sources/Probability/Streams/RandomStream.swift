/// A reproducible source of random bits; everything random in Muster draws from one.
///
/// A stream is a value: copying it copies its future. Whoever needs two independent sources makes two
/// streams from two keys (``StreamKey``) and never splits one.
public protocol RandomStream: RandomNumberGenerator, Sendable {
  /// A stream whose future depends on `key` alone.
  init(key: UInt64)

  /// The next 64 random bits.
  mutating func next() -> UInt64
}

extension RandomStream {
  /// A uniform variate of the half-open interval [0, 1), a multiple of 2⁻⁵³.
  @inlinable @inline(__always)
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A uniform variate of the open interval (0, 1), safe under `log` and quantile functions.
  ///
  /// The midpoints of 2⁵² equal cells: neither 0 nor 1 can occur, and u and 1 − u are equally likely.
  @inlinable @inline(__always)
  public mutating func uniformOpen() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// An exponential variate with mean 1.
  @inlinable @inline(__always)
  public mutating func exponential() -> Double {
    ExponentialZiggurat.standard.draw(using: &self)
  }

  /// A normal variate with mean 0 and variance 1.
  @inlinable @inline(__always)
  public mutating func normal() -> Double {
    NormalZiggurat.standard.draw(using: &self)
  }
}
