internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// What turns the steps of a classical model back into days: calendar, effects of occasions, bands of counts.
///
/// Bands come from counts, not from the algebra of the model: the Gaussian variance of an interval model grows far
/// beyond what days do. What the model says of its level is held between what chance leaves and what repeating the
/// last week would cost (`DayRatioVariance`); what is left within the day is measured (`WithinDayVariance`).
struct SteppedForecast {
  /// Slots per day.
  let slotCount: Int
  /// The steps.
  let openDays: OpenDays
  /// Effects of occasions.
  let effects: OccasionEffects
  /// Effects of dates: the cycle of the month, days after closures.
  let rhythm: CalendarRhythm
  /// How a day spreads over its slots.
  let profile: WeekdayProfile
  private let within: WithinDayVariance
  private let ratios: DayRatioVariance

  /// Steps further on than this repeat the last: ten years of days.
  private static let mostSteps = 3660
  private static let largestOccasionVariance = 1.0

  /// What a model is to see, and what surrounds it: learned from its window and, for occasions and dates that come once
  /// a year or a month, from a longer past.
  ///
  /// *Returns*: the window, its days without effects of occasions and dates, and the surroundings.
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)`` where no day is observed well enough.
  static func learn(
    _ series: DaySeries, window: Int, model: String
  ) throws(ForecastingError) -> (recent: DaySeries, clean: CleanDays, steps: SteppedForecast) {
    let recent = series.prefix(series.days.count, last: window)
    let seen = CleanDays(recent)
    guard !seen.days.isEmpty else {
      throw .notFitted(model: model, reason: "no day is observed well enough.")
    }
    let long =
      series.days.count > window
      ? CleanDays(series.prefix(series.days.count, last: SmoothedDays.effectWindow)) : seen
    let effects: OccasionEffects
    do {
      effects = try OccasionEffects(long)
    } catch {
      throw .notFitted(model: model, reason: "\(error)")
    }
    let rhythm = CalendarRhythm(long, series: series, weekdays: effects.weekdays)
    let clean = seen.without(rhythm.pastEffects(of: seen, series: recent))
    return (
      recent, clean, SteppedForecast(recent, clean: clean, effects: effects, rhythm: rhythm)
    )
  }

  private init(
    _ series: DaySeries, clean: CleanDays, effects: OccasionEffects, rhythm: CalendarRhythm
  ) {
    slotCount = series.slotCount
    self.effects = effects
    self.rhythm = rhythm
    openDays = OpenDays(clean, of: series)
    profile = WeekdayProfile(clean, open: series.openByWeekday())
    within = WithinDayVariance(clean, profile: profile.shares)
    ratios = DayRatioVariance(clean)
  }

  /// The number of steps that reach the last of some ascending days, and the step of each.
  func steps(for days: [ModelDay]) -> (count: Int, ofDay: [Int]) {
    let steps = openDays.steps(of: days.map(\.date.daysSinceEpoch)).map {
      min($0, Self.mostSteps - 1)
    }
    return ((steps.max() ?? -1) + 1, steps)
  }

  /// Lays steps onto days.
  ///
  /// *Units and shapes*: `mean` is contacts of an ordinary day by step, then slot; `dayVariance` the variance of
  /// the logarithm of a day total by step as the model has it, chance included.
  func lay(_ mean: [Double], dayVariance: [Double], on days: [ModelDay]) -> DayForecast {
    var result = DayForecast(zerosForDays: days.count, slotCount: slotCount)
    var variance = result.mean
    let (count, stepOfDay) = steps(for: days)
    let weekdays = openDays.weekdays(ofSteps: count)
    let bands = relativeBands(mean, dayVariance: dayVariance, weekdays: weekdays)
    let dates = rhythm.effects(of: days)
    for (d, day) in days.enumerated() where day.isOpen {
      let step = stepOfDay[d]
      let row = Array(mean[step * slotCount..<(step + 1) * slotCount])
      let total = row.reduce(0, +)
      let isUsual = weekdays[step] == day.weekday
      var occasion = effects.effect(of: day.occasion)
      occasion.log += dates[d].log
      occasion.variance += dates[d].variance
      let factor = exp(occasion.log)
      let spread = min(bands.day[step] + occasion.variance, Self.largestOccasionVariance)
      for s in 0..<slotCount where day.open[s] {
        let cell = d * slotCount + s
        let ordinary = isUsual ? row[s] : total * profile.shares[day.weekday][s]
        let value = ordinary * factor
        result.mean[cell] = value
        let here = within.variance(weekday: day.weekday, slot: s, forecast: value)
        let usual = isUsual ? bands.within[step * slotCount + s] * value * value : here
        variance[cell] = max(here, usual) + value * value * spread
      }
    }
    CountQuantiles.write(into: &result, variance: variance)
    return result
  }

  /// Relative variances that never fall with the lead: of a day by step, of a slot within its day by step and slot.
  private func relativeBands(
    _ mean: [Double], dayVariance: [Double], weekdays: [Int]
  ) -> (day: [Double], within: [Double]) {
    var day: [Double] = []
    day.reserveCapacity(weekdays.count)
    var slots = [Double](repeating: 0, count: mean.count)
    var widest = 0.0
    var widestByWeekday = Array(repeating: [Double](repeating: 0, count: slotCount), count: 7)
    for (step, weekday) in weekdays.enumerated() {
      var total = 0.0
      for s in 0..<slotCount {
        let cell = step * slotCount + s
        total += mean[cell]
        guard mean[cell] > 0 else { continue }
        let relative =
          within.variance(weekday: weekday, slot: s, forecast: mean[cell])
          / (mean[cell] * mean[cell])
        widestByWeekday[weekday][s] = max(widestByWeekday[weekday][s], relative)
        slots[cell] = widestByWeekday[weekday][s]
      }
      let claimed = dayVariance[step] - 1 / max(total, 1)
      let bounded = ratios.bounded(
        claimed.isFinite ? claimed : .infinity, weeks: step / openDays.daysPerWeek)
      widest = max(widest, bounded)
      day.append(widest)
    }
    return (day, slots)
  }

  /// Rows on effects of weekdays and occasions, and on the profile.
  var parameters: [ModelRow] {
    var rows = effects.byName.sorted { $0.key < $1.key }.map { name, effect in
      ModelRow(
        "occasion effect \(name)", exp(effect.log),
        note: "factor on a day, seen \(effect.occurrences) times")
    }
    rows += profile.recipes.map { recipe in
      ModelRow(
        "profile half-life", recipe.halfLifeWeeks,
        note: "weeks; \(recipe.pools ? "like weekdays pooled" : "each weekday alone")")
    }
    return rows
  }

  /// Rows on the bands.
  var fit: [ModelRow] {
    [
      ModelRow(
        "day ratio, 1 week", ratios.byWeek[0].squareRoot(), note: "relative, beyond chance"),
      ModelRow("overdispersion", within.overdispersion, note: "variance over mean within a day"),
    ]
  }
}
