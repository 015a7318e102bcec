import ContactCenter

extension LineRuleCatalog {
  /// All rules.
  public static let all: [Entry] = [
    Entry(
      "complete-weekends",
      "All days of a weekend are worked, or none.",
      takes: [],
      make: { _ in CompleteWeekendsRule() }),
    Entry(
      "consecutive-days",
      "Working days in a row.",
      takes: [.minimum, .maximum],
      make: { terms throws(RuleTermsError) in try ConsecutiveDaysRule(terms) }),
    Entry(
      "consecutive-days-off",
      "Days off in a row.",
      takes: [.minimum, .maximum],
      make: { terms throws(RuleTermsError) in try ConsecutiveDaysOffRule(terms) }),
    Entry(
      "consecutive-nights",
      "Night shifts on days in a row.",
      takes: [.minimum, .maximum],
      make: { terms throws(RuleTermsError) in try ConsecutiveNightsRule(terms) }),
    Entry(
      "consecutive-shifts",
      "Days in a row with a shift of the given types.",
      takes: [.types, .minimum, .maximum], needs: [.types],
      make: { terms throws(RuleTermsError) in try ConsecutiveShiftsRule(terms) }),
    Entry(
      "consecutive-weekends",
      "Weekends in a row with work on any of their days.",
      takes: [.maximum], needs: [.maximum],
      make: { terms throws(RuleTermsError) in try ConsecutiveWeekendsRule(terms) }),
    Entry(
      "days-off-together",
      "Once in each week (or month, or period) so many days off in a row.",
      takes: [.minimum, .per], needs: [.minimum],
      make: { terms throws(RuleTermsError) in try DaysOffTogetherRule(terms) }),
    Entry(
      "days-per-week",
      "Working days from Monday to Sunday.",
      takes: [.minimum, .maximum],
      make: { terms throws(RuleTermsError) in try WorkingDaysRule(terms) }),
    Entry(
      "free-weekdays",
      "Of the given days (Sundays unless told) so many are free in each period, month or week.",
      takes: [.days, .minimum, .per], needs: [.minimum],
      make: { terms throws(RuleTermsError) in try FreeWeekdaysRule(terms) }),
    Entry(
      "hours",
      "Paid hours per week, month, period or 7d (any 7 days in a row).",
      takes: [.minimum, .maximum, .per], numbers: .hours,
      make: { terms throws(RuleTermsError) in try HoursRule(terms) }),
    Entry(
      "hours-per-day",
      "Paid hours on a day that is worked.",
      takes: [.minimum, .maximum], numbers: .hours,
      make: { terms throws(RuleTermsError) in try HoursPerDayRule(terms) }),
    Entry(
      "nights",
      "Night shifts per week, month, period or 14d (any 14 days in a row).",
      takes: [.minimum, .maximum, .per],
      make: { terms throws(RuleTermsError) in try NightsRule(terms) }),
    Entry(
      "rest",
      "Time from the end of one shift to the start of the next.",
      takes: [.minimum], needs: [.minimum], numbers: .hours,
      make: { terms throws(RuleTermsError) in try MinimumRestRule(terms) }),
    Entry(
      "rest-after-nights",
      "Time from the end of a night, or of so many in a row, to the next shift that is no night.",
      takes: [.minimum, .after], needs: [.minimum], numbers: .hours,
      make: { terms throws(RuleTermsError) in try RestAfterNightsRule(terms) }),
    Entry(
      "rotation",
      "The shift types of the weeks, in a cycle in which each agent has a place of their own.",
      takes: [.types], needs: [.types],
      make: { terms throws(RuleTermsError) in try RotationRule(terms) }),
    Entry(
      "same-start",
      "How far apart shifts start within a week, by the wall clock.",
      takes: [.maximum], needs: [.maximum], numbers: .hours,
      make: { terms throws(RuleTermsError) in try SameStartRule(terms) }),
    Entry(
      "shifts",
      "Shifts, or those of the given types, per week, month, period or 14d (any 14 days in a row).",
      takes: [.types, .minimum, .maximum, .per],
      make: { terms throws(RuleTermsError) in try ShiftsRule(terms) }),
    Entry(
      "successions",
      "The day after a shift of some types has none of others.",
      takes: [.types, .then], needs: [.types, .then],
      make: { terms throws(RuleTermsError) in try SuccessionsRule(terms) }),
    Entry(
      "weekends",
      "Weekends with work on any of their days, per period, month or 28d (any 28 days in a row).",
      takes: [.minimum, .maximum, .per],
      make: { terms throws(RuleTermsError) in try WeekendsRule(terms) }),
    Entry(
      "weekly-rest",
      "Free time in one piece in each week, or in 7d (any 7 days in a row).",
      takes: [.minimum, .per], needs: [.minimum], numbers: .hours,
      make: { terms throws(RuleTermsError) in try WeeklyRestRule(terms) }),
  ]
}
