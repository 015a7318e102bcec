internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

// Salaries, rents, bills and statements follow the date, not the week: a bank's phones ring 9 % more often around
// the first of a month than around the tenth. No weekly pattern can hold that, and most packaged models do not look.
//
// Goals, in order: no harm to a queue without such a cycle; a sharp turn of the month can be followed; a dozen
// microseconds. Hence few harmonics, a ridge that grows with their order, and a last word by months left out: what
// the other months say is regressed on what the month itself did, and only the slope that holds is used.

/// How a queue's volume follows its place within the month, on the logarithm.
struct MonthCycle {
  /// The slow effect of the date, by 1/124 of a month.
  private(set) var byDate = [Double](repeating: 0, count: knots + 1)
  /// The sharp effect of the place among the open days, by 1/124 of a month.
  private(set) var byOpenDay = [Double](repeating: 0, count: knots + 1)
  /// Share of the effect seen in the other months that a month left out confirms, 0 to 1.
  private(set) var confirmed = 0.0

  private static let knots = 124
  fileprivate static let slowHarmonics = 4
  fileprivate static let sharpHarmonics = 10
  /// Months with fewer days than this say nothing.
  private static let leastDays = 8
  /// Months without which no cycle is believed.
  private static let leastMonths = 3
  /// No place moves volume by more than this, as a logarithm.
  private static let largest = 0.7

  /// No cycle.
  init() {}

  /// Learns from what weekday, level and occasion leave of log day totals.
  ///
  /// - Parameters:
  ///   - places: where in their months the days lie.
  ///   - residuals: what is left of each day.
  ///
  /// *Complexity*: O(days · harmonics²).
  init(places: [MonthPlace], residuals: [Double]) {
    var months: [Int: Moments] = [:]
    for (place, residual) in zip(places, residuals) {
      months[place.month, default: Moments()].add(
        Self.waves(place), residual)
    }
    let whole = months.filter { $0.value.count >= Self.leastDays }.sorted { $0.key < $1.key }
    guard whole.count >= Self.leastMonths else { return }
    var all = Moments()
    for (_, month) in whole { all.add(month) }
    var product = 0.0
    var square = 0.0
    for (_, month) in whole {
      var others = all
      others.remove(month)
      guard let weights = others.solved() else { return }
      let (p, s) = month.agreement(with: weights)
      product += p
      square += s
    }
    guard square > 0, product > 0, let weights = all.solved() else { return }
    confirmed = min(product / square, 1)
    let slow = weights.prefix(2 * Self.slowHarmonics)
    let sharp = weights.dropFirst(2 * Self.slowHarmonics)
    for knot in 0...Self.knots {
      let phase = Double(knot) / Double(Self.knots)
      byDate[knot] = confirmed * Self.sum(slow, phase)
      byOpenDay[knot] = confirmed * Self.sum(sharp, phase)
    }
  }

  /// The effect on the logarithm of a day's volume.
  func effect(at place: MonthPlace) -> Double {
    guard confirmed > 0 else { return 0 }
    let value = Self.read(byDate, place.byDate) + Self.read(byOpenDay, place.byOpenDay)
    return min(max(value, -Self.largest), Self.largest)
  }

  private static func read(_ table: [Double], _ phase: Double) -> Double {
    let position = phase * Double(knots)
    let knot = min(max(Int(position), 0), knots - 1)
    let part = position - Double(knot)
    return table[knot] * (1 - part) + table[knot + 1] * part
  }

