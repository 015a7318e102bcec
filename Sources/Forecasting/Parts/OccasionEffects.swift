internal import ContactCenter
internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

// One regression separates what a plain comparison mixes: the weekday a holiday falls on, the season it falls in,
// and the holiday itself. Log day totals on weekday dummies, a piecewise linear level with a knot every four
// weeks, and a dummy per occasion name. The dummies and the level are collinear by construction (both contain
// the constant), and a holiday that always falls on Monday in a short history is collinear with Mondays: hence
// the minimum-norm solution.

/// Weekday and occasion effects on the logarithm of day totals.
struct OccasionEffects {
  /// What is known about one name.
  struct Effect {
    /// The shrunk effect on the logarithm.
    let log: Double
    /// Days it was seen.
    let occurrences: Int
  }

  /// By name.
  private(set) var byName: [String: Effect] = [:]
  /// The effect of a holiday never seen before.
  private(set) var unseenHoliday = 0.0
  /// The spread of holiday effects around `unseenHoliday`.
  private(set) var holidaySpread = 0.0
  /// Weekday effects on the logarithm, Monday first, mean 0 over the weekdays seen.
  private(set) var weekdays = [Double](repeating: 0, count: 7)

  private static let knotDays = 28.0
  /// No occasion is believed to do more than this, as a logarithm.
  private static let bounds = -7.0...2.0

  /// Learns the effects of a cleaned series.
  ///
  /// *Formula*: an effect e seen n times becomes (n·e + c·p) / (n + c), where p is the median effect of all
  /// holidays, itself shrunk N/(N + c) toward none (0 for events), and c = 1 + 20 / (mean day total): one day
  /// never counts for more than half, and less where days are small and noisy.
  ///
  /// *Complexity*: O(days · columns²), columns = 7 + days/28 + names.
  init(_ clean: CleanDays) throws(LinearAlgebraError) {
    guard let first = clean.days.first?.ordinal, let last = clean.days.last?.ordinal else { return }
    let names = Set(clean.days.compactMap { $0.occasion?.name }).sorted()
    let rows = clean.days.filter { !$0.isOutlier }
    let knots = max(1, Int((Double(last - first) / Self.knotDays).rounded(.up))) + 1
    let columns = 7 + knots + names.count
    var design = [Double](repeating: 0, count: rows.count * columns)
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    for (r, day) in rows.enumerated() {
      design[day.weekday * rows.count + r] = 1
      let position = Double(day.ordinal - first) / Self.knotDays
      let knot = min(Int(position), knots - 2)
      design[(7 + knot) * rows.count + r] = 1 - (position - Double(knot))
      design[(8 + knot) * rows.count + r] = position - Double(knot)
      if let name = day.occasion?.name, let n = place[name] {
        design[(7 + knots + n) * rows.count + r] = 1
      }
    }
    let fit = try LeastSquares(
      design: Matrix(rowCount: rows.count, columnCount: columns, columnMajor: design),
      response: rows.map { logTotal($0.rawTotal) })
    let seen = Set(rows.map(\.weekday)).sorted()
    let mean = seen.reduce(0) { $0 + fit.coefficients[$1] } / Double(max(1, seen.count))
    for w in seen { weekdays[w] = fit.coefficients[w] - mean }
    let raw = names.indices.map { fit.coefficients[7 + knots + $0] }
    shrink(raw, names: names, days: rows)
  }

  private mutating func shrink(_ raw: [Double], names: [String], days: [CleanDays.Day]) {
    let volume = days.reduce(0) { $0 + $1.total } / Double(max(1, days.count))
    let doubt = 1 + 20 / max(volume, 0.5)
    var occurrences: [String: Int] = [:]
    var holidays: Set<String> = []
    for day in days {
      guard let occasion = day.occasion else { continue }
      occurrences[occasion.name, default: 0] += 1
      if occasion.isHoliday { holidays.insert(occasion.name) }
    }
    let pool = names.indices.filter { holidays.contains(names[$0]) }.flatMap { n in
      Array(repeating: raw[n], count: occurrences[names[n]] ?? 0)
    }
    if !pool.isEmpty {
      let count = Double(pool.count)
      unseenHoliday = clamp(median(pool) * count / (count + doubt))
      let squares = pool.reduce(0) {
        $0 + (clamp($1) - unseenHoliday) * (clamp($1) - unseenHoliday)
      }
      holidaySpread = (squares / (count + 1)).squareRoot()
    }
    for (n, name) in names.enumerated() {
      let count = Double(occurrences[name] ?? 0)
      let toward = holidays.contains(name) ? unseenHoliday : 0
      byName[name] = Effect(
        log: clamp((count * raw[n] + doubt * toward) / (count + doubt)),
        occurrences: occurrences[name] ?? 0)
    }
  }

  private func clamp(_ value: Double) -> Double {
    min(max(value, Self.bounds.lowerBound), Self.bounds.upperBound)
  }

  /// The effect of an occasion on the logarithm of a day, and the variance of what is not known about it.
  func effect(of occasion: Occasion?) -> (log: Double, variance: Double) {
    guard let occasion else { return (0, 0) }
    if let known = byName[occasion.name] {
      let doubt = 0.25 * known.log * known.log + holidaySpread * holidaySpread
      return (known.log, doubt / Double(known.occurrences + 1))
    }
    guard occasion.isHoliday else { return (0, 0.04) }
    return (unseenHoliday, 0.25 * unseenHoliday * unseenHoliday + holidaySpread * holidaySpread)
  }
}

/// The logarithm of a day's volume; a day without contacts counts as half a contact.
func logTotal(_ total: Double) -> Double { log(max(total, 0.5)) }
