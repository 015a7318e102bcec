internal import ContactCenter
internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

/// What the season of the year and the planner's regressors do to a day's volume, on the logarithm.
///
/// Negative binomial regression of day totals on weekdays, a level that bends every eight weeks, harmonics of the
/// year, and regressors; only the last two are handed on, since level and weekday are followed day by day elsewhere.
/// The harmonics of the year need a history of four hundred days: in a shorter one they are a trend in disguise.
///
/// *Edge cases*: a regressor that never changes, or has a missing value on a past day, is left out. A regressor that
/// is positive everywhere enters by its logarithm, so that its coefficient is an elasticity.
struct DayDrivers {
  /// One regressor that counts.
  struct Driver: Equatable {
    /// Its name.
    var name: String
    /// Its place among the regressors of a day.
    var index: Int
    /// Whether it enters by its logarithm.
    var isLogarithmic: Bool
    /// Mean and standard deviation of what enters.
    var mean: Double
    var deviation: Double
    /// The effect of one standard deviation on the logarithm of the volume.
    var effect = 0.0

    private static let farthest = 6.0

    /// What a value enters as.
    func score(_ value: Double) -> Double {
      guard value.isFinite else { return 0 }
      guard !isLogarithmic || value > 0 else { return -Self.farthest }
      // Far outside what was seen nothing is known: no effect is drawn beyond six deviations from the mean.
      let entered = isLogarithmic ? log(value) : value
      return min(max((entered - mean) / deviation, -Self.farthest), Self.farthest)
    }
  }

  /// The regressors that count.
  private(set) var drivers: [Driver] = []
  /// Cosine and sine coefficients of the harmonics of the year.
  private(set) var year: [Double] = []
  /// The variance of a day's own random factor.
  private(set) var factorVariance = 0.0

  private var means: [Double] = []

  /// A day further from its expectation than this, as a logarithm, is no witness to a driver.
  private static let usualError = 0.7
  private static let knotDays = 56.0
  private static let yearDays = 365.25
  private static let yearHarmonics = 3
  private static let daysForYear = 400

  /// Learns from cleaned days, whose regressors stand in the series.
  ///
  /// *Throws*: `LinearAlgebraError` where the regression has no solution.
  init(_ clean: CleanDays, series: DaySeries) throws(LinearAlgebraError) {
    try self.init(clean.days, totals: clean.days.map(\.total), series: series)
  }

  /// Learns from volumes as they came, before anything is cleaned.
  ///
  /// A day that a regressor doubles is no freak: it must be known before freaks are looked for. Days that stay out of
  /// line by more than a doubling after a first fit are left out of the second.
  ///
  /// *Throws*: `LinearAlgebraError` where the regression has no solution.
  init(uncleaned series: DaySeries) throws(LinearAlgebraError) {
    let days = CleanDays(series).days.filter { $0.occasion == nil }
    let first = try DayDrivers(days, totals: days.map(\.rawTotal), series: series)
    guard first.means.count == days.count else {
      self = first
      return
    }
    let usual = days.indices.filter {
      abs(logTotal(days[$0].rawTotal) - logTotal(first.means[$0])) < Self.usualError
    }.map { days[$0] }
    self = try DayDrivers(usual, totals: usual.map(\.rawTotal), series: series)
  }

