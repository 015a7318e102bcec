internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// Day totals by a pool of levels, spread over the day by shares, with the bands of counts.
///
/// The variance of a slot is that of its day, growing with the lead, plus what is left within the day, never below
/// Poisson; quantiles are negative binomial (`CountQuantiles`).
struct ProfiledDays {
  /// What holidays, events and weekdays do.
  let effects: OccasionEffects
  /// What the month and closures do.
  let rhythm: CalendarRhythm
  /// Levels of days.
  let pool: DayLevelPool
  /// Share of each slot in its day by weekday, Monday first.
  let shares: [[Double]]
  /// What is left within the day.
  let within: WithinDayVariance

  /// Learns the levels of clean days.
  ///
  /// - Parameters:
  ///   - days: where the clean days come from.
  ///   - clean: the days that levels are learned from.
  ///   - shares: how a day spreads over its slots.
  ///   - within: what is left within the day.
  init(_ days: OrdinaryDays, clean: CleanDays, shares: [[Double]], within: WithinDayVariance) {
    effects = days.effects
    rhythm = days.rhythm
    pool = DayLevelPool(
      points: clean.days.suffix(SmoothedDays.window).map {
        DayLevelPool.Point(
          ordinal: $0.ordinal, weekday: $0.weekday, log: logTotal($0.total),
          seen: $0.occasion == nil ? logTotal($0.rawTotal) : nil, total: $0.total)
      }, weekdayCount: clean.weekdayCount, weekdayEffects: days.effects.weekdays)
    self.shares = shares
    self.within = within
  }

  /// Forecasts days; `known` is what else is known of a day, on the logarithm of its volume.
  func forecast(_ days: [ModelDay], known: (ModelDay) -> Double = { _ in 0 }) -> DayForecast {
    let slotCount = shares[0].count
    var result = DayForecast(zerosForDays: days.count, slotCount: slotCount)
    var variance = result.mean
    let openDays = days.indices.filter { days[$0].isOpen }
    let (logs, leads) = pool.forecast(
      openDays.map { (days[$0].date.daysSinceEpoch, days[$0].weekday) })
    let dates = rhythm.effects(of: days)
    for (place, d) in openDays.enumerated() {
      let day = days[d]
      let occasion = effects.effect(of: day.occasion)
      let effect = occasion.log + dates[d].log + known(day)
      let total = pool.bias * exp(min(logs[place] + effect, 40))
      let deviation = pool.bucket(lead: leads[place]).deviation
      let dayVariance =
        max(0, deviation * deviation - 1 / max(total, 1)) + occasion.variance + dates[d].variance
      for s in 0..<slotCount where day.open[s] {
        let cell = d * slotCount + s
        let mean = total * shares[day.weekday][s]
        result.mean[cell] = mean
        variance[cell] =
          within.variance(weekday: day.weekday, slot: s, forecast: mean)
          + mean * mean * min(dayVariance, 1)
      }
    }
    CountQuantiles.write(into: &result, variance: variance)
    return result
  }

  /// How far off replayed days were, and how slots stray within the day.
  var fit: [ModelRow] {
    zip(pool.buckets, LeadBuckets.names).map { bucket, label in
      ModelRow(
        "day error, \(label)", bucket.deviation,
        note: "relative standard deviation over \(bucket.replays) replays")
    } + [
      ModelRow("overdispersion", within.overdispersion, note: "variance over mean within a day")
    ]
  }
}
