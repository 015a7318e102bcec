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

  /// The local date, the first one where `end` is a later date's entry of its own.
  public var date: CivilDate
  /// The name shared by all occurrences, such as `Thanksgiving`: effects are learned per name.
  public var name: String
  /// What it means.
  public var kind: Kind
  /// The queue it concerns; nil for all.
  public var queue: String?
  /// The region it concerns; nil for all.
  public var region: String?
  /// First minute of the day it covers; nil from midnight.
  public var startMinute: Int?
  /// First minute after it; nil to the end of the day.
  public var endMinute: Int?
  /// Whether it comes every year on the same month and day.
  public var repeatsYearly: Bool
  /// The factor on volume a planner expects, such as 1.3; nil to learn it.
  public var expectedEffect: Double?

  /// Creates an entry.
  public init(
    date: CivilDate, name: String, kind: Kind, queue: String? = nil, region: String? = nil,
    startMinute: Int? = nil, endMinute: Int? = nil, repeatsYearly: Bool = false,
    expectedEffect: Double? = nil
  ) {
    self.date = date
    self.name = name
    self.kind = kind
    self.queue = queue
    self.region = region
    self.startMinute = startMinute
    self.endMinute = endMinute
    self.repeatsYearly = repeatsYearly
    self.expectedEffect = expectedEffect
  }

  /// Whether the entry falls on a date.
  public func falls(on day: CivilDate) -> Bool {
    if date == day { return true }
    guard repeatsYearly, day > date else { return false }
    let (_, month, dayOfMonth) = date.parts
    let (_, otherMonth, otherDay) = day.parts
    return month == otherMonth && dayOfMonth == otherDay
  }

  /// Whether the entry covers a minute of its day.
  public func covers(minute: Int) -> Bool {
    (startMinute ?? 0) <= minute && minute < (endMinute ?? 1440)
  }
}

/// Holidays, closed days and events of a center.
public struct BusinessCalendar: Hashable, Sendable {
  /// The entries, in order of date, then name.
  public let entries: [CalendarEntry]
  private let byDate: [CivilDate: [Int]]
  private let yearly: [Int]

  /// Creates a calendar from entries in any order.
  public init(_ entries: [CalendarEntry] = []) {
    let sorted = entries.sorted {
      ($0.date, $0.name, $0.queue ?? "", $0.kind.rawValue, $0.startMinute ?? 0)
        < ($1.date, $1.name, $1.queue ?? "", $1.kind.rawValue, $1.startMinute ?? 0)
    }
    self.entries = sorted
    self.byDate = Dictionary(grouping: sorted.indices, by: { sorted[$0].date })
    self.yearly = sorted.indices.filter { sorted[$0].repeatsYearly }
  }

  /// The entries that concern a queue on a date.
  public func entries(on date: CivilDate, queue: String) -> [CalendarEntry] {
    let fixed = byDate[date] ?? []
    let repeated = yearly.filter { entries[$0].date != date && entries[$0].falls(on: date) }
    return (fixed + repeated).map { entries[$0] }.filter { $0.queue == nil || $0.queue == queue }
  }

  /// Whether a queue takes no contacts when the clock shows this, by an entry of kind closed.
  public func isClosed(at local: LocalDateTime, queue: String) -> Bool {
    entries(on: local.date, queue: queue).contains {
      $0.kind == .closed && $0.covers(minute: local.minuteOfDay)
    }
  }
}
