/// When an entry of the calendar comes again.
///
/// ```swift
/// CalendarRule(text: "4th thursday of november")?.date(in: 2026, from: thanksgiving)   // 2026-11-26
/// CalendarRule(text: "easter-2")?.text                                                   // "easter-2"
/// ```
///
/// A rule says on which dates; from which date on is said by the entry it belongs to.
public struct CalendarRule: Hashable, Sendable {
  /// What the dates are counted from.
  public enum Base: Hashable, Sendable {
    /// The same month and day every year; 29 February comes in leap years only.
    case yearly
    /// The same day every month, the last one where the month has no such day.
    case monthly
    /// Every so many weeks.
    case weeks(Int)
    /// The first to fifth weekday of a month, or the last, which is 0; months without a fifth have none.
    case weekday(Weekday, ordinal: Int, month: Int)
    /// The first such weekday on or after a day of the year.
    case onOrAfter(Weekday, month: Int, day: Int)
    /// The last such weekday on or before a day of the year.
    case onOrBefore(Weekday, month: Int, day: Int)
    /// Easter Sunday of the western churches.
    case easter
    /// Easter Sunday of the eastern churches.
    case orthodoxEaster
    /// The dates of the entries of a name.
    case entry(String)
  }

  /// What the dates are counted from.
  public var base: Base
  /// Days after the base, negative before it; 0 for yearly, monthly and weeks.
  public var offset: Int

  /// Creates a rule.
  public init(_ base: Base, offset: Int = 0) {
    self.base = base
    self.offset = offset
  }

  /// The same month and day every year.
  public static let yearly = CalendarRule(.yearly)

  /// The largest distance from a base.
  public static let largestOffset = 366

  /// The one date that belongs to a year; nil where it has none, or where the rule is not a yearly one.
  ///
  /// With an offset the date may lie in the year before or after.
  ///
  /// - Parameter anchor: the entry's own date, whose month and day `yearly` repeats.
  public func date(in year: Int, anchor: CivilDate) -> CivilDate? {
    let date: CivilDate?
    switch base {
    case .yearly:
      let (_, month, day) = anchor.parts
      date = CivilDate(year: year, month: month, day: day)
    case .weekday(let weekday, let ordinal, let month):
      date = Self.weekday(weekday, ordinal: ordinal, month: month, year: year)
    case .onOrAfter(let weekday, let month, let day):
      date = CivilDate(year: year, month: month, day: day).map {
        $0.advanced(by: (weekday.rawValue - $0.weekday.rawValue + 7) % 7)
      }
    case .onOrBefore(let weekday, let month, let day):
      date = CivilDate(year: year, month: month, day: day).map {
        $0.advanced(by: -(($0.weekday.rawValue - weekday.rawValue + 7) % 7))
      }
    case .easter: date = Easter.western(year: year)
    case .orthodoxEaster: date = Easter.orthodox(year: year)
    case .monthly, .weeks, .entry: date = nil
    }
    return date?.advanced(by: offset)
  }

  /// The dates of the rule from `anchor` to `last`, ascending; empty for ``Base/entry(_:)``.
  ///
  /// *Complexity*: O(dates).
  public func dates(anchor: CivilDate, through last: CivilDate) -> [CivilDate] {
    guard anchor <= last else { return [] }
    switch base {
    case .entry: return []
    case .weeks(let weeks):
      return stride(
        from: anchor.daysSinceEpoch, through: last.daysSinceEpoch, by: 7 * max(1, weeks)
      ).map(CivilDate.init(daysSinceEpoch:))
    case .monthly:
      let (year, month, day) = anchor.parts
      let end = last.parts
      let months = (end.year - year) * 12 + end.month - month
      return (0...max(0, months)).compactMap { step in
        let index = month - 1 + step
        let (y, m) = (year + index / 12, index % 12 + 1)
        return CivilDate(year: y, month: m, day: min(day, CivilDate.daysIn(month: m, year: y)))
      }.filter { $0 <= last }
    default:
      let years = anchor.parts.year - 1...max(anchor.parts.year, last.parts.year) + 1
      return years.compactMap { date(in: $0, anchor: anchor) }
        .filter { anchor <= $0 && $0 <= last }.sorted()
    }
  }

  private static func weekday(
    _ weekday: Weekday, ordinal: Int, month: Int, year: Int
  ) -> CivilDate? {
    let length = CivilDate.daysIn(month: month, year: year)
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    let lead = (weekday.rawValue - first.weekday.rawValue + 7) % 7
    let day = ordinal == 0 ? lead + (length - 1 - lead) / 7 * 7 : lead + 7 * (ordinal - 1)
    return day < length ? first.advanced(by: day) : nil
  }
}
