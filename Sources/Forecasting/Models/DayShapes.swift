internal import ContactCenter
internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

/// Whole days as mixtures of a few typical shapes, whose amounts are forecast like day levels.
///
/// 1. Days are completed and cleaned as for `SmoothedDays`; the last 26 weeks count.
/// 2. x = √(count + ¼) makes the noise of counts the same everywhere (root-unroot).
/// 3. The singular value decomposition of days by slots gives typical shapes and each day's amounts of them. Four
///    suffice: the level, the weekdays' shapes, and how the shape moves when the level does.
/// 4. Each amount is forecast by a `DayLevelPool` of its own.
/// 5. The mean is x² − ¼ plus the variance that squaring adds; bands as in `SmoothedDays`.
///
/// *Source*: Shen and Huang (2008), "Interday forecasting and intraday updating of call center arrivals",
/// Manufacturing & Service Operations Management 10:391-410; the transform: Brown et al. (2005), Journal of the
/// American Statistical Association 100:36-50.
public struct DayShapes: ForecastModel {
  /// Creates the model.
  public init() {}

  /// The name in plans and files.
  public var name: String { "day-shapes" }
  /// One sentence for help pages.
  public var summary: String { "whole days as mixtures of typical shapes, by singular values" }
  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds { ModelNeeds(minimumDays: 28, usesCalendar: true) }

