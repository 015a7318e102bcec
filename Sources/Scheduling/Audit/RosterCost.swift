internal import ContactCenter

/// What the shifts of one group are paid.
///
/// Counted shift by shift from the roster, in paid hours of the standard contract: a contract may pay its hours more, the
/// plan may add premiums at some times (by the agent's own clock), an agent's hours beyond the contract's in a week may be
/// overtime, and a split shift may have a price.
public struct RosterCost: Hashable, Sendable {
  /// The group; empty for agents of no known group.
  public var group: String
  /// Paid hours.
  public var paidHours: Double
  /// What is paid beside them, by name, such as `premium night`; only what is not 0.
  public var extras: [CostLine] = []
  /// Money for each hour of the standard contract.
  public var costPerHour: Double

  /// Paid hours and all that is paid beside them.
  public var pricedHours: Double { extras.reduce(paidHours) { $0 + $1.hours } }
  /// Money.
  public var cost: Double { pricedHours * costPerHour }

  /// The cost of every group that works, in order of name.
  public static func costs(in roster: RosterUnderAudit) -> [RosterCost] {
    let byGroup = Dictionary(grouping: roster.shifts) {
      roster.agents[$0.agent]?.group ?? $0.entries.lazy.compactMap(\.group).first ?? ""
    }
    return byGroup.sorted { $0.key < $1.key }.map { group, shifts in
      RosterCost(
        group: group, paidHours: hours(of: shifts, in: roster),
        extras: extras(of: shifts, in: roster),
        costPerHour: roster.groups[group]?.costPerHour ?? 0)
    }
  }

  private static func hours(
    of shifts: [RosterUnderAudit.Shift], in roster: RosterUnderAudit
  ) -> Double {
    Double(shifts.reduce(0) { $0 + roster.paidMinutes(of: $1) }) / 60
  }

  private static func extras(
    of shifts: [RosterUnderAudit.Shift], in roster: RosterUnderAudit
  ) -> [CostLine] {
    var sums: [String: Double] = [:]
    for shift in shifts {
      let contract = roster.contract(of: shift.agent)
      let price = contract?.hourPrice ?? 1
      let paid = Double(roster.paidMinutes(of: shift)) / 60
      if let contract, price != 1 {
        sums["contract \(contract.name)", default: 0] += paid * (price - 1)
      }
      for premium in roster.prices.premiums {
        sums["premium \(premium.name)", default: 0] +=
          premium.hours(of: shift, zone: roster.zones.zone(of: shift.agent)) * premium.share * price
      }
      if let form = contract?.form(of: shift) { sums["split shifts", default: 0] += form.price }
    }
    for (agent, own) in Dictionary(grouping: shifts, by: \.agent).sorted(by: { $0.key < $1.key }) {
      guard let contract = roster.contract(of: agent), let terms = contract.overtime else {
        continue
      }
      let weeks = Dictionary(grouping: own, by: \.week).sorted { $0.key < $1.key }
      for (_, week) in weeks {
        let beyond = max(0, hours(of: week, in: roster) - contract.hoursPerWeek)
        sums["overtime \(contract.name)", default: 0] +=
          beyond * max(0, terms.price - 1) * contract.hourPrice
      }
    }
    return sums.filter { abs($0.value) > 1e-9 }.sorted { $0.key < $1.key }
      .map { CostLine($0.key, hours: $0.value) }
  }
}

extension HourPremium {
  /// Hours of a shift's pieces for which the premium is paid, to the minute.
  fileprivate func hours(of shift: RosterUnderAudit.Shift, zone: ZoneRules) -> Double {
    let minutes = shift.pieces.reduce(0) { sum, piece in
      sum
        + stride(from: 0, to: piece.seconds, by: 60).count {
          applies(at: zone.local(piece.start.advanced(by: $0)))
        }
    }
    return Double(minutes) / 60
  }
}

extension Contract {
  /// The form of split shift that a shift has; nil for a shift of one piece, or of a form the contract does not know.
  func form(of shift: RosterUnderAudit.Shift) -> SplitShift? {
    guard let gap = shift.gap else { return nil }
    let (first, second) = (shift.pieces[0].seconds / 60, shift.pieces[1].seconds / 60)
    return splitShifts.first { $0.fits(first: first, gap: gap.seconds / 60, second: second) }
  }
}
