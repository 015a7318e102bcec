/// Waits of answered contacts in buckets that grow with the wait, by day and queue.
///
/// *Implementation goals*, in order: no branch and no logarithm in the loop, memory that does not grow with contacts.
/// A bucket is the exponent and the first four bits of the mantissa of the wait in seconds: 16 buckets to an octave, so
/// that a quantile is known within 4.4 % from below 0.1 s to above two weeks. Waits of nothing have a bucket of their own.
public struct WaitHistograms: Sendable {
  /// Buckets of one histogram.
  public static let size = 1 + 25 * 16
  /// The shortest wait that is told from none, 2⁻⁴ seconds.
  static let smallest = 0x1p-4

  /// Queues.
  public let queueCount: Int
  /// At `(day * queueCount + queue) * size + bucket`.
  public internal(set) var counts: ContiguousArray<UInt32>

  init(days: Int, queueCount: Int) {
    self.init(
      ContiguousArray(repeating: 0, count: days * queueCount * Self.size), queueCount: queueCount)
  }

  init(_ counts: ContiguousArray<UInt32>, queueCount: Int) {
    self.queueCount = queueCount
    self.counts = counts
  }

  /// The bucket of a wait in seconds.
  @inline(__always)
  static func bucket(_ wait: Double) -> Int {
    let octaves = Int(truncatingIfNeeded: wait.bitPattern &>> 48)
    let first = Int(truncatingIfNeeded: smallest.bitPattern &>> 48)
    return min(max(0, octaves &- first &+ 1), size &- 1)
  }

  /// The wait at the lower and upper end of a bucket.
  public static func edges(of bucket: Int) -> ClosedRange<Double> {
    guard bucket > 0 else { return 0...smallest }
    let first = smallest.bitPattern &>> 48
    let bits = (first + UInt64(bucket) - 1) &<< 48
    return Double(bitPattern: bits)...Double(bitPattern: bits + 1 &<< 48)
  }

  /// The counts of one day and queue.
  public func histogram(day: Int, queue: Int) -> ArraySlice<UInt32> {
    let start = (day * queueCount + queue) * Self.size
    return ArraySlice(counts[start..<(start + Self.size)])
  }
}
