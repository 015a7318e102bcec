import ContactCenter

extension LineRuleCatalog {
  /// All rules.
  public static let all: [Entry] = [
    Entry(
      "consecutive-days", "Working days in a row.", takes: [.minimum, .maximum],
      make: { terms throws(RuleTermsError) in try ConsecutiveDaysRule(terms) }),
    Entry(
      "consecutive-days-off", "Days off in a row.", takes: [.minimum, .maximum],
      make: { terms throws(RuleTermsError) in try ConsecutiveDaysOffRule(terms) }),
    Entry(
      "consecutive-nights", "Night shifts on days in a row.", takes: [.minimum, .maximum],
      make: { terms throws(RuleTermsError) in try ConsecutiveNightsRule(terms) }),
    Entry(
      "consecutive-shifts", "Days in a row with a shift of the given types.",
      takes: [.minimum, .maximum, .types], needs: [.types],
      make: { terms throws(RuleTermsError) in try ConsecutiveShiftsRule(terms) }),
    Entry(
      "days-per-week", "Working days from Monday to Sunday.", takes: [.minimum, .maximum],
      make: { terms throws(RuleTermsError) in try WorkingDaysRule(terms) }),
    Entry(
      "hours", "Paid hours per week, month, period or 7d (any 7 days in a row).",
      takes: [.minimum, .maximum, .per], numbers: .hours,
      make: { terms throws(RuleTermsError) in try HoursRule(terms) }),
    Entry(
      "rest", "Hours from the end of one shift to the start of the next.", takes: [.minimum],
      needs: [.minimum], numbers: .hours,
      make: { terms throws(RuleTermsError) in try MinimumRestRule(terms) }),
  ]
}
