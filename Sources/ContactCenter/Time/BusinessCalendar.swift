/// One entry of the calendar: a holiday, a closed day or an event.
public struct CalendarEntry: Hashable, Sendable {
  /// What an entry means for the plan.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A special day with its own volume; open unless an entry of kind closed says otherwise.
    case holiday
    /// No contacts are taken.
    case closed
    /// Something that moves volume, such as a campaign.
    case event
  }

  /// The local date on which it first comes, or comes at all.
  public var date: CivilDate
  /// The name shared by all occurrences, such as `Thanksgiving`: effects are learned per name.
  public var name: String
  /// What it means.
  public var kind: Kind
  /// The queue it concerns; nil for all.
  public var queue: String?
  /// The region it concerns; nil for all.
  public var region: String?
  /// First minute of the day it covers, on each of its days; nil from midnight.
  public var startMinute: Int?
  /// First minute after it, on each of its days; nil to the end of the day.
  public var endMinute: Int?
  /// When it comes again after `date`; nil for once.
  public var repeats: CalendarRule?
  /// The factor on volume a planner expects, such as 1.3; nil to learn it.
  public var expectedEffect: Double?
  /// Days in a row that it lasts from each of its dates, at least 1.
  public var days: Int

  /// Creates an entry.
  public init(
    date: CivilDate, name: String, kind: Kind, queue: String? = nil, region: String? = nil,
    startMinute: Int? = nil, endMinute: Int? = nil, repeats: CalendarRule? = nil,
    expectedEffect: Double? = nil, days: Int = 1
  ) {
    self.date = date
    self.name = name
    self.kind = kind
    self.queue = queue
    self.region = region
    self.startMinute = startMinute
    self.endMinute = endMinute
    self.repeats = repeats
    self.expectedEffect = expectedEffect
    self.days = max(1, days)
  }

  /// Whether it covers only a part of its days.
  public var isPartOfDay: Bool { (startMinute ?? 0) > 0 || (endMinute ?? 1440) < 1440 }

  /// Whether the entry covers a minute of its day.
  public func covers(minute: Int) -> Bool {
    (startMinute ?? 0) <= minute && minute < (endMinute ?? 1440)
  }
}

/// Holidays, closed days and events of a center.
///
/// Entries that repeat are laid out to the end of the year 2100.
public struct BusinessCalendar: Hashable, Sendable {
  /// The entries, in order of date, then name.
  public let entries: [CalendarEntry]
  /// The regions of each queue: an entry with a region concerns the queues of that region only.
  public let regions: [String: Set<String>]
  /// Entries that repeat with another one which does not exist, or which is counted from themselves.
  public let unresolved: [CalendarEntry]
  /// For each date the entries that cover it, in their order.
  private let byDate: [CivilDate: [Int]]

  /// The last date to which entries are repeated.
  public static let lastDate = CivilDate(daysSinceEpoch: 47_846)
  /// The most days an entry may last.
  public static let mostDays = 1000

  /// Creates a calendar from entries in any order.
  public init(_ entries: [CalendarEntry] = [], regions: [String: Set<String>] = [:]) {
    let sorted = entries.sorted { Self.key($0) < Self.key($1) }
    self.entries = sorted
    self.regions = regions
    let dates = Self.dates(of: sorted)
    unresolved = sorted.indices.filter { dates[$0] == nil }.map { sorted[$0] }
    var byDate: [CivilDate: [Int]] = [:]
    for (index, entry) in sorted.enumerated() {
      for date in dates[index] ?? [entry.date] {
        for day in 0..<min(entry.days, Self.mostDays) {
          let covered = date.advanced(by: day)
          // A weekly entry that lasts longer than a week covers a day twice, and counts once.
          if byDate[covered]?.last != index { byDate[covered, default: []].append(index) }
        }
      }
    }
    self.byDate = byDate
  }

  /// The same entries for queues of known regions.
  public func assigned(to regions: [String: Set<String>]) -> BusinessCalendar {
    BusinessCalendar(entries, regions: regions)
  }

  /// The entries that concern a queue on a date.
  public func entries(on date: CivilDate, queue: String) -> [CalendarEntry] {
    (byDate[date] ?? []).map { entries[$0] }.filter { concerns($0, queue: queue) }
  }

  /// Whether an entry is for a queue, by name and region.
  public func concerns(_ entry: CalendarEntry, queue: String) -> Bool {
    guard entry.queue == nil || entry.queue == queue else { return false }
    guard let region = entry.region else { return true }
    return regions[queue]?.contains(region) ?? false
  }

  /// Whether a queue takes no contacts when the clock shows this, by an entry of kind closed.
  public func isClosed(at local: LocalDateTime, queue: String) -> Bool {
    entries(on: local.date, queue: queue).contains {
      $0.kind == .closed && $0.covers(minute: local.minuteOfDay)
    }
  }

  private static func key(_ entry: CalendarEntry) -> (CivilDate, String, String, String, Int) {
    (
      entry.date, entry.name, (entry.queue ?? "") + "\n" + (entry.region ?? ""),
      entry.kind.rawValue, entry.startMinute ?? 0
    )
  }

  /// For each entry the dates on which it begins; nil where it hangs on an entry that has none.
  ///
  /// Entries counted from others wait until those are known; a circle never is.
  private static func dates(of entries: [CalendarEntry]) -> [[CivilDate]?] {
    var result = entries.map { entry -> [CivilDate]? in
      guard let rule = entry.repeats else { return [entry.date] }
      if case .entry = rule.base { return nil }
      let dates = rule.dates(anchor: entry.date, through: lastDate)
      // What stands in the calendar comes, even where the rule says another day.
      return dates.first == entry.date ? dates : [entry.date] + dates
    }
    var waits = entries.indices.filter { result[$0] == nil }
    while !waits.isEmpty {
      var byName: [String: [CivilDate]?] = [:]
      for (index, entry) in entries.enumerated() {
        let name = entry.name.lowercased()
        guard let known = byName[name] ?? [], let dates = result[index] else {
          byName[name] = .some(nil)
          continue
        }
        byName[name] = known + dates
      }
      let ready = waits.filter { index in
        guard case .entry(let name)? = entries[index].repeats?.base else { return false }
        return byName[name.lowercased()].flatMap { $0 } != nil
      }
      if ready.isEmpty { break }
      for index in ready {
        guard let rule = entries[index].repeats, case .entry(let name) = rule.base,
          let dates = byName[name.lowercased()].flatMap({ $0 })
        else { continue }
        let own = Set(dates.map { $0.advanced(by: rule.offset) } + [entries[index].date])
        result[index] = own.filter { $0 >= entries[index].date }.sorted()
      }
      waits.removeAll { result[$0] != nil }
    }
    return result
  }
}
