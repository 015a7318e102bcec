public import ContactCenter

/// Every day has as many shifts of each type as the plan asks for.
///
/// A shift counts on the agent's own day, for the group it is worked for. Too few is a warning, as a plan may have
/// accepted it; too many is a warning where the plan allows none, and a note with its price where it has one. An agent
/// short costs what the plan says, or else the paid hours of the shift at the usual price of hours that nobody works.
public struct TypeCoverRule: SchedulingRule {
  /// What a roster has of one need.
  public struct Count: Hashable, Sendable {
    /// The need.
    public var cover: TypeCover
    /// Agents who work such a shift.
    public var agents: Int

    /// Agents missing.
    public var short: Int { max(0, cover.agents - agents) }
    /// Agents more than asked for.
    public var surplus: Int { max(0, agents - cover.agents) }
  }

  /// `type-cover`.
  public let name = "type-cover"

  /// Creates the rule.
  public init() {}

  /// One violation per need that is not met exactly.
  public func violations(in roster: RosterUnderAudit) -> [RuleViolation] {
    Self.counts(in: roster).compactMap { count in
      guard count.agents != count.cover.agents else { return nil }
      let isShort = count.short > 0
      let price =
        isShort
        ? count.cover.shortPrice ?? Self.usualPrice(of: count.cover.shiftType, roster.rules)
        : count.cover.surplusPrice
      return RuleViolation(
        rule: name, place: count.cover.group,
        stretch: Interval(
          start: roster.grid.zone.startOfDay(count.cover.date),
          end: roster.grid.zone.startOfDay(count.cover.date.advanced(by: 1))),
        message: "\(count.agents) in \(count.cover.shiftType) on \(count.cover.date.text), "
          + "\(count.cover.agents) asked for",
        severity: isShort || price == nil ? .warning : .note,
        measure: RuleViolation.Measure(
          amount: Double(isShort ? count.short : count.surplus), unit: "agent", price: price))
    }
  }

  private static func usualPrice(of type: String, _ rules: ShiftRules) -> Double {
    let minutes = rules.types.first { $0.name == type }?.minutes ?? 0
    let unpaid = rules.breaks(forShiftOfMinutes: minutes).reduce(0) {
      $0 + ($1.isPaid ? 0 : $1.minutes)
    }
    return RosterOptions().uncoveredPrice * Double(max(0, minutes - unpaid)) / 60
  }

  /// What the roster has of every need on the days that are judged, by group, date and type.
  public static func counts(in roster: RosterUnderAudit) -> [Count] {
    guard !roster.cover.isEmpty else { return [] }
    var worked: [Slot: Int] = [:]
    for shift in roster.shifts {
      guard let type = roster.lineShift(shift).type,
        let group = shift.entries.lazy.compactMap(\.group).first
          ?? roster.agents[shift.agent]?.group
      else { continue }
      worked[Slot(group: group, date: shift.date, type: type), default: 0] += 1
    }
    return roster.cover.filter { roster.dates.contains($0.date) }.sorted {
      ($0.group, $0.date, $0.shiftType) < ($1.group, $1.date, $1.shiftType)
    }.map {
      Count(
        cover: $0,
        agents: worked[Slot(group: $0.group, date: $0.date, type: $0.shiftType)] ?? 0)
    }
  }

  private struct Slot: Hashable {
    var group: String
    var date: CivilDate
    var type: String
  }
}
