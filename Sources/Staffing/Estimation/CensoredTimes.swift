/// Times until an event, of which some are only known to be longer: patience as waits show it.
///
/// A customer who gave up after 40 s had a patience of 40 s; one who was answered after 40 s had more. Who was answered
/// at once has shown nothing and is left out.
public struct CensoredTimes: Hashable, Sendable {
  /// What was seen at one time.
  public struct Point: Hashable, Sendable {
    /// Seconds, above zero.
    public var seconds: Double
    /// Times that ended here.
    public var events: Int
    /// Times that were cut off here.
    public var censored: Int
  }

  /// What was seen, in order of time, each time once.
  public let points: [Point]

  /// Gathers times.
  ///
  /// *Edge cases*: times that are not above zero, or not finite, are left out.
  public init(events: [Double], censored: [Double]) {
    let all =
      (events.map { ($0, true) } + censored.map { ($0, false) })
      .filter { $0.0 > 0 && $0.0.isFinite }
      .sorted { $0.0 < $1.0 }
    var points: [Point] = []
    for (seconds, isEvent) in all {
      if points.last?.seconds != seconds {
        points.append(Point(seconds: seconds, events: 0, censored: 0))
      }
      if isEvent {
        points[points.count - 1].events += 1
      } else {
        points[points.count - 1].censored += 1
      }
    }
    self.points = points
  }

  /// Times that ended.
  public var eventCount: Int { points.reduce(0) { $0 + $1.events } }
  /// All times.
  public var count: Int { points.reduce(0) { $0 + $1.events + $1.censored } }
  /// The sum of all times.
  public var totalSeconds: Double {
    points.reduce(0) { $0 + Double($1.events + $1.censored) * $1.seconds }
  }
}
