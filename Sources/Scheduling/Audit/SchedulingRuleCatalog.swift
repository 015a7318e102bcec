/// The rules that every roster is audited by, in alphabetical order of name.
public enum SchedulingRuleCatalog {
  /// All rules.
  public static let all: [any SchedulingRule] = [
    AvailabilityRule(),
    BreakWindowRule(),
    CoverageRule(),
    DaysPerWeekRule(),
    HoursPerWeekRule(),
    KnownAgentRule(),
    OneShiftADayRule(),
    NoOverlapRule(),
    PinnedShiftRule(),
    RestRule(),
    ShiftLengthRule(),
  ]
}
