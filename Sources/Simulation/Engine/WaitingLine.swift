internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

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

  /// The time of the next arrival; ∞ past the last interval.
  ///
  /// *Formula*: the process has independent unit exponentials between arrivals in operational time, the integral of
  /// the rate; an exponential not used up in one interval is carried into the next. So a change of one interval's
  /// rate leaves the draws of all others in place.
  @inline(__always)
  mutating func nextArrival(
    _ rates: borrowing ContiguousArray<Double>, from base: Int,
    _ boundaries: borrowing ContiguousArray<Double>, _ exponential: borrowing ExponentialZiggurat
  ) -> Double {
    var load = exponential.draw(using: &arrivals)
    let intervals = boundaries.count &- 1
    while arrivalInterval < intervals {
      let rate = rates[base &+ arrivalInterval]
      let end = boundaries[arrivalInterval &+ 1]
      let capacity = (end - arrivalSeconds) * rate
      if capacity > load {
        arrivalSeconds += load / rate
        return arrivalSeconds
      }
      load -= capacity
      arrivalSeconds = end
      arrivalInterval &+= 1
    }
    return .infinity
  }

  /// The handle time of the next contact.
  @inline(__always)
  mutating func drawHandleTime(
    mean: Double, _ exponential: borrowing ExponentialZiggurat, _ normal: borrowing NormalZiggurat
  ) -> Double {
    switch shape {
    case .exponential: return mean * exponential.draw(using: &handleTimes)
    case .constant: return mean
    case .lognormal:
      let standard = normal.draw(using: &handleTimes)
      return mean * exp(logDeviation * (standard - 0.5 * logDeviation))
    }
  }

  /// The patience of the next contact, drawn whether it will be needed or not.
  @inline(__always)
  mutating func drawPatience(_ exponential: borrowing ExponentialZiggurat) -> Double {
    meanPatienceSeconds < .infinity
      ? meanPatienceSeconds * exponential.draw(using: &patiences) : .infinity
  }

  /// Everything random about the arriving contact and the time of the next: one draw from each stream.
  @inline(__always)
  mutating func drawContact(
    meanHandleSeconds: Double, _ rates: borrowing ContiguousArray<Double>, from base: Int,
    _ boundaries: borrowing ContiguousArray<Double>, _ exponential: borrowing ExponentialZiggurat,
    _ normal: borrowing NormalZiggurat
  ) -> (handleSeconds: Double, patienceSeconds: Double, nextArrival: Double) {
    (
      drawHandleTime(mean: meanHandleSeconds, exponential, normal), drawPatience(exponential),
      nextArrival(rates, from: base, boundaries, exponential)
    )
  }

  /// Adds a contact to the end and returns the one before it.
  @inline(__always)
  mutating func append(_ contact: Int32) -> Int32 {
    let before = last
    last = contact
    if before < 0 { first = contact }
    return before
  }

  /// Makes the contact after the first the first.
  @inline(__always)
  mutating func advance(to next: Int32) {
    first = next
    if next < 0 { last = WaitingLine.none }
  }
}
