public import ContactCenter

/// How to staff.
public struct StaffingOptions: Hashable, Sendable {
  /// The formula for queues where customers wait: `erlang-a` or `erlang-c`; nil for Erlang A where the
  /// queue has a patience and Erlang C elsewhere.
  public var method: String?
  /// The time below which an abandoned contact counts as short, for the definitions that ask.
  public var shortAbandon: Seconds
  /// Staff for this quantile of the forecast instead of its mean; nil for the mean.
  public var risk: Share?

  /// Creates options.
  public init(method: String? = nil, shortAbandon: Seconds = Seconds(5), risk: Share? = nil) {
    self.method = method
    self.shortAbandon = shortAbandon
    self.risk = risk
  }
}

/// What to staff: everything but the forecast.
public struct StaffingRequest: Sendable {
  /// The queues with their targets.
  public var queues: [Queue]
  /// The grid whose intervals the forecast holds.
  public var grid: TimeGrid
  /// Time lost before agents reach contacts.
  public var shrinkage: ShrinkageLedger
  /// Closed days.
  public var calendar: BusinessCalendar
  /// How to staff.
  public var options: StaffingOptions

  /// Creates a request.
  public init(
    queues: [Queue], grid: TimeGrid, shrinkage: ShrinkageLedger = ShrinkageLedger(),
    calendar: BusinessCalendar = BusinessCalendar(), options: StaffingOptions = StaffingOptions()
  ) {
    self.queues = queues
    self.grid = grid
    self.shrinkage = shrinkage
    self.calendar = calendar
    self.options = options
  }
}

/// A requirement and what was noticed while making it.
public struct StaffingResult: Sendable {
  /// The requirement, with the record's decimals.
  public var requirement: StaffingRequirement
  /// What was noticed.
  public var findings: [Finding]
}
