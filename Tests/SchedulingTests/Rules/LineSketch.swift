import ContactCenter
import Scheduling

/// A line of shifts drawn as text, from Monday, 5 January 2026: a character a day.
///
/// `-` is free, `D` a day shift from 08:00, `E` early from 06:00, `L` late from 14:00, `N` a night from 22:00; spaces
/// are for the reader. What stands before `|` is history.
struct LineSketch {
  let line: WorkLine
  let period: RosterPeriod

  init(_ drawing: String, minutes: Int = 480, from first: Int = 0, zone: ZoneRules = .utc) {
    let days = drawing.filter { $0 != " " }
    let known = days.firstIndex(of: "|").map { days.distance(from: days.startIndex, to: $0) } ?? 0
    let marks = Array(days.filter { $0 != "|" })
    let monday = CivilDate(daysSinceEpoch: 20_458)
    let period = RosterPeriod(
      firstDate: monday.advanced(by: first), days: marks.count - known, knownDaysBefore: known,
      zone: zone)
    let kinds: [Character: (name: String, start: Int)] = [
      "D": ("day", 480), "E": ("early", 360), "L": ("late", 840), "N": ("night", 1320),
    ]
    line = WorkLine(
      marks.enumerated().compactMap { index, mark in
        guard let kind = kinds[mark] else { return nil }
        let start = period.start(of: index - known).advanced(by: kind.start * 60)
        return WorkLine.Shift(
          day: index - known, start: start, end: start.advanced(by: minutes * 60),
          startMinute: kind.start, paidMinutes: minutes, type: kind.name, isNight: mark == "N")
      })
    self.period = period
  }

  /// The amounts outside of a rule.
  func amounts(_ rule: any LineRule) -> [Double] {
    rule.breaches(of: line, in: period).map(\.amount)
  }
}
