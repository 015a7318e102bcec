extension CalendarRule {
  /// Reads a rule as the calendar record writes it, or nil for anything else.
  ///
  /// *Form*, case ignored: `yearly`; `monthly`; `weekly`; `every 2 weeks`; `4th thursday of november`;
  /// `last monday of may`; `saturday on or after june 20`; `wednesday on or before november 22`; `easter`;
  /// `orthodox easter`; the last two with days after or before them, `easter+1`, `orthodox easter-2`; and
  /// `1 day after …`, `3 days before …` any yearly rule or the name of another entry.
  public init?(text: String) {
    let words = text.split(separator: " ").map { $0.lowercased() }
    if let simple = Self.simple(words) {
      self = simple
      return
    }
    guard words.count >= 4, let days = Self.number(words[0]),
      (1...Self.largestOffset).contains(days), words[1] == "day" || words[1] == "days",
      words[2] == "after" || words[2] == "before"
    else { return nil }
    let sign = words[2] == "after" ? 1 : -1
    if let inner = Self.simple(Array(words[3...])) {
      // "2 days before 3 days after …" and days beside a rule without one date a year say nothing clear.
      switch inner.base {
      case .monthly, .weeks, .yearly: return nil
      default: self = CalendarRule(inner.base, offset: inner.offset + sign * days)
      }
    } else {
      let name = text.split(separator: " ").dropFirst(3).joined(separator: " ")
      self = CalendarRule(.entry(name), offset: sign * days)
    }
  }

  /// The rule as it reads back.
  public var text: String {
    switch base {
    case .yearly: return "yearly"
    case .monthly: return "monthly"
    case .weeks(1): return "weekly"
    case .weeks(let weeks): return "every \(weeks) weeks"
    case .easter: return "easter" + signed
    case .orthodoxEaster: return "orthodox easter" + signed
    case .weekday(let weekday, let ordinal, let month):
      return distance + "\(Self.ordinals[ordinal]) \(weekday.fullName) of \(Self.months[month - 1])"
    case .onOrAfter(let weekday, let month, let day):
      return distance + "\(weekday.fullName) on or after \(Self.months[month - 1]) \(day)"
    case .onOrBefore(let weekday, let month, let day):
      return distance + "\(weekday.fullName) on or before \(Self.months[month - 1]) \(day)"
    case .entry(let name): return distance + name
    }
  }

  private var signed: String { offset == 0 ? "" : offset > 0 ? "+\(offset)" : "\(offset)" }

  private var distance: String {
    guard offset != 0 else { return "" }
    return "\(offset.magnitude) \(offset.magnitude == 1 ? "day" : "days")"
      + (offset > 0 ? " after " : " before ")
  }

  private static let ordinals = ["last", "1st", "2nd", "3rd", "4th", "5th"]
  private static let ordinalWords = ["last", "first", "second", "third", "fourth", "fifth"]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func simple(_ words: [String]) -> CalendarRule? {
    switch words.count {
    case 1:
      switch words[0] {
      case "yearly": return .yearly
      case "monthly": return CalendarRule(.monthly)
      case "weekly": return CalendarRule(.weeks(1))
      default: return shifted(words[0], from: "easter", base: .easter)
      }
    case 2 where words[0] == "orthodox":
      return shifted(words[1], from: "easter", base: .orthodoxEaster)
    case 3 where words[0] == "every" && (words[2] == "weeks" || words[2] == "week"):
      return number(words[1]).flatMap { (1...52).contains($0) ? CalendarRule(.weeks($0)) : nil }
    case 4 where words[2] == "of":
      guard
        let ordinal = ordinals.firstIndex(of: words[0]) ?? ordinalWords.firstIndex(of: words[0]),
        let weekday = Weekday(text: words[1]), let month = month(words[3])
      else { return nil }
      return CalendarRule(.weekday(weekday, ordinal: ordinal, month: month))
    case 6 where words[1] == "on" && words[2] == "or":
      guard let weekday = Weekday(text: words[0]), let month = month(words[4]),
        let day = number(words[5]), (1...CivilDate.daysIn(month: month, year: 2001)).contains(day)
      else { return nil }
      switch words[3] {
      case "after": return CalendarRule(.onOrAfter(weekday, month: month, day: day))
      case "before": return CalendarRule(.onOrBefore(weekday, month: month, day: day))
      default: return nil
      }
    default: return nil
    }
  }

  /// A word with a signed number behind it, such as `easter-2`.
  private static func shifted(_ word: String, from name: String, base: Base) -> CalendarRule? {
    guard word.hasPrefix(name) else { return nil }
    let rest = word.dropFirst(name.count)
    if rest.isEmpty { return CalendarRule(base) }
    guard rest.first == "+" || rest.first == "-", let days = number(String(rest.dropFirst())),
      (1...largestOffset).contains(days)
    else { return nil }
    return CalendarRule(base, offset: rest.first == "+" ? days : -days)
  }

  private static func number(_ text: String) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func month(_ text: String) -> Int? {
    months.firstIndex { $0 == text || (text.utf8.count == 3 && $0.hasPrefix(text)) }.map { $0 + 1 }
  }
}
