/// One row of the paths record: a simulated volume of one queue in one interval on one path.
public struct SamplePathPoint: Hashable, Sendable {
  /// The number of the path, from 1.
  public var path: Int
  /// The start of the interval.
  public var start: Instant
  /// The queue.
  public var queue: String
  /// Contacts offered on this path.
  public var offered: Double

  /// Creates a point.
  public init(path: Int, start: Instant, queue: String, offered: Double) {
    self.path = path
    self.start = start
    self.queue = queue
    self.offered = offered
  }
}
