internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// A holiday or event that a model does not see as the day's own occasion: it covers a part of the day, or comes
/// beside another one.
struct SlotOccasion: Hashable, Sendable {
  /// The name, and whether it is a holiday.
  let occasion: Occasion
  /// The slots it covers.
  let slots: [Bool]
}

/// Learned factors of occasions on the slots they cover.
///
/// They are divided out of the history before a model sees it and multiplied onto its forecast.
///
/// *Formula*: each past occurrence gives y = log of what came in the window over the median of the same window in the
/// three weeks before and after; y = the sum of the effects of all names on that window. By backfitting
/// e = (Σ (y − other effects) + c·p) / (n + c), where p is the group's effect (the median of all holidays, itself
/// shrunk N / (N + c) toward none; none for events) and c = 1 + 20 / (contacts in a usual window): one occurrence
/// counts at most half.
struct SlotEffects: Sendable {
  /// What is known about one name.
  struct Effect: Sendable, Equatable {
    /// On the logarithm.
    var log: Double
    /// Windows it was seen in.
    var occurrences: Int
    /// The variance of what is not known of it.
    var variance: Double
  }

  /// By name.
  private(set) var byName: [String: Effect] = [:]
  /// The effect of a holiday never seen.
  private(set) var unseenHoliday = 0.0
  private var holidaySpread = 0.0

  /// No effects.
  static let none = SlotEffects()
  private static let bounds = -7.0...2.0
  private static let weeksAround = 3
  /// What an event never seen may do, as the standard deviation of a logarithm.
  private static let unseenDeviation = 0.2

  private init() {}

  /// One past window.
  private struct Window {
    let names: [String]
    let ratio: Double
    let usual: Double
  }

  /// Learns from counts by day, then slot; NaN where missing or disturbed.
  ///
  /// - Parameters:
  ///   - occasions: for each day what covers some of its slots.
  init(_ counts: [Double], days: [ModelDay], slots: Int, occasions: [[SlotOccasion]]) {
    guard occasions.contains(where: { !$0.isEmpty }) else { return }
    var windows: [Window] = []
    var holidays: Set<String> = []
    for (d, day) in days.enumerated() {
      var parts = occasions[d]
      if let own = day.occasion, day.isOpen {
        parts.append(SlotOccasion(occasion: own, slots: day.open))
      }
      for part in parts {
        if part.occasion.isHoliday { holidays.insert(part.occasion.name) }
        guard
          let (came, usual) = Self.volumes(
            counts, day: d, covering: part.slots, days: days, slots: slots, occasions: occasions)
        else { continue }
        let names = parts.filter { other in
          zip(other.slots, part.slots).contains { $0 && $1 }
        }.map(\.occasion.name)
        windows.append(
          Window(
            names: Set(names).sorted(), ratio: log((came + 0.5) / (usual + 0.5)), usual: usual))
      }
    }
    fit(windows, holidays: holidays)
  }

  private mutating func fit(_ windows: [Window], holidays: Set<String>) {
    let names = Set(windows.flatMap(\.names)).sorted()
    guard !names.isEmpty else { return }
    let volume = windows.reduce(0) { $0 + $1.usual } / Double(windows.count)
    let doubt = 1 + 20 / max(volume, 0.5)
    let member = names.map { name in windows.indices.filter { windows[$0].names.contains(name) } }
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var effects = [Double](repeating: 0, count: names.count)
    for round in 0..<40 {
      for (n, name) in names.enumerated() {
        var sum = 0.0
        for w in member[n] {
          let others = windows[w].names.reduce(0.0) { total, other in
            other == name ? total : total + effects[place[other] ?? 0]
          }
          sum += windows[w].ratio - others
        }
        let count = Double(member[n].count)
        let toward = holidays.contains(name) ? unseenHoliday : 0
        effects[n] = clamp((sum + doubt * toward) / (count + doubt))
      }
      // The group's effect is learned once the names have found theirs; then they lean on it.
      guard round == 19 else { continue }
      let pool = names.indices.filter { holidays.contains(names[$0]) }.flatMap { n in
        let count = Double(member[n].count)
        return Array(repeating: clamp(effects[n] * (count + doubt) / count), count: member[n].count)
      }
      guard !pool.isEmpty else { break }
      let count = Double(pool.count)
      unseenHoliday = median(pool) * count / (count + doubt)
      let squares = pool.reduce(0) { $0 + ($1 - unseenHoliday) * ($1 - unseenHoliday) }
      holidaySpread = (squares / (count + 1)).squareRoot()
    }
    for (n, name) in names.enumerated() {
      let count = Double(member[n].count)
      // Half of what was seen before shrinking may be chance of the one day it was seen on.
      let seen = clamp(effects[n] * (count + doubt) / count)
      byName[name] = Effect(
        log: effects[n], occurrences: member[n].count,
        variance: (0.25 * seen * seen + holidaySpread * holidaySpread) / (count + 1))
    }
  }

  private func clamp(_ value: Double) -> Double {
    min(max(value, Self.bounds.lowerBound), Self.bounds.upperBound)
  }

  /// What came in a window and what the weeks around say; nil where either is not known.
  private static func volumes(
    _ counts: [Double], day: Int, covering: [Bool], days: [ModelDay], slots: Int,
    occasions: [[SlotOccasion]]
  ) -> (came: Double, usual: Double)? {
    let window = (0..<slots).filter { covering[$0] && days[day].open[$0] }
    guard !window.isEmpty else { return nil }
    func sum(_ d: Int) -> Double { window.reduce(0) { $0 + counts[d * slots + $1] } }
    let came = sum(day)
    guard !came.isNaN else { return nil }
    var others: [Double] = []
    for week in -weeksAround...weeksAround where week != 0 {
      let other = day + 7 * week
      guard days.indices.contains(other), days[other].occasion == nil,
        window.allSatisfy({ days[other].open[$0] }),
        !occasions[other].contains(where: { part in window.contains { part.slots[$0] } })
      else { continue }
      let value = sum(other)
      if !value.isNaN { others.append(value) }
    }
    return others.count >= 2 ? (came, median(others)) : nil
  }

  /// The effect of an occasion on the logarithm of its slots, and the variance of what is not known of it.
  func effect(of occasion: Occasion) -> (log: Double, variance: Double) {
    if let known = byName[occasion.name] { return (known.log, known.variance) }
    guard occasion.isHoliday else { return (0, Self.unseenDeviation * Self.unseenDeviation) }
    return (unseenHoliday, 0.25 * unseenHoliday * unseenHoliday + holidaySpread * holidaySpread)
  }

  /// The effects as rows of a model's description: of these names only.
  func rows(of names: Set<String>) -> [ModelRow] {
    byName.filter { names.contains($0.key) }.sorted { $0.key < $1.key }.map { name, effect in
      ModelRow(
        "occasion effect \(name)", exp(effect.log),
        note: "factor on the intervals it covers, seen \(effect.occurrences) times")
    }
  }
}
