/// How new hires grow into the speed of the others.
public struct RampUp: Hashable, Sendable {
  /// Weeks from the day of hiring until full speed.
  public var weeks: Int
  /// Speed on the first day against full speed.
  public var from: Share

  /// Creates a ramp.
  public init(weeks: Int, from: Share) {
    self.weeks = weeks
    self.from = from
  }

  /// Speed on a day against full speed, growing evenly from the day of hiring.
  ///
  /// *Formula*: from + (1 − from) · days / (7 · weeks), at least `from` and at most 1. *Example*: 8 weeks from
  /// 60 % give 0.8 after 28 days.
  public func speed(hired: CivilDate, on day: CivilDate) -> Double {
    let days = Double(max(0, day.days(since: hired)))
    guard days < Double(weeks) * 7 else { return 1 }
    return from.value + (1 - from.value) * days / (Double(weeks) * 7)
  }
}
