public import ContactCenter

/// One entry of the plan's `cover`: agents wanted in shifts of one type, on some days of the week or on one date.
public struct CoverRule: Hashable, Sendable {
  /// When an entry holds.
  public enum Days: Hashable, Sendable {
    /// Every such day of the period, unless an entry by date says otherwise.
    case weekdays(Set<Weekday>)
    /// One date.
    case date(CivilDate)
  }

  /// The group.
  public var group: String
  /// The shift type; it has a length and one start.
  public var shiftType: String
  /// When the entry holds.
  public var days: Days
  /// How many agents.
  public var agents: Int
  /// What each agent short costs, in paid hours; nil for the price of uncovered hours.
  public var shortPrice: Double?
  /// What each agent more costs, in paid hours; nil where more are not wanted, see `TypeCover`.
  public var surplusPrice: Double?

  /// Creates an entry.
  public init(
    group: String, shiftType: String, days: Days, agents: Int, shortPrice: Double? = nil,
    surplusPrice: Double? = nil
  ) {
    self.group = group
    self.shiftType = shiftType
    self.days = days
    self.agents = agents
    self.shortPrice = shortPrice
    self.surplusPrice = surplusPrice
  }
}

extension Plan {
  /// What the plan's `cover` asks for in a period, in order of date, group, then type.
  ///
  /// An entry by date wins over those by days of the week.
  public func typeCover(from first: CivilDate, days: Int) -> [TypeCover] {
    var wanted: [TypeCover] = []
    for day in 0..<max(0, days) {
      let date = first.advanced(by: day)
      let dated = cover.filter { $0.days == .date(date) }
      let told = Set(dated.map { [$0.group, $0.shiftType] })
      let weekly = cover.filter { rule in
        guard case .weekdays(let weekdays) = rule.days else { return false }
        return weekdays.contains(date.weekday) && !told.contains([rule.group, rule.shiftType])
      }
      wanted += (dated + weekly).map {
        TypeCover(
          group: $0.group, shiftType: $0.shiftType, date: date, agents: $0.agents,
          shortPrice: $0.shortPrice, surplusPrice: $0.surplusPrice)
      }
    }
    return wanted.sorted {
      ($0.date, $0.group, $0.shiftType) < ($1.date, $1.group, $1.shiftType)
    }
  }
}
