internal import ContactCenter
internal import Tables

/// A date, or a time of a date, as iCalendar writes it.
struct ICalendarTime {
  /// The date in the event's own zone.
  var date: CivilDate
  /// The second of the day; nil for a whole day.
  var second: Int?
  /// The zone its clock is of; nil for the reader's.
  var zone: ZoneRules?

  /// Reads a `DTSTART`, `DTEND` or one item of `EXDATE` or `RDATE`.
  ///
  /// - Parameter zones: zones by `TZID`, nil for one that is not known.
  /// *Throws*: `TableError` with the line.
  init(
    _ text: String, of line: ContentLine, zones: inout [String: ZoneRules?]
  ) throws(TableError) {
    let text = text.split(separator: "/").first.map(String.init) ?? ""
    let bad = ICalendarProblem.value(
      line, expected: "a date such as 20261225 or a time such as 20261224T140000",
      hint: "Maybe the event was exported by a tool that writes dates its own way.")
    guard let date = Self.date(String(text.prefix(8))) else { throw bad }
    self.date = date
    let rest = text.dropFirst(8)
    if rest.isEmpty { return }
    let isUTC = rest.last == "Z"
    let clock = Array((isUTC ? rest.dropLast() : rest).utf8)
    guard clock.count == 7, clock[0] == UInt8(ascii: "T"),
      clock.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { throw bad }
    let digits = clock.dropFirst().map { Int($0) - 0x30 }
    let (hour, minute, second) = (
      10 * digits[0] + digits[1], 10 * digits[2] + digits[3], 10 * digits[4] + digits[5]
    )
    guard hour < 24, minute < 60, second <= 60 else { throw bad }
    self.second = hour * 3600 + minute * 60 + min(second, 59)
    if isUTC {
      zone = .utc
    } else if let name = line.parameters["TZID"] {
      if zones[name] == nil { zones[name] = .some(try? ZoneRules.named(name)) }
      zone = zones[name] ?? nil
    }
  }

  /// Reads `20261225`.
  static func date(_ text: String) -> CivilDate? {
    let digits = Array(text.utf8)
    guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let d = digits.map { Int($0) - 0x30 }
    return CivilDate(
      year: 1000 * d[0] + 100 * d[1] + 10 * d[2] + d[3], month: 10 * d[4] + d[5],
      day: 10 * d[6] + d[7])
  }

  /// Seconds of a `DURATION` such as `P1D`, `PT2H30M` or `P2W`; nil for anything else, and for none or a negative one.
  static func seconds(ofDuration text: String) -> Int? {
    var rest = text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard rest.first == "P" else { return nil }
    rest = rest.dropFirst()
    var total = 0
    var digits = ""
    var isTime = false
    for character in rest {
      switch character {
      case "0"..."9" where digits.count < 6: digits.append(character)
      case "T" where digits.isEmpty && !isTime: isTime = true
      default:
        let units: [Character: Int] =
          isTime ? ["H": 3600, "M": 60, "S": 1] : ["W": 604_800, "D": 86_400]
        guard let unit = units[character], let number = Int(digits) else { return nil }
        total += number * unit
        digits = ""
      }
    }
    return digits.isEmpty && total > 0 ? total : nil
  }

  /// What the clock of `zone` shows at this time of its own zone, on a date of the event.
  ///
  /// A time that is skipped where the event takes place counts from midnight on.
  func local(on date: CivilDate, in zone: ZoneRules) -> LocalDateTime {
    let own = LocalDateTime(date: date, secondOfDay: second ?? 0)
    guard let other = self.zone, other.identifier != zone.identifier else { return own }
    let instant =
      other.instants(showing: own).first
      ?? other.startOfDay(date).advanced(by: own.secondOfDay)
    return zone.local(instant)
  }
}
