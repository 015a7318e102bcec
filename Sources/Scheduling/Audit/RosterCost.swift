internal import ContactCenter

/// What the shifts of one group are paid.
public struct RosterCost: Hashable, Sendable {
  /// The group; empty for agents of no known group.
  public var group: String
  /// Paid hours.
  public var paidHours: Double
  /// Money for each of them.
  public var costPerHour: Double

  /// Money.
  public var cost: Double { paidHours * costPerHour }

  /// The cost of every group that works, in order of name.
  public static func costs(in roster: RosterUnderAudit) -> [RosterCost] {
    var minutes: [String: Int] = [:]
    for shift in roster.shifts {
      let group =
        roster.agents[shift.agent]?.group ?? shift.entries.lazy.compactMap(\.group).first ?? ""
      minutes[group, default: 0] += roster.paidMinutes(of: shift)
    }
    return minutes.sorted { $0.key < $1.key }.map {
      RosterCost(
        group: $0.key, paidHours: Double($0.value) / 60,
        costPerHour: roster.groups[$0.key]?.costPerHour ?? 0)
    }
  }
}
