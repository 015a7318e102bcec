public import ContactCenter

/// How a fit is done.
public struct FitOptions: Hashable, Sendable {
  /// The confidence of all intervals.
  public var confidence: Double
  /// How long after giving up or finding it busy a customer's next contact is looked at.
  public var redialWindow: Seconds
  /// The same after an answered contact.
  public var recontactWindow: Seconds
  /// Days that say nothing about ordinary ones, such as holidays, by queue: left out of busyness.
  public var unusualDays: [String: Set<CivilDate>]

  /// Creates options.
  public init(
    confidence: Double = 0.95, redialWindow: Seconds = Seconds(4 * 3600),
    recontactWindow: Seconds = Seconds(14 * 86_400), unusualDays: [String: Set<CivilDate>] = [:]
  ) {
    self.confidence = confidence
    self.redialWindow = redialWindow
    self.recontactWindow = recontactWindow
    self.unusualDays = unusualDays
  }
}

/// What records tell about the customers and the work of one queue; nil wherever they do not.
public struct QueueFit: Hashable, Sendable {
  /// A point of the survival curve of patience.
  public struct CurvePoint: Hashable, Sendable {
    /// Seconds waited.
    public var seconds: Double
    /// The share still there.
    public var survival: FittedValue
  }

  /// Contacts handed to another queue.
  public struct TransferFit: Hashable, Sendable {
    /// The queue they went to.
    public var queue: String
    /// The share of answered contacts.
    public var share: FittedValue

    /// Creates a transfer.
    public init(queue: String, share: FittedValue) {
      self.queue = queue
      self.share = share
    }
  }

  /// The queue.
  public var queue: String
  /// The channel's name.
  public var channel: String
  /// Contacts seen.
  public var contacts: Int
  /// Patience without memory: all waiting over all abandons.
  public var patience: PatienceFit?
  /// All families of patience that the data allow, the best first.
  public var patienceFamilies: [PatienceFit] = []
  /// The survival curve of patience at round times.
  public var curve: [CurvePoint] = []
  /// The largest distance of each family in ``patienceFamilies`` from the survival curve.
  public var distances: [Double] = []
  /// Those who left at once, of those who found nobody free.
  public var balking: FittedValue?
  /// Mean handle time in seconds.
  public var handleTime: FittedValue?
  /// How handle times spread; nil where they do not.
  public var handleTimeFit: HandleTimeFit?
  /// Redials after giving up.
  public var redialAfterAbandonment: ReturnFit?
  /// Redials after a busy signal.
  public var redialAfterBlock: ReturnFit?
  /// Answered contacts that come back.
  public var recontact: ReturnFit?
  /// Contacts handed on, in order of queue name.
  public var transfers: [TransferFit] = []
  /// The part of handle time after the customer has gone.
  public var wrapUp: FittedValue?
  /// Those who went through self-service and needed no agent.
  public var containment: FittedValue?
  /// Those who spent no time with the self-service in front.
  public var leakage: FittedValue?
  /// Mean time with the self-service in seconds.
  public var selfServiceSeconds: FittedValue?
  /// How days and intervals differ beyond chance.
  public var dispersion: ArrivalDispersion?
  /// Whether it rests on intervals' totals rather than on contacts.
  public var isFromTotals = false
  /// What was noticed.
  public var findings: [Finding] = []

  /// Creates a fit that knows nothing yet.
  public init(queue: String, channel: String, contacts: Int) {
    self.queue = queue
    self.channel = channel
    self.contacts = contacts
  }
}

/// Numbers with their intervals from sums over contacts.
extension FittedValue {
  /// A mean by Student's interval; nil for fewer than two values.
  static func mean(_ values: [Double], confidence: Double) -> FittedValue? {
    guard values.count > 1 else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return .plain(
      mean, error: (squares / (n - 1) / n).squareRoot(), count: values.count,
      confidence: confidence)
  }

  /// A ratio of two sums over the same things.
  ///
  /// *Formula*: r = Σa/Σb with the delta method's error √(n/(n − 1) Σ(a − r b)²)/Σb.
  /// *Edge cases*: nil for fewer than two pairs, or where Σb is not above zero.
  static func ratio(
    _ pairs: [(above: Double, below: Double)], confidence: Double
  ) -> FittedValue? {
    let below = pairs.reduce(0) { $0 + $1.below }
    guard pairs.count > 1, below > 0 else { return nil }
    let ratio = pairs.reduce(0) { $0 + $1.above } / below
    let squares = pairs.reduce(0) { sum, pair in
      let rest = pair.above - ratio * pair.below
      return sum + rest * rest
    }
    let n = Double(pairs.count)
    return .plain(
      ratio, error: (n / (n - 1) * squares).squareRoot() / below, count: pairs.count,
      confidence: confidence)
  }
}