  private static let window = 182
  private static let shapeCount = 4

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    let recent = series.prefix(series.days.count, last: Self.window)
    let seen = CleanDays(recent)
    let open = recent.openByWeekday()
    let columns = (0..<series.slotCount).filter { s in open.contains { $0[s] } }
    guard !seen.days.isEmpty, !columns.isEmpty else {
      throw .notFitted(model: name, reason: "no day is observed well enough.")
    }
    do {
      let long = CleanDays(series.prefix(series.days.count, last: SmoothedDays.effectWindow))
      let effects = try OccasionEffects(long)
      let rhythm = CalendarRhythm(long, series: series, weekdays: effects.weekdays)
      let clean = seen.without(rhythm.pastEffects(of: seen, series: recent))
      let roots = Self.roots(clean, columns: columns, open: open)
      let svd = try SingularValues(roots)
      return Fitted(
        clean: clean, columns: columns, open: open, effects: effects, rhythm: rhythm, roots: roots,
        svd: svd,
        shapeCount: min(Self.shapeCount, svd.values.count))
    } catch {
      throw .notFitted(model: name, reason: "\(error)")
    }
  }

  /// √(count + ¼) by day and open slot; 0 where closed.
  private static func roots(_ clean: CleanDays, columns: [Int], open: [[Bool]]) -> Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(clean.days.count * columns.count)
    for s in columns {
      for (d, day) in clean.days.enumerated() {
        let value = clean.values[d * clean.slotCount + s]
        elements.append(open[day.weekday][s] ? (value + 0.25).squareRoot() : 0)
      }
    }
    return Matrix(
      rowCount: clean.days.count, columnCount: columns.count, columnMajor: elements)
  }

  private struct Fitted: FittedForecast {
    let slotCount: Int
    let columns: [Int]
    let effects: OccasionEffects
    let rhythm: CalendarRhythm
    /// Shapes by number, then open slot.
    let shapes: [[Double]]
    /// Contribution of each shape to the variation of the days.
    let strengths: [Double]
    /// Forecasts of the amounts, in units of `unit`.
    let pools: [DayLevelPool]
    let unit: Double
    /// What squaring adds by open slot: the variance of what the shapes leave.
    let leftover: [Double]
    let within: WithinDayVariance

    init(
      clean: CleanDays, columns: [Int], open: [[Bool]], effects: OccasionEffects,
      rhythm: CalendarRhythm, roots: Matrix,
      svd: SingularValues, shapeCount: Int
    ) {
      self.columns = columns
      self.effects = effects
      self.rhythm = rhythm
      slotCount = clean.slotCount
      let days = clean.days
      shapes = (0..<shapeCount).map { Array(svd.right.column($0)) }
      strengths = svd.values
      let amounts = (0..<shapeCount).map { k in svd.left.column(k).map { $0 * svd.values[k] } }
      let level = amounts.first.map { abs($0.reduce(0, +)) / Double(days.count) } ?? 1
      // A relative change of the root is half that of the count: in this unit amounts move like logarithms.
      let unit = max(level, 1e-9) / 2
      self.unit = unit
      pools = amounts.enumerated().map { k, values in
        Self.pool(values.map { $0 / unit }, clean: clean, isLevel: k == 0)
      }
      leftover = columns.indices.map { c in
        var squares = 0.0
        var count = 0.0
        for d in days.indices.suffix(84) where open[days[d].weekday][columns[c]] {
          var fitted = 0.0
          for k in 0..<shapeCount { fitted += amounts[k][d] * svd.right[c, k] }
          let error = roots[d, c] - fitted
          squares += error * error
          count += 1
        }
        return count > 0 ? squares / count : 0
      }
      let profile = WeekdayProfile(
        clean, open: open,
        recipes: [WeekdayProfile.Recipe(halfLifeWeeks: 6, pools: false, blur: 0.08)])
      within = WithinDayVariance(clean, profile: profile.shares)
    }

    private static func pool(_ values: [Double], clean: CleanDays, isLevel: Bool) -> DayLevelPool {
      var sums = [Double](repeating: 0, count: 7)
      var counts = sums
      for (day, value) in zip(clean.days, values) {
        sums[day.weekday] += value
        counts[day.weekday] += 1
      }
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      let weekdays = (0..<7).map { counts[$0] > 0 ? sums[$0] / counts[$0] - mean : 0 }
      return DayLevelPool(
        points: zip(clean.days, values).map { day, value in
          DayLevelPool.Point(
            ordinal: day.ordinal, weekday: day.weekday, log: value,
            seen: day.occasion == nil && isLevel
              ? value + logTotal(day.rawTotal) - logTotal(day.total) : nil,
            total: .infinity)
        }, weekdayCount: clean.weekdayCount, weekdayEffects: weekdays)
    }

    func forecast(_ days: [ModelDay]) -> DayForecast {
      var result = DayForecast(zerosForDays: days.count, slotCount: slotCount)
      var variance = result.mean
      let openDays = days.indices.filter { days[$0].isOpen }
      let targets = openDays.map {
        (ordinal: days[$0].date.daysSinceEpoch, weekday: days[$0].weekday)
      }
      let amounts = pools.map { $0.forecast(targets) }
      let dates = rhythm.effects(of: days)
      for (place, d) in openDays.enumerated() {
        let day = days[d]
        var occasion = effects.effect(of: day.occasion)
        occasion.log += dates[d].log
        occasion.variance += dates[d].variance
        let factor = exp(occasion.log)
        var total = 0.0
        for (c, s) in columns.enumerated() where day.open[s] {
          var root = 0.0
          for k in pools.indices { root += unit * amounts[k].logs[place] * shapes[k][c] }
          root = max(root, 0)
          let mean = factor * max(0, root * root - 0.25 + leftover[c])
          result.mean[d * slotCount + s] = mean
          total += mean
        }
        let deviation = pools.first?.bucket(lead: amounts[0].leads[place]).deviation ?? 0
        let dayVariance =
          min(max(0, deviation * deviation - 1 / max(total, 1)) + occasion.variance, 1)
        for s in columns where day.open[s] {
          let cell = d * slotCount + s
          let mean = result.mean[cell]
          variance[cell] =
            within.variance(weekday: day.weekday, slot: s, forecast: mean)
            + mean * mean * dayVariance
        }
      }
      CountQuantiles.write(into: &result, variance: variance)
      return result
    }

    var parameters: [ModelRow] {
      let all = strengths.reduce(0) { $0 + $1 * $1 }
      return shapes.indices.map { k in
        ModelRow(
          "shape \(k + 1)", all > 0 ? strengths[k] * strengths[k] / all : 0,
          note: "share of the sum of squares")
      }
    }

    var fit: [ModelRow] {
      guard let level = pools.first else { return [] }
      return zip(level.buckets, ["next day", "first week", "later"]).map { bucket, label in
        ModelRow(
          "day error, \(label)", bucket.deviation,
          note: "relative standard deviation over \(bucket.replays) replays")
      }
    }
  }
}
