public import ContactCenter

/// Offers that bring a roster back to a need that has changed.
///
/// Overtime first: of all shifts that could be longer and all days off that could be worked, the one that removes most
/// shortage for its cost is taken, everything is counted again, and so on until none is worth it. What one more agent
/// removes can only shrink as others come, so a candidate is counted again only when its turn comes (lazy greedy).
/// Then time off, the longest first, wherever nothing gets short by it. At most one offer per agent and day.
///
/// Every offer is held against the audit with those before it taken: one that breaks a rule more than the roster did is
/// not made. Breaks of a changed shift are placed anew in their windows, where they cost least. Nobody is asked to work
/// when they asked to be off.
///
/// *Source*: M. Minoux, "Accelerated greedy algorithms for maximizing submodular set functions", Optimization
/// Techniques, LNCIS 7 (1978) 234–243, doi:10.1007/BFb0006528.
public enum RosterOffers {
  /// The offers and what they come to.
  public struct Result: Hashable, Sendable {
    /// Overtime, the most worth first, then time off, the longest first.
    public var offers: [RosterOffer]
    /// The roster with all of them taken.
    public var roster: Roster
    /// Weighted agent-hours short before.
    public var shortHoursBefore: Double
    /// Weighted agent-hours short with all of them taken.
    public var shortHours: Double
    /// Offers that would have helped and break a rule, by the rule's name.
    public var refused: [String: Int]
    /// What is worth telling.
    public var findings: [Finding]

    /// Paid hours of overtime.
    public var overtimeHours: Double {
      Double(offers.filter(\.kind.isOvertime).reduce(0) { $0 + $1.paidMinutes }) / 60
    }
    /// Paid hours given back.
    public var timeOffHours: Double {
      Double(offers.filter { !$0.kind.isOvertime }.reduce(0) { $0 + $1.paidMinutes }) / 60
    }
  }

  /// Finds offers; without a need there are none.
  ///
  /// - Throws: `SchedulingError.badRule` for a premium or worth that is no positive number.
  public static func find(
    _ roster: RosterUnderAudit, options: OfferOptions = OfferOptions()
  ) throws(SchedulingError) -> Result {
    guard options.premium > 0, options.premium <= 100 else {
      throw .badRule(what: "the premium of overtime", value: "\(options.premium)")
    }
    guard options.leastWorth >= 0, options.leastWorth.isFinite else {
      throw .badRule(what: "the least worth of an offer", value: "\(options.leastWorth)")
    }
    guard let need = roster.need else {
      return Result(
        offers: [], roster: roster.roster, shortHoursBefore: 0, shortHours: 0, refused: [:],
        findings: [])
    }
    var search = OfferSearch(roster, need: need, options: options)
    let before = search.shortHours()
    if options.offersOvertime { search.addOvertime() }
    if options.offersTimeOff { search.addTimeOff() }
    let after = search.shortHours()
    return Result(
      offers: search.offers, roster: search.roster, shortHoursBefore: before, shortHours: after,
      refused: search.refused, findings: findings(after, search.refused))
  }

  private static func findings(_ short: Double, _ refused: [String: Int]) -> [Finding] {
    guard short > 0.05 else { return [] }
    let rules = refused.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      .map { "\($0.key) \($0.value)" }
    let why =
      rules.isEmpty
      ? "nothing else is worth its cost"
      : "offers that would help break rules: \(rules.joined(separator: ", "))"
    return [
      Finding(
        .warning, code: "offers.short-remains",
        "\(roundedToDecimals(short, 1)) agent-hours stay short with every offer taken; \(why)",
        advice: rules.isEmpty
          ? "Maybe a lower --least-worth finds more."
          : "Maybe contracts allow other shift lengths or more hours.")
    ]
  }
}
