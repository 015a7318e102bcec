import ContactCenter
import Planning
import Scheduling
import Testing

@Suite struct RuleTermsSectionTests {
  private static func plan(_ entry: String, types: String = "") -> String {
    """
    timezone: UTC
    queues: { a: {} }
    shift_types: { early: { start: "06:00-09:00" }, late: { start: "12:00-15:00" }\(types) }
    contracts:
      ward: { hours_per_week: 40h, shift_lengths: [8h], rules: [ \(entry) ] }
    """
  }

  private static func terms(_ entry: String) throws -> RuleTerms {
    try PlanReader.read(plan(entry), file: "p").contracts[0].rules[0]
  }

  @Test("Each form of a term is read: counts, hours, spans, types, days, prices")
  func reads() throws {
    #expect(
      try Self.terms("{ rule: consecutive-days, min: 2, max: 5 }")
        == RuleTerms("consecutive-days", minimum: 2, maximum: 5))
    #expect(
      try Self.terms("{ rule: hours, min: 56h, max: 72h30m, per: period, price: 2h }")
        == RuleTerms("hours", minimum: 56, maximum: 72.5, price: 2, span: .period))
    #expect(
      try Self.terms("{ rule: shifts, types: [late], max: 4, per: 2w }")
        == RuleTerms("shifts", maximum: 4, span: .days(14), shiftTypes: ["late"]))
    #expect(
      try Self.terms("{ rule: successions, types: [late], then: [early] }")
        == RuleTerms("successions", shiftTypes: ["late"], followers: ["early"]))
    #expect(
      try Self.terms("{ rule: free-weekdays, days: [sat, sun], min: 2, per: month }")
        == RuleTerms(
          "free-weekdays", minimum: 2, span: .month, weekdays: [.saturday, .sunday]))
    #expect(
      try Self.terms("{ rule: rest-after-nights, min: 48h, after: 3 }")
        == RuleTerms("rest-after-nights", minimum: 48, after: 3))
    #expect(try Self.terms("{ rule: rotation, types: [early, late, early] }").shiftTypes.count == 3)
  }

  @Test("Every rule of the catalog can be asked for, with the terms it needs")
  func all() throws {
    for entry in LineRuleCatalog.all {
      var text = "rule: \(entry.name)"
      let needed = Set(entry.needs)
      for term in entry.takes where needed.contains(term) || needed.isEmpty {
        switch term {
        case .minimum: text += entry.numbers == .hours ? ", min: 2h" : ", min: 1"
        case .maximum: text += entry.numbers == .hours ? ", max: 9h" : ", max: 3"
        case .types: text += ", types: [early, late]"
        case .then: text += ", then: [early]"
        default: break
        }
      }
      if needed == [.types], entry.takes.contains(.maximum) { text += ", max: 3" }
      #expect(letter(Self.plan("{ \(text) }")) == nil, "\(text)")
    }
  }

  static let faults: [(String, String)] = [
    (
      "{ rule: consecutive-day, max: 5 }",
      "p:5:70: error: \"consecutive-day\" is no rule\nMaybe \"consecutive-days\" is meant."
    ),
    (
      "{ rule: consecutive-days, min: 6, max: 5 }",
      "p:5:93: error: min of rule consecutive-days is 6, above max 5"
        + "\nMaybe min and max are swapped."
    ),
    (
      "{ rule: rest, max: 5h }",
      "p:5:81: error: max of rule rest means nothing there; it takes min\nMaybe leave max out."
    ),
    (
      "{ rule: rest }",
      "p:5:62: error: min of rule rest is missing\nMaybe add min: to the entry."
    ),
    (
      "{ rule: consecutive-days }",
      "p:5:62: error: max of rule consecutive-days is missing, and so is min: nothing is asked"
        + "\nMaybe add max: or min:."
    ),
    (
      "{ rule: hours, max: 40 }",
      "p:5:82: error: contracts.ward.rules.max is \"40\", expected a duration in whole minutes"
        + "\nMaybe write 20s, 5m or 1h30m."
    ),
    (
      "{ rule: shifts, max: 4, per: fortnight }",
      "p:5:91: error: contracts.ward.rules.per is \"fortnight\", "
        + "expected week, month, period or so many days such as 7d"
        + "\nMaybe write week, period or 14d."
    ),
    (
      "{ rule: successions, types: [late], then: [erly] }",
      "p:5:105: error: contracts.ward.rules.then is \"erly\", which is no shift type of the plan"
        + "\nMaybe \"early\" is meant."
    ),
    (
      "{ rule: complete-weekends, price: -3h }",
      "p:5:96: error: contracts.ward.rules.price is \"-3h\", expected a price in paid hours"
        + "\nMaybe write 3h."
    ),
    (
      "{ rule: consecutive-days, max: nan }",
      "p:5:93: error: contracts.ward.rules.max is \"nan\", expected a number from 0.0 to 1000000.0"
        + "\nMaybe write it without unit or quotes."
    ),
  ]

  @Test("A term that makes no sense is an error at its place", arguments: faults)
  func letters(entry: String, expected: String) {
    #expect(letter(Self.plan(entry)) == expected)
  }
}
