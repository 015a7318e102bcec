internal import ContactCenter

/// How evenly something is shared by the agents of one group and contract.
public struct RosterFairness: Hashable, Sendable {
  /// What is shared.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Paid hours.
    case hours
    /// Weekends with a shift on any of their days.
    case weekends
    /// Night shifts.
    case nights
  }

  /// The group.
  public var group: String
  /// The contract.
  public var contract: String
  /// What is shared.
  public var kind: Kind
  /// How much each agent has, by agent name.
  public var amounts: [String: Double]
  /// Paid hours for each unit that an agent is away from the mean.
  public var price: Double

  /// The amount of whoever has least.
  public var least: Double { amounts.values.min() ?? 0 }
  /// The amount of whoever has most.
  public var most: Double { amounts.values.max() ?? 0 }
  /// The fair share: the mean.
  public var mean: Double {
    amounts.isEmpty ? 0 : sorted.reduce(0, +) / Double(amounts.count)
  }
  /// The most less the least.
  public var spread: Double { most - least }
  /// The standard deviation over the agents there are, who are no sample.
  public var standardDeviation: Double {
    guard !amounts.isEmpty else { return 0 }
    let mean = mean
    return (sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(amounts.count))
      .squareRoot()
  }
  /// What the unevenness costs, in paid hours.
  public var costHours: Double {
    let mean = mean
    return sorted.reduce(0) { $0 + abs($1 - mean) } * price
  }

  /// In order of name, so that sums have the same last bits everywhere.
  private var sorted: [Double] { amounts.sorted { $0.key < $1.key }.map(\.value) }

  /// Counts every kind for every group and contract with two agents or more, in order of group, contract, kind.
  public static func counts(in roster: RosterUnderAudit) -> [RosterFairness] {
    let lines = Dictionary(uniqueKeysWithValues: roster.lines.map { ($0.agent, $0.line) })
    let teams = Dictionary(
      grouping: roster.agents.values.filter { roster.contracts[$0.contract] != nil },
      by: { [$0.group, $0.contract] })
    return teams.sorted { $0.key.lexicographicallyPrecedes($1.key) }.filter { $0.value.count > 1 }
      .flatMap { team, agents in
        Kind.allCases.map { kind in
          RosterFairness(
            group: team[0], contract: team[1], kind: kind,
            amounts: Dictionary(
              uniqueKeysWithValues: agents.map {
                ($0.name, amount(kind, of: lines[$0.name], in: roster.period(of: $0.name)))
              }), price: price(kind, roster.fairness))
        }
      }
  }

  private static func price(_ kind: Kind, _ prices: FairnessPrices) -> Double {
    switch kind {
    case .hours: prices.hours
    case .weekends: prices.weekends
    case .nights: prices.nights
    }
  }

  private static func amount(_ kind: Kind, of line: WorkLine?, in period: RosterPeriod) -> Double {
    let shifts = (line?.shifts ?? []).filter { $0.day >= 0 }
    switch kind {
    case .hours: return Double(shifts.reduce(0) { $0 + $1.paidMinutes }) / 60
    case .nights: return Double(shifts.count { $0.isNight })
    case .weekends:
      // A weekend is known by the week it lies in: one that runs over Sunday midnight counts with its Sunday.
      return Double(
        Set(shifts.filter { period.isWeekend($0.day) }.map { period.monday(of: $0.day) }).count)
    }
  }
}
