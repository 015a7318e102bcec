public import ContactCenter

/// A change of one agent's time that a planner may offer: overtime where agents are short, time off where there are more
/// than needed.
public struct RosterOffer: Hashable, Sendable {
  /// What is offered.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The shift ends later.
    case stayLonger = "stay-longer"
    /// The shift begins earlier.
    case comeEarlier = "come-earlier"
    /// A shift on a day without one.
    case extraShift = "extra-shift"
    /// The shift ends earlier.
    case leaveEarly = "leave-early"
    /// The shift begins later.
    case comeLater = "come-later"
    /// No shift.
    case dayOff = "day-off"

    /// Whether it adds paid time.
    public var isOvertime: Bool {
      switch self {
      case .stayLonger, .comeEarlier, .extraShift: true
      case .leaveEarly, .comeLater, .dayOff: false
      }
    }
  }

  /// The agent.
  public var agent: String
  /// What is offered.
  public var kind: Kind
  /// The day of the shift.
  public var date: CivilDate
  /// The time that is added or given back.
  public var stretch: Interval
  /// The shift once the offer is taken; nil for a day off.
  public var shift: Interval?
  /// Paid minutes added, or given back.
  public var paidMinutes: Int
  /// What they cost, or save, in paid hours: overtime counts with its premium.
  public var costHours: Double
  /// Weighted agent-hours short that it removes, the offers before it taken.
  public var shortHours: Double

  /// Agent-hours short removed for each hour of cost; 0 for time off.
  public var worth: Double { costHours > 0 ? shortHours / costHours : 0 }
}

/// How offers are looked for.
public struct OfferOptions: Hashable, Sendable {
  /// What an hour of overtime costs, in paid hours.
  public var premium: Double
  /// The most by which a shift is made longer, in minutes.
  public var longestExtensionMinutes: Int
  /// Offers of overtime that remove fewer agent-hours short for an hour of cost are not made.
  public var leastWorth: Double
  /// The most offers of overtime, and of time off.
  public var most: Int
  /// Whether overtime is offered.
  public var offersOvertime: Bool
  /// Whether time off is offered.
  public var offersTimeOff: Bool
  /// How much an agent short counts, by queue; 1 where nothing is said.
  public var weights: [String: Double]

  /// Creates options; the defaults pay overtime half again as much and ask it to remove a quarter of an hour for each.
  public init(
    premium: Double = 1.5, longestExtensionMinutes: Int = 240, leastWorth: Double = 0.25,
    most: Int = 500, offersOvertime: Bool = true, offersTimeOff: Bool = true,
    weights: [String: Double] = [:]
  ) {
    self.premium = premium
    self.longestExtensionMinutes = longestExtensionMinutes
    self.leastWorth = leastWorth
    self.most = most
    self.offersOvertime = offersOvertime
    self.offersTimeOff = offersTimeOff
    self.weights = weights
  }
}
