internal import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

// Day totals carry most of what can be forecast; what is left within the day is shape. No single smoother is
// best for tomorrow and for four weeks on, so a few are replayed over the last half year and weighted by their
// errors, separately for the next day, the rest of the first week, and everything later. Few, because weights from
// half a year of replays are noisy: with eighteen members the pool lost to the best of them at every lead.
//
// Source: the gain of averaging small models with weights from rolling errors: Petropoulos and Svetunkov (2020),
// doi:10.1016/j.ijforecast.2019.01.006.

/// Forecasts of log day totals by a weighted pool of small models.
struct DayLevelPool {
  /// One past day.
  struct Point {
    /// Days since 1970-01-01.
    var ordinal: Int
    /// 0 for Monday.
    var weekday: Int
    /// The logarithm of its cleaned volume.
    var log: Double
    /// The logarithm of its volume as it came, against which the bands are measured; nil for occasions.
    var seen: Double?
    /// Its cleaned volume itself, 0 included.
    var total: Double
  }

  /// Groups of leads with weights of their own, counted in open days.
  struct Bucket {
    /// The leads, 0 for the first open day after the history.
    let leads: Range<Int>
    /// One weight per member, summing to 1.
    var weights: [Double]
    /// Standard deviation of the pool's replayed errors.
    var deviation: Double
    /// Replayed errors behind it.
    var replays: Int
  }

  /// The past.
  let points: [Point]
  /// Open weekdays.
  let weekdayCount: Int
  /// Weekday effects to fall back on.
  let weekdayEffects: [Double]
  /// The three groups of leads.
  private(set) var buckets: [Bucket]
  /// What the mean of small day totals exceeds the exponential of their mean logarithm by, as a factor; 1 where
  /// days are large.
  private(set) var bias = 1.0
  private var carryOvers: [CarryOverLevel] = []

  static let averageWeeks = [4, 26]
  static let halfLives = [8.0, 26.0]
  static let memberNames: [String] =
    averageWeeks.map { "mean of \($0) weeks" }
    + halfLives.map { "level and carry-over, weekdays over \(Int($0)) weeks" }

  /// Sharpness of the weights: a member 10 % worse than the best counts e^-2 of it.
  private static let sharpness = 20.0
  /// Errors beyond this, as logarithms, count as this: one strike day shall not choose the model.
  private static let largestError = 0.5
  private static let largestBandError = 0.7
  /// Below this mean volume the logarithm bends enough to need the bias factor.
  private static let smallDay = 100.0

  /// Replays the members over the past and weighs them.
  ///
  /// - Parameters:
  ///   - points: the past, oldest first.
  ///   - weekdayCount: open weekdays.
  ///   - weekdayEffects: weekday effects to fall back on.
  ///   - isReplayed: false leaves the carry-overs alone, with equal weights and without bands, at half the cost.
  ///
  /// *Complexity*: O(replays · points · members), about 3·10⁵ operations for a year of days.
  init(
    points: [Point], weekdayCount: Int, weekdayEffects: [Double], isReplayed: Bool = true
  ) {
    self.points = points
    self.weekdayCount = weekdayCount
    self.weekdayEffects = weekdayEffects
    let members = Self.memberNames.count
    let horizon = 4 * weekdayCount
    buckets = [0..<1, 1..<weekdayCount, max(1, weekdayCount)..<Int.max].map {
      Bucket(
        leads: $0, weights: Array(repeating: 1 / Double(members), count: members), deviation: 0,
        replays: 0)
    }
    let levels = weekLevels(upTo: points.count)
    let ranges = buckets.map(\.leads)
    carryOvers = Self.halfLives.map { halfLife in
      let effects = weightedEffects(upTo: points.count, levels: levels, halfLifeWeeks: halfLife)
      return CarryOverLevel(
        points.map { $0.log - effects[$0.weekday] }, warmUp: 2 * weekdayCount, buckets: ranges)
    }
    if isReplayed {
      replay(horizon: horizon)
    } else {
      // Carry-overs weigh themselves; plain means cannot.
      let weights = (0..<members).map { $0 < Self.averageWeeks.count ? 0 : 0.5 }
      for b in buckets.indices { buckets[b].weights = weights }
    }
  }

