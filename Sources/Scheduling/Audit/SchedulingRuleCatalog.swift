/// The rules that every roster is audited by, in alphabetical order of name.
public enum SchedulingRuleCatalog {
  /// All rules: those about shifts and coverage, and what contracts may ask of an agent's days.
  public static let all: [any SchedulingRule] = (aboutShifts + aboutDays).sorted {
    $0.name < $1.name
  }

  private static let aboutShifts: [any SchedulingRule] = [
    AvailabilityRule(),
    BreakWindowRule(),
    CoverageRule(),
    KnownAgentRule(),
    NoOverlapRule(),
    OneShiftADayRule(),
    PinnedShiftRule(),
    RequestRule(),
    ShiftLengthRule(),
    ShiftTimesRule(),
    TypeCoverRule(),
    WishRule(),
  ]

  private static let aboutDays: [any SchedulingRule] = LineRuleCatalog.all.map {
    ContractRule($0.name)
  }
}
