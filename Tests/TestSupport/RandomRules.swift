public import ContactCenter
import Scheduling

/// Random terms of the rules of the catalog: hard or at a price, with limits that leave most agents a way.
public enum RandomRules {
  /// A draw of a whole number from a range.
  private typealias Pick = (ClosedRange<Int>) -> Int

  /// Names of the rules that are drawn.
  public static let names = makers.keys.sorted()

  /// Terms of one rule, drawn from those of the catalog.
  public static func terms(numbers: inout SeededNumbers, days: Int) -> RuleTerms {
    var draws = numbers
    func pick(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(draws.next() * Double(range.count))
    }
    let known = LineRuleCatalog.all.map(\.name).filter { makers[$0] != nil }
    let name = known[pick(0...(known.count - 1))]
    var terms = makers[name]?(pick, days) ?? RuleTerms(name)
    terms.rule = name
    // Rules that ask for work at the end of every stretch are soft more often: hard ones leave few lines.
    let softShare = terms.minimum == nil ? 4 : 7
    if pick(0...9) < softShare { terms.price = Double(pick(1...12)) / 2 }
    numbers = draws
    return terms
  }

  private static func limits(
    _ name: String, minimum: Int? = nil, maximum: Int? = nil, span: RuleTerms.Span? = nil,
    types: [String] = [], then followers: [String] = [], weekdays: Set<Weekday> = []
  ) -> RuleTerms {
    RuleTerms(
      name, minimum: minimum.map(Double.init), maximum: maximum.map(Double.init), span: span,
      shiftTypes: types, followers: followers, weekdays: weekdays)
  }

  private static func span(_ pick: Pick) -> RuleTerms.Span {
    [.week, .period, .month, .days(7)][pick(0...3)]
  }

  private nonisolated(unsafe) static let makers: [String: (Pick, Int) -> RuleTerms] = [
    "complete-weekends": { _, _ in limits("") },
    "consecutive-days": { pick, _ in
      pick(0...1) == 0 ? limits("", maximum: pick(3...6)) : limits("", minimum: 2, maximum: 6)
    },
    "consecutive-days-off": { pick, _ in
      pick(0...1) == 0 ? limits("", minimum: 2) : limits("", maximum: pick(4...7))
    },
    "consecutive-nights": { pick, _ in
      pick(0...1) == 0 ? limits("", maximum: pick(2...4)) : limits("", minimum: 2)
    },
    "consecutive-shifts": { pick, _ in limits("", maximum: pick(2...4), types: ["late"]) },
    "consecutive-weekends": { pick, _ in limits("", maximum: pick(1...2)) },
    "days-off-together": { _, _ in limits("", minimum: 2) },
    "days-per-week": { pick, _ in limits("", maximum: pick(4...6)) },
    "free-weekdays": { _, _ in limits("", minimum: 1, weekdays: [.sunday]) },
    "hours": { pick, days in
      switch pick(0...2) {
      case 0: limits("", maximum: pick(3...5) * 8, span: .week)
      case 1: limits("", minimum: days / 2, maximum: days * 6, span: .period)
      default: limits("", maximum: pick(32...48), span: .days(7))
      }
    },
    "hours-per-day": { _, _ in limits("", maximum: 8) },
    "nights": { pick, _ in limits("", maximum: pick(1...4), span: span(pick)) },
    "rest": { pick, _ in limits("", minimum: pick(8...14)) },
    "rest-after-nights": { pick, _ in limits("", minimum: 12 * pick(2...4)) },
    "rotation": { _, _ in limits("", types: ["early", "late"]) },
    "same-start": { pick, _ in limits("", maximum: pick(1...3)) },
    "shifts": { pick, _ in
      let type = ["early", "day", "late", "night"][pick(0...3)]
      return limits("", maximum: pick(1...4), span: span(pick), types: [type])
    },
    "successions": { pick, _ in
      pick(0...1) == 0
        ? limits("", types: ["night"], then: ["early", "day"])
        : limits("", types: ["late"], then: ["early"])
    },
    "weekends": { pick, _ in limits("", maximum: pick(1...2), span: .period) },
    "weekly-rest": { pick, _ in limits("", minimum: 12 * pick(3...4)) },
  ]
}
