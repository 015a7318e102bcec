/// What it costs where agents of one contract do not share alike, in paid hours for each unit from the fair share.
public struct FairnessPrices: Hashable, Sendable {
  /// For each paid hour more or less than the share.
  public var hours: Double
  /// For each weekend worked more or less than the share.
  public var weekends: Double
  /// For each night worked more or less than the share.
  public var nights: Double

  /// Creates prices; by default only hours are evened out, and gently.
  public init(hours: Double = 0.05, weekends: Double = 0, nights: Double = 0) {
    self.hours = hours
    self.weekends = weekends
    self.nights = nights
  }
}