  private static func sum(_ weights: ArraySlice<Double>, _ phase: Double) -> Double {
    zip(weights, waves(phase, weights.count / 2)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Cosine and sine of every harmonic at both places.
  private static func waves(_ place: MonthPlace) -> [Double] {
    waves(place.byDate, slowHarmonics) + waves(place.byOpenDay, sharpHarmonics)
  }

  private static func waves(_ phase: Double, _ harmonics: Int) -> [Double] {
    (0..<harmonics).flatMap { k in
      let angle = 2 * Double.pi * Double(k + 1) * phase
      return [cos(angle), sin(angle)]
    }
  }

  /// Sums from which a ridge regression on the waves follows, and which add up over months.
  private struct Moments {
    var cross: [Double]
    var response: [Double]
    var squares = 0.0
    var count = 0
    let width = 2 * (MonthCycle.slowHarmonics + MonthCycle.sharpHarmonics)

    init() {
      cross = [Double](repeating: 0, count: width * width)
      response = [Double](repeating: 0, count: width)
    }

    var meanSquare: Double { count > 0 ? squares / Double(count) : 0 }

    mutating func add(_ waves: [Double], _ residual: Double) {
      for i in 0..<width {
        response[i] += waves[i] * residual
        for j in 0..<width { cross[i * width + j] += waves[i] * waves[j] }
      }
      squares += residual * residual
      count += 1
    }

    mutating func add(_ other: Moments) { combine(other, 1) }
    mutating func remove(_ other: Moments) { combine(other, -1) }

    private mutating func combine(_ other: Moments, _ sign: Double) {
      for i in cross.indices { cross[i] += sign * other.cross[i] }
      for i in response.indices { response[i] += sign * other.response[i] }
      squares += sign * other.squares
      count += Int(sign) * other.count
    }

    /// The weights of the waves; a harmonic of order k is held back by k² pseudo-days.
    func solved() -> [Double]? {
      var a = cross
      for i in 0..<width {
        let slow = i / 2 < MonthCycle.slowHarmonics
        let order = Double(slow ? i / 2 + 1 : i / 2 + 1 - MonthCycle.slowHarmonics)
        a[i * width + i] += 2 * order * order
      }
      return solveSymmetric(a, response, width)
    }

    /// Σ residual · prediction and Σ prediction² over the days of this month.
    func agreement(with weights: [Double]) -> (product: Double, square: Double) {
      var product = 0.0
      var square = 0.0
      for i in 0..<width {
        product += weights[i] * response[i]
        for j in 0..<width { square += weights[i] * cross[i * width + j] * weights[j] }
      }
      return (product, square)
    }
  }
}

/// Solves a small symmetric positive definite system by Cholesky's factors; nil where it is not definite.
///
/// Written here because a call of LAPACK costs more than ten unknowns do.
private func solveSymmetric(_ matrix: [Double], _ right: [Double], _ n: Int) -> [Double]? {
  var l = matrix
  var x = right
  for j in 0..<n {
    for k in 0..<j {
      let factor = l[j * n + k]
      for i in j..<n { l[i * n + j] -= l[i * n + k] * factor }
    }
    let pivot = l[j * n + j]
    guard pivot > 0 else { return nil }
    let root = pivot.squareRoot()
    for i in j..<n { l[i * n + j] /= root }
  }
  for i in 0..<n {
    for k in 0..<i { x[i] -= l[i * n + k] * x[k] }
    x[i] /= l[i * n + i]
  }
  for i in (0..<n).reversed() {
    for k in i + 1..<n { x[i] -= l[k * n + i] * x[k] }
    x[i] /= l[i * n + i]
  }
  return x
}

/// Where in its month a day lies: 0 at the start of the month, 1 at its end.
struct MonthPlace {
  /// Months since year 0.
  let month: Int
  /// By date.
  let byDate: Double
  /// Among the usually open days: bills go out on the first working day, not on the first.
  let byOpenDay: Double

  /// The place of a day; `usual` tells the usually open weekdays, Monday first.
  init(_ ordinal: Int, usual: [Bool]) {
    let span = Span(ordinal)
    month = span.month
    byDate = (Double(ordinal - span.first) + 0.5) / Double(span.length)
    var before = 0
    var all = 0
    for day in span.first..<span.first + span.length
    where usual[CivilDate(daysSinceEpoch: day).weekday.rawValue] {
      all += 1
      if day < ordinal { before += 1 }
    }
    byOpenDay = all > 0 ? min((Double(before) + 0.5) / Double(all), 1) : byDate
  }

  private struct Span {
    let month: Int
    let first: Int
    let length: Int

    init(_ ordinal: Int) {
      let (year, monthOfYear, day) = CivilDate(daysSinceEpoch: ordinal).parts
      month = year * 12 + monthOfYear
      first = ordinal - day + 1
      let next = CivilDate(
        year: monthOfYear == 12 ? year + 1 : year, month: monthOfYear % 12 + 1, day: 1)
      length = max(28, (next?.daysSinceEpoch ?? first + 30) - first)
    }
  }
}