  private init(
    _ days: [CleanDays.Day], totals: [Double], series: DaySeries
  ) throws(LinearAlgebraError) {
    guard let first = days.first?.ordinal, let last = days.last?.ordinal, days.count > 28 else {
      return
    }
    drivers = Self.candidates(days, series: series)
    let harmonics = last - first >= Self.daysForYear ? Self.yearHarmonics : 0
    guard harmonics > 0 || !drivers.isEmpty else { return }
    let knots = max(2, Int((Double(last - first) / Self.knotDays).rounded(.up)) + 1)
    var columns: [[Double]] = []
    var precision: [Double] = []
    let level = log(max(totals.reduce(0, +) / Double(days.count), 0.5))
    for w in 0..<7 {
      columns.append(days.map { $0.weekday == w ? 1 : 0 })
      precision.append(0.1)
    }
    for knot in 0..<knots {
      columns.append(
        days.map { max(0, 1 - abs(Double($0.ordinal - first) / Self.knotDays - Double(knot))) })
      precision.append(1)
    }
    let driverStart = columns.count
    for driver in drivers {
      columns.append(days.map { driver.score(series.days[$0.index].regressors[driver.index]) })
      precision.append(25)
    }
    let yearStart = columns.count
    for k in 0..<harmonics {
      for wave in 0..<2 {
        columns.append(days.map { Self.waves($0.ordinal, harmonics)[2 * k + wave] })
        // A tenth of the volume in the first wave is usual, less in the higher ones.
        precision.append(100 * Double((k + 1) * (k + 1)))
      }
    }
    let design = Matrix(
      rowCount: days.count, columnCount: columns.count, columnMajor: columns.flatMap { $0 })
    let offsets = days.map { _ in level }
    let plain = try CountFit(
      design: design, counts: totals, offsets: offsets, precision: precision, factorVariance: 0.01)
    factorVariance = Self.factorVariance(totals, plain.means)
    let fit = try CountFit(
      design: design, counts: totals, offsets: offsets, precision: precision,
      factorVariance: max(factorVariance, 1e-5))
    for d in drivers.indices { drivers[d].effect = fit.coefficients[driverStart + d] }
    year = Array(fit.coefficients[yearStart...])
    means = fit.means
  }

  /// No drivers.
  init() {}

  /// The drivers as rows of a description.
  var rows: [ModelRow] {
    drivers.map { driver in
      ModelRow(
        "driver \(driver.name)",
        driver.isLogarithmic ? driver.effect / driver.deviation : exp(driver.effect),
        note: driver.isLogarithmic
          ? "elasticity: per cent of volume per per cent" : "factor per standard deviation")
    }
  }

  /// The effect of the regressors alone on a day's logarithm.
  func effect(regressors: [Double]) -> Double {
    var sum = 0.0
    for driver in drivers where driver.index < regressors.count {
      sum += driver.effect * driver.score(regressors[driver.index])
    }
    return min(max(sum, -3), 3)
  }

  /// The effect on a day's logarithm.
  func effect(ordinal: Int, regressors: [Double]) -> Double {
    var sum = effect(regressors: regressors)
    if !year.isEmpty {
      sum += zip(year, Self.waves(ordinal, year.count / 2)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return min(max(sum, -3), 3)
  }

  private static func waves(_ ordinal: Int, _ harmonics: Int) -> [Double] {
    (0..<harmonics).flatMap { k in
      let angle = 2 * Double.pi * Double(k + 1) * Double(ordinal) / yearDays
      return [cos(angle), sin(angle)]
    }
  }

  /// The mean of ((y − μ)² − μ)/μ², one day bounded to what a doubling would be.
  private static func factorVariance(_ totals: [Double], _ means: [Double]) -> Double {
    var sum = 0.0
    for (y, mean) in zip(totals, means) where mean > 0 {
      let ratio = min(abs(y - mean) / mean, 1)
      sum += ratio * ratio - 1 / mean
    }
    return max(0, sum / Double(max(1, totals.count)))
  }

  private static func candidates(_ days: [CleanDays.Day], series: DaySeries) -> [Driver] {
    series.regressorNames.indices.compactMap { index in
      let values = days.map { series.days[$0.index].regressors[index] }
      guard values.allSatisfy(\.isFinite) else { return nil }
      let isLogarithmic = values.allSatisfy { $0 > 0 }
      let entered = isLogarithmic ? values.map { log($0) } : values
      let count = Double(max(1, entered.count))
      let mean = entered.reduce(0, +) / count
      let variance = entered.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      guard variance.squareRoot() > 1e-6 * max(1, abs(mean)) else { return nil }
      return Driver(
        name: series.regressorNames[index], index: index, isLogarithmic: isLogarithmic,
        mean: mean, deviation: variance.squareRoot())
    }
  }
}