  private mutating func replay(horizon: Int) {
    let members = Self.memberNames.count
    let n = points.count
    var errors: [(origin: Int, byMember: [[Double]])] = []
    let oldest = max(n - 26 * weekdayCount, min(6 * weekdayCount, n / 2))
    // Two dozen origins tell the members apart; a week and a day between them lets weekdays rotate.
    let step = min(max(2, (n - oldest) / 24), weekdayCount + 1)
    var origin = n - 1
    while origin > oldest, origin > 0 {
      let targets = (origin..<min(origin + horizon, n)).map { points[$0].weekday }
      errors.append(
        (origin, forecasts(upTo: origin, weekdays: targets, leads: Array(targets.indices))))
      origin -= step
    }
    var widest = 0.0
    for b in buckets.indices {
      var losses = [Double](repeating: 0, count: members)
      var count = 0
      for (origin, byMember) in errors {
        let leads = buckets[b].leads.clamped(to: 0..<byMember[0].count)
        guard !leads.isEmpty else { continue }
        count += 1
        for m in 0..<members {
          var sum = 0.0
          for lead in leads {
            sum += min(abs(byMember[m][lead] - points[origin + lead].log), Self.largestError)
          }
          losses[m] += sum / Double(leads.count)
        }
      }
      buckets[b].replays = count
      if count > 0 {
        let best = max(losses.min() ?? 0, 1e-9 * Double(count))
        let raw = losses.map { exp(-Self.sharpness * ($0 / best - 1)) }
        let total = raw.reduce(0, +)
        if total > 0 { buckets[b].weights = raw.map { $0 / total } }
      } else if b > 0 {
        buckets[b].weights = buckets[b - 1].weights
      }
      widest = max(
        widest, bandDeviation(of: buckets[b], errors) * doubt(of: buckets[b], errors, horizon))
      // A later day is never surer than an earlier one.
      buckets[b].deviation = widest
    }
    bias = biasFactor(errors)
  }

  /// How much wider than measured a band must be that rests on few windows of the past: Student's t for the normal.
  ///
  /// Windows overlap; what counts is how many would fit side by side.
  private func doubt(
    of bucket: Bucket, _ errors: [(origin: Int, byMember: [[Double]])], _ horizon: Int
  ) -> Double {
    guard let newest = errors.first, let oldest = errors.last else { return 1 }
    let reach = bucket.leads.clamped(to: 0..<max(1, horizon))
    let span = newest.origin - oldest.origin + 1
    let windows = min(max(Double(span) / Double(max(1, reach.count)), 1.5), 200)
    return StudentT(degreesOfFreedom: windows).quantile(0.9) / Normal().quantile(0.9)
  }

  private func biasFactor(_ errors: [(origin: Int, byMember: [[Double]])]) -> Double {
    let volume = points.reduce(0) { $0 + $1.total } / Double(max(1, points.count))
    guard volume < Self.smallDay else { return 1 }
    var came = 0.0
    var said = 0.0
    for (origin, byMember) in errors {
      for lead in byMember[0].indices {
        let weights = bucket(lead: lead).weights
        let mean = byMember.indices.reduce(0) { $0 + weights[$1] * byMember[$1][lead] }
        came += points[origin + lead].total
        said += exp(mean)
      }
    }
    if said > 0 { return came / said }
    let plain = points.reduce(0) { $0 + exp($1.log) }
    return plain > 0 ? points.reduce(0) { $0 + $1.total } / plain : 1
  }

  private func bandDeviation(
    of bucket: Bucket, _ errors: [(origin: Int, byMember: [[Double]])]
  ) -> Double {
    var squares = 0.0
    var count = 0.0
    for (origin, byMember) in errors {
      for lead in bucket.leads.clamped(to: 0..<byMember[0].count) {
        guard let seen = points[origin + lead].seen else { continue }
        var mean = 0.0
        for m in byMember.indices { mean += bucket.weights[m] * byMember[m][lead] }
        let error = min(max(seen - mean, -Self.largestBandError), Self.largestBandError)
        squares += error * error
        count += 1
      }
    }
    return count > 0 ? (squares / count).squareRoot() : 0
  }

  /// The bucket a lead belongs to.
  func bucket(lead: Int) -> Bucket {
    buckets.first { $0.leads.contains(lead) } ?? buckets[buckets.count - 1]
  }

  /// The pool's log totals for coming days, and the lead of each.
  func forecast(_ days: [(ordinal: Int, weekday: Int)]) -> (logs: [Double], leads: [Int]) {
    let leads = leads(of: days.map(\.ordinal))
    let byMember = forecasts(upTo: points.count, weekdays: days.map(\.weekday), leads: leads)
    let logs = days.indices.map { index in
      let weights = bucket(lead: leads[index]).weights
      return byMember.indices.reduce(0) { $0 + weights[$1] * byMember[$1][index] }
    }
    return (logs, leads)
  }

