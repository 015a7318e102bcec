/// The name of a random stream: who draws, in which replication, for what.
///
/// Streams are keyed by name and never by position, so that the order of a list in the plan means nothing,
/// adding a queue leaves the arrivals of every other queue alone, and two scenarios that share a seed share
/// the randomness of whatever they have in common (common random numbers).
///
/// ```swift
/// let key = StreamKey(seed: 1, replication: 7, name: "billing", purpose: "patience")
/// var stream = Xoshiro256(key: key.value)
/// ```
public struct StreamKey: Hashable, Sendable {
  /// The seed of the whole run.
  public var seed: UInt64
  /// The replication the stream belongs to.
  public var replication: Int
  /// The name of the queue, agent or series that draws.
  public var name: String
  /// What is drawn, such as `"patience"`.
  public var purpose: String

  /// A key from its four parts.
  public init(seed: UInt64, replication: Int = 0, name: String = "", purpose: String) {
    self.seed = seed
    self.replication = replication
    self.name = name
    self.purpose = purpose
  }

  /// The 64 bits a stream is started from.
  ///
  /// The parts are absorbed one after the other, each absorption followed by a full mix, so no two parts can
  /// trade places and neighboring seeds or replications give unrelated keys.
  public var value: UInt64 {
    var hash = SplitMix64.mix(seed &+ 0x9e37_79b9_7f4a_7c15)
    hash = SplitMix64.mix(hash ^ UInt64(bitPattern: Int64(replication)) &* 0xd134_2543_de82_ef95)
    hash = SplitMix64.mix(hash ^ StreamKey.hash(name))
    return SplitMix64.mix(hash &* 0xd134_2543_de82_ef95 ^ StreamKey.hash(purpose))
  }

  /// A hash of a text's UTF-8 bytes that is the same in every process and on every machine (FNV-1a, mixed).
  public static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    return SplitMix64.mix(hash)
  }
}

extension RandomStream {
  /// The stream that `key` names.
  public init(_ key: StreamKey) { self.init(key: key.value) }
}
