/// Agents wanted in shifts of one type on one day: a need that names shifts, where no need by interval exists.
public struct TypeCover: Hashable, Sendable {
  /// The group.
  public var group: String
  /// The shift type; it has a length and one start.
  public var shiftType: String
  /// The day on which the shifts start.
  public var date: CivilDate
  /// How many agents.
  public var agents: Int
  /// What each agent short costs, in paid hours; nil for the price of uncovered hours.
  public var shortPrice: Double?
  /// What each agent more costs, in paid hours; nil where more are not wanted: they come only where a contract's hard
  /// minimum cannot be kept otherwise.
  public var surplusPrice: Double?

  /// Creates a need; being short costs the usual price, and nobody more is wanted.
  public init(
    group: String, shiftType: String, date: CivilDate, agents: Int, shortPrice: Double? = nil,
    surplusPrice: Double? = nil
  ) {
    self.group = group
    self.shiftType = shiftType
    self.date = date
    self.agents = agents
    self.shortPrice = shortPrice
    self.surplusPrice = surplusPrice
  }
}