  /// How many usually open days lie between the last point and each of some ascending days.
  ///
  /// Counted by the calendar: a day closed for once is a step like any other, and so is a day that lies between
  /// the history and the first day asked for.
  private func leads(of ordinals: [Int]) -> [Int] {
    guard let last = points.last?.ordinal else { return Array(ordinals.indices) }
    var usual = [Bool](repeating: false, count: 7)
    for point in points { usual[point.weekday] = true }
    var at = last
    var passed = 0
    return ordinals.map { ordinal in
      while at < ordinal {
        at += 1
        if usual[CivilDate(daysSinceEpoch: at).weekday.rawValue] { passed += 1 }
      }
      return max(0, passed - 1)
    }
  }

  /// Every member's log totals for the open days after the first `end` points.
  private func forecasts(upTo end: Int, weekdays: [Int], leads: [Int]) -> [[Double]] {
    var result: [[Double]] = []
    let recent = recentMeans(upTo: end)
    for k in Self.averageWeeks.indices { result.append(weekdays.map { recent[$0][k] }) }
    let residualBase = weekLevels(upTo: end)
    for (h, halfLife) in Self.halfLives.enumerated() {
      let effects = weightedEffects(upTo: end, levels: residualBase, halfLifeWeeks: halfLife)
      let residuals = (0..<end).map { points[$0].log - effects[points[$0].weekday] }
      let deviations = carryOvers[h].forecast(residuals, leads: leads)
      result.append(weekdays.indices.map { effects[weekdays[$0]] + deviations[$0] })
    }
    return result
  }
}

extension DayLevelPool {
  /// Means of the last 4 and 26 days of each weekday; where a weekday was never seen, the level of the
  /// others with its effect.
  private func recentMeans(upTo end: Int) -> [[Double]] {
    var sums = Array(repeating: [Double](repeating: 0, count: Self.averageWeeks.count), count: 7)
    var counts = [Int](repeating: 0, count: 7)
    var level = 0.0
    var index = end - 1
    let longest = Self.averageWeeks.last ?? 1
    var waiting = weekdayCount
    while index >= 0, waiting > 0 {
      let point = points[index]
      if counts[point.weekday] < longest {
        counts[point.weekday] += 1
        if counts[point.weekday] == longest { waiting -= 1 }
        for (k, weeks) in Self.averageWeeks.enumerated() where counts[point.weekday] <= weeks {
          sums[point.weekday][k] += point.log
        }
      }
      index -= 1
    }
    let recent = max(0, end - weekdayCount)..<end
    for i in recent { level += points[i].log - weekdayEffects[points[i].weekday] }
    level /= Double(max(1, recent.count))
    return (0..<7).map { w in
      Self.averageWeeks.indices.map { k in
        counts[w] > 0
          ? sums[w][k] / Double(min(counts[w], Self.averageWeeks[k])) : level + weekdayEffects[w]
      }
    }
  }

  /// The level of the week each point lies in, weeks counted back from the last one.
  private func weekLevels(upTo end: Int) -> [Double] {
    var levels = [Double](repeating: 0, count: end)
    guard end > 0 else { return levels }
    let last = points[end - 1].ordinal
    var start = 0
    while start < end {
      let week = (last - points[start].ordinal) / 7
      var stop = start
      var sum = 0.0
      while stop < end, (last - points[stop].ordinal) / 7 == week {
        sum += points[stop].log - weekdayEffects[points[stop].weekday]
        stop += 1
      }
      for i in start..<stop { levels[i] = sum / Double(stop - start) }
      start = stop
    }
    return levels
  }

  /// Weekday effects as means of the deviations from the week's level, recent weeks counting more.
  private func weightedEffects(
    upTo end: Int, levels: [Double], halfLifeWeeks: Double
  ) -> [Double] {
    guard end > 0 else { return weekdayEffects }
    let last = points[end - 1].ordinal
    var sums = [Double](repeating: 0, count: 7)
    var weights = sums
    var age = -1
    var weight = 1.0
    for i in (0..<end).reversed() {
      let weeks = (last - points[i].ordinal) / 7
      if weeks != age {
        age = weeks
        weight = exp2(-Double(weeks) / halfLifeWeeks)
      }
      sums[points[i].weekday] += weight * (points[i].log - levels[i])
      weights[points[i].weekday] += weight
    }
    return (0..<7).map { weights[$0] > 0 ? sums[$0] / weights[$0] : weekdayEffects[$0] }
  }
}
