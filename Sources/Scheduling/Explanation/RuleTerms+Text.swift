import ContactCenter

extension RuleTerms {
  /// The rule as findings name it: `hours at most 40h per week`, `successions of night then early`.
  var text: String {
    var words = [rule]
    if !shiftTypes.isEmpty { words.append("of \(shiftTypes.joined(separator: ", "))") }
    if !followers.isEmpty { words.append("then \(followers.joined(separator: ", "))") }
    if !weekdays.isEmpty {
      let names = weekdays.sorted { $0.rawValue < $1.rawValue }.map { "\($0)" }
      words.append("on \(names.joined(separator: ", "))")
    }
    let limits = [
      minimum.map { "at least \(number($0))" }, maximum.map { "at most \(number($0))" },
    ]
    words.append(limits.compactMap(\.self).joined(separator: " and "))
    if let after { words.append("after \(after)") }
    switch span {
    case .week: words.append("per week")
    case .month: words.append("per month")
    case .period: words.append("per period")
    case .days(let days): words.append("per \(days)d")
    case nil: break
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether its numbers are hours.
  var countsHours: Bool {
    LineRuleCatalog.all.first { $0.name == rule }?.numbers == .hours
  }

  /// A limit in the rule's own numbers.
  func number(_ value: Double) -> String {
    countsHours ? RuleNumbers.hours(value) : RuleNumbers.plain(value)
  }
}
