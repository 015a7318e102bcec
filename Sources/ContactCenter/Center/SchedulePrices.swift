/// What a schedule weighs against each other, all in paid hours of the standard contract.
///
/// A plan in money divides by the wage of that hour: 20 paid hours for an agent-hour short are 400 where an hour costs 20.
public struct SchedulePrices: Hashable, Sendable {
  /// What an agent-hour short costs.
  public var short = 20.0
  /// What the first agent short of a queue costs for an hour; nil for the same as the others.
  ///
  /// The first is short before the second: a price above that of the others is taken as theirs.
  public var firstShort: Double?
  /// What an agent-hour short costs on some queues, in place of `short`.
  public var shortByQueue: [String: Double] = [:]
  /// What an agent-hour at work beyond the need costs, beside its pay.
  public var over = 0.0
  /// What hours cost more at some times.
  public var premiums: [HourPremium] = []

  /// Creates the usual prices: 20 paid hours for each one short, nothing else.
  public init() {}

  /// What the first agent short of a queue costs for an hour, and what each further one does.
  public func short(of queue: String) -> (first: Double, more: Double) {
    let more = shortByQueue[queue] ?? short
    return (min(firstShort ?? more, more), more)
  }
}

/// A share by which hours cost more at some times: at night, on Sundays, on holidays.
///
/// It is paid for the time of a shift from start to end, breaks included, the gap of a split shift not. Where several
/// premiums meet, they add up.
public struct HourPremium: Hashable, Sendable {
  /// The name, such as `night`.
  public var name: String
  /// The share added to each paid hour: 0.25 is a quarter more.
  public var share: Double
  /// When it is paid by the wall clock of an ordinary week; nil for whole days.
  public var hours: OpeningHours?
  /// The only dates on which it is paid; nil for all.
  public var dates: Set<CivilDate>?

  /// Creates a premium.
  public init(
    name: String, share: Double, hours: OpeningHours? = nil, dates: Set<CivilDate>? = nil
  ) {
    self.name = name
    self.share = share
    self.hours = hours
    self.dates = dates
  }

  /// Whether it is paid when the clock shows this.
  public func applies(at local: LocalDateTime) -> Bool {
    (dates?.contains(local.date) ?? true) && (hours?.isOpen(at: local) ?? true)
  }
}

/// Hours beyond the contract's, and what they cost.
public struct OvertimeTerms: Hashable, Sendable {
  /// The most hours beyond the contract's in a week.
  public var hoursPerWeek: Double
  /// What such an hour costs, in paid hours of the contract: 1.5 is half as much again.
  public var price: Double

  /// Creates terms.
  public init(hoursPerWeek: Double, price: Double) {
    self.hoursPerWeek = hoursPerWeek
    self.price = price
  }
}
