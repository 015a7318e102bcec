internal import ContactCenter

/// The method of one queue over time, and why.
///
/// Interval by interval (`sipp`) is simplest to audit: load is volume × handle time / interval. It forgets contacts in
/// progress from before, by (h / interval) · (fall of the load over the interval): handle time, interval length and
/// speed of the load in one number, for a steady fall h² times its slope. `auto` keeps `sipp` while that shortfall is
/// below 0.15 √load, the unit in which safety staff is counted, where it costs some five points of service level at
/// most; where more than one contact in twenty arrives in an interval that is shorter of load than that, it takes `mol`.
///
/// *Source*: Green, Kolesar and Whitt 2007, doi 10.1111/j.1937-5956.2007.tb00164.x: interval by interval does well where
/// service times are short against the interval and the cycle; where they are not, the lag of the load behind the rate
/// has to be followed, as the modified offered load does.
struct OverTimeChoice: Hashable, Sendable {
  /// Shortfall of load over √load from which an interval counts.
  static let shortfall = 0.15
  /// The share of contacts in such intervals from which `mol` is taken.
  static let contacts = 0.05

  /// The method, never `auto`.
  let method: OverTimeMethod
  /// Whether it was chosen here.
  let isAutomatic: Bool
  /// The share of contacts that arrive while interval by interval would be short of load.
  let shortShare: Double

  init(_ asked: OverTimeMethod, _ profile: RateProfile) {
    isAutomatic = asked == .auto
    guard isAutomatic else {
      method = asked
      shortShare = 0
      return
    }
    let plain = AverageRate.rates(of: profile, contacts: profile.contacts)
    let carried = OfferedLoadRate.rates(of: profile, contacts: profile.contacts)
    var short = 0.0
    var all = 0.0
    for (index, block) in profile.blocks.enumerated() {
      let volume = profile.sum(profile.contacts, block)
      all += volume
      let load = carried[index] * block.handleSeconds
      let missing = load - plain[index] * block.handleSeconds
      if missing > Self.shortfall * load.squareRoot() { short += volume }
    }
    shortShare = all > 0 ? short / all : 0
    method = shortShare > Self.contacts ? .mol : .sipp
  }
}
