internal import ContactCenter

/// Finds a first or last day in the midst of which the data begin or end, such as an export from noon to noon.
///
/// Such a day has fewer contacts than its weekday for a reason that no planned day has.
enum CutDays {
  /// Contacts that other days of its weekday must have in the empty part: chance leaves five out once in 150.
  private static let fewestMissing = 5.0

  /// The dates of cut days, at most the first and the last.
  ///
  /// *Assumption*: a day that opens later or closes earlier than its weekday's others, with five contacts expected in
  /// between, is cut; one in the middle of the data is not looked at.
  static func dates(_ days: [ArrivalDispersion.Day]) -> [CivilDate] {
    let open = days.filter { $0.counts.contains { $0 > 0 } }.sorted { $0.date < $1.date }
    guard let first = open.first, let last = open.last, first.date < last.date else { return [] }
    var dates: [CivilDate] = []
    let others = open.dropFirst().dropLast()
    let head = first.counts.prefix { $0 <= 0 }.count
    if missing(others, like: first, 0..<head) >= fewestMissing { dates.append(first.date) }
    let tail = last.counts.reversed().prefix { $0 <= 0 }.count
    let end = last.counts.count
    if missing(others, like: last, (end - tail)..<end) >= fewestMissing {
      dates.append(last.date)
    }
    return dates
  }

  /// Mean contacts in these slots on other days of the same weekday.
  private static func missing(
    _ others: ArraySlice<ArrivalDispersion.Day>, like day: ArrivalDispersion.Day,
    _ slots: Range<Int>
  ) -> Double {
    let same = others.filter { $0.date.weekday == day.date.weekday }
    guard !same.isEmpty, !slots.isEmpty else { return 0 }
    let sum = same.reduce(0.0) { sum, other in
      sum + other.counts[slots.clamped(to: 0..<other.counts.count)].reduce(0, +)
    }
    return sum / Double(same.count)
  }
}
