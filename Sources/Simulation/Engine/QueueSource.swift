internal import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// What a queue's contacts draw random numbers for.
///
/// Each purpose has a key of its own, so that a new behavior changes no draw of another.
enum Purpose: Int, CaseIterable {
  case handleTime, patience, choice, returning, selfService, callback, conversation, dialing
  case transfer

  /// The purpose in the stream's key.
  var name: String {
    switch self {
    case .handleTime: "handle time"
    case .patience: "patience"
    case .choice: "choice"
    case .returning: "returning"
    case .selfService: "self-service"
    case .callback: "callback"
    case .conversation: "conversation"
    case .dialing: "dialing"
    case .transfer: "transfer"
    }
  }
}

/// One queue's contacts to come.
struct QueueSource {
  /// How arrivals are made.
  enum Process {
    case rates, path, trace
  }

  /// The gaps between arrivals are drawn one after the other.
  var arrivals: Xoshiro256
  let process: Process
  /// Where the arrival process stands.
  var arrivalSeconds = 0.0
  var arrivalInterval = 0
  /// Contacts still to come in this interval of a sample path, or the next recorded one.
  var pending = 0
  /// The number of the next contact.
  var ordinal: UInt64 = 0
  let handleKey: UInt64
  let patienceKey: UInt64
  /// ∞ for customers who never give up.
  let meanPatienceSeconds: Double
  /// All ones in the second of an antithetic pair.
  let flip: UInt64
  /// Whether every number is drawn by inversion.
  let inverts: Bool

  /// The time of the next arrival; ∞ past the last interval.
  ///
  /// *Formula*: the process has independent unit exponentials between arrivals in operational time, the integral of
  /// the rate; an exponential not used up in one interval is carried into the next. So a change of one interval's
  /// rate leaves the draws of all others in place.
  @inline(__always)
  mutating func nextArrival(
    _ rates: borrowing OwnedArray<Double>, from base: Int,
    _ boundaries: borrowing ContiguousArray<Double>, _ exponential: borrowing ExponentialZiggurat
  ) -> Double {
    var load = inverts ? invertedExponential() : exponential.draw(using: &arrivals)
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

  private mutating func invertedExponential() -> Double {
    -log((Double((arrivals.next() ^ flip) >> 12) + 0.5) * 0x1p-52)
  }

  /// The time of the next arrival on a sample path.
  ///
  /// *Formula*: of n independent uniform times in (t, end) the first is t + (end − t)(1 − U^(1/n)), and the others are
  /// uniform behind it.
  mutating func nextOnPath(_ volumes: [Double], _ boundaries: ContiguousArray<Double>) -> Double {
    while pending == 0 {
      if arrivalInterval + 1 >= boundaries.count { return .infinity }
      // The first call finds interval 0 not begun; later ones go on to the next.
      pending = Self.whole(volumes[arrivalInterval], uniform: uniform())
      arrivalSeconds = boundaries[arrivalInterval]
      arrivalInterval += 1
    }
    let end = boundaries[arrivalInterval]
    let share = 1 - pow(uniform(), 1 / Double(pending))
    pending -= 1
    arrivalSeconds = min(arrivalSeconds + (end - arrivalSeconds) * share, end.nextDown)
    return arrivalSeconds
  }

  private mutating func uniform() -> Double {
    (Double((arrivals.next() ^ flip) >> 12) + 0.5) * 0x1p-52
  }

  private static func whole(_ volume: Double, uniform: Double) -> Int {
    let low = volume.rounded(.down)
    return Int(low) + (uniform < volume - low ? 1 : 0)
  }

  /// A variate with mean 1 for the contact of a number.
  @inline(__always)
  func draw(
    key: UInt64, _ ordinal: UInt64, _ sampler: borrowing DurationSampler,
    _ exponential: borrowing ExponentialZiggurat, _ normal: borrowing NormalZiggurat
  ) -> Double {
    var stream = ContactStream(key: key, ordinal: ordinal, flip: flip)
    if inverts { return sampler.invert(stream.uniformOpen()) }
    return sampler.draw(&stream, exponential, normal)
  }
}
