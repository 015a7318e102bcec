internal import Probability

/// A contact that waits.
///
/// Everything random about it was drawn when it arrived.
struct WaitingContact {
  var arrival: Double
  /// When the customer gives up; ∞ for never.
  var deadline: Double
  /// The handle time it will take.
  var handleSeconds: Double
  /// The tally it belongs to: that of its queue and arrival interval.
  var tally: Int32
  /// The next in line, or the next free record.
  var next: Int32
}

/// The shape of a queue's handle times.
enum HandleTimeShape {
  case constant, exponential, lognormal
}

/// One queue in the loop: who arrives next, and who waits, first come first.
struct WaitingLine {
  /// No contact.
  static let none: Int32 = -1

  /// One stream per purpose, so that the n-th contact of a queue has the same patience and handle time whatever the
  /// staff, the routing and the other queues are.
  var arrivals: Xoshiro256
  var handleTimes: Xoshiro256
  var patiences: Xoshiro256
  /// Where the arrival process stands.
  var arrivalSeconds = 0.0
  var arrivalInterval = 0
  var first = WaitingLine.none
  var last = WaitingLine.none
  let thresholdSeconds: Double
  let shortAbandonSeconds: Double
  /// ∞ for customers who never give up.
  let meanPatienceSeconds: Double
  let shape: HandleTimeShape
  /// The standard deviation of the logarithm of a lognormal handle time.
  let logDeviation: Double
  let sessions: Int32
  /// The queue's groups in order of choice: a range of the layout's routes.
  let firstRoute: Int
  let endRoute: Int
}
