internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

/// The level of weeks as a curve over time: intercept, damped trend, annual harmonics, drivers, and what is carried over
/// from the last weeks.
struct WeekCurve {
  private let coefficients: [Double]
  /// The covariance of the coefficients.
  private let covariance: [[Double]]
  private let harmonics: Int
  private let drivers: [(name: String, place: Int, scale: DriverScale)]
  private let last: Double
  private let carried: Double
  private let persistence: Double
  private let residualVariance: Double
  private let wander: Double
  private let weekCount: Int
  /// Variance by lead in whole weeks, never falling.
  private var varianceByLead: [Double] = []

  /// Prior standard deviations: 10 % growth a year; 15 % for the first pair of harmonics, less for each that follows.
  private static let trendDeviation = 0.10
  private static let harmonicDeviation = 0.15
  /// Weeks after which a week counts half.
  private static let halfLifeWeeks = 104.0
  /// Weeks after which the trend has half its slope.
  private static let dampingWeeks = 26.0
  /// A level wanders at least this much a week: 3.6 % a year.
  private static let leastWander = 0.005
  private static let year = 365.2425
  private static let leads = 160

  /// Fits the curve.
  ///
  /// The noise that the priors are weighed against is that of a level, which residuals with memory leave longer than
  /// independent ones would: their variance times (1 + ρ) / (1 − ρ). Three rounds settle it.
  init(_ series: WeekSeries, driverNames: [String]) throws(LinearAlgebraError) {
    let weeks = series.weeks
    weekCount = weeks.count
    let last = Double(series.last)
    self.last = last
    let span = (weeks.last?.middle ?? 0) - (weeks.first?.middle ?? 0)
    let years = (span + 7) / Self.year
    let harmonics = years < 0.98 ? 0 : min(4, max(1, Int(2 * years) - 1))
    self.harmonics = harmonics
    let drivers = driverNames.enumerated().compactMap { place, name in
      DriverScale(weeks.map { $0.regressors[place] }).map { (name: name, place: place, scale: $0) }
    }
    self.drivers = drivers
    let rows = weeks.map {
      Self.row(
        at: $0.middle, last: last, harmonics: harmonics,
        drivers: drivers.map { [week = $0] in $0.scale.scaled(week.regressors[$0.place]) })
    }
    // What the drivers cannot explain is trend, not the other way round.
    let trend = drivers.isEmpty ? Self.trendDeviation : Self.trendDeviation / 2
    let priors =
      [1e3, trend]
      + (0..<2 * harmonics).map { Self.harmonicDeviation / Double($0 / 2 + 1) }
      + drivers.map(\.scale.priorDeviation)
    let weights = weeks.map { $0.weight * exp2(($0.middle - last) / 7 / Self.halfLifeWeeks) }
    var fit: (b: [Double], inverse: Matrix)?
    var variance = 0.01
    var memory = 0.5
    var residuals: [Double] = []
    for _ in 0..<3 {
      let noise = max(variance, 1e-8) * (1 + memory) / (1 - memory)
      let solved = try Self.solve(
        rows, weeks.map(\.level), weights, priors.map { noise / ($0 * $0) })
      fit = solved
      residuals = zip(rows, weeks).map { row, week in
        week.level - zip(row, solved.b).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let total = weights.reduce(0, +)
      let clipped = residuals.map { min(max($0, -0.7), 0.7) }
      variance = zip(clipped, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 } / max(total, 1e-9)
      memory = Self.memory(clipped)
    }
    coefficients = fit?.b ?? []
    residualVariance = variance
    persistence = memory
    let noise = max(variance, 1e-8) * (1 + memory) / (1 - memory)
    let size = coefficients.count
    covariance = (0..<size).map { i in
      (0..<size).map { j in noise * (fit?.inverse[i, j] ?? 0) }
    }
    carried = Self.smoothed(residuals)
    wander = max(Self.leastWander, Self.wander(residuals))
    varianceByLead = leadVariances()
  }

  /// One row of the design: 1, years before the end, harmonics, drivers.
  private static func row(
    at day: Double, last: Double, harmonics: Int, drivers: [Double]
  ) -> [Double] {
    let ahead = (day - last) / 7
    var row = [1.0, (ahead <= 0 ? ahead : damped(ahead)) / 52.1775]
    for k in 0..<harmonics {
      let angle = 2 * Double.pi * Double(k + 1) * day / year
      row.append(sin(angle))
      row.append(cos(angle))
    }
    return row + drivers
  }

  /// Weeks of full slope that a damped trend amounts to.
  private static func damped(_ weeks: Double) -> Double {
    let rate = log(2.0) / dampingWeeks
    return (1 - exp(-rate * weeks)) / rate
  }

  /// Ridge regression by its normal equations, and the inverse of their matrix.
  private static func solve(
    _ rows: [[Double]], _ response: [Double], _ weights: [Double], _ ridge: [Double]
  ) throws(LinearAlgebraError) -> (b: [Double], inverse: Matrix) {
    let size = ridge.count
    var normal = Matrix(rowCount: size, columnCount: size)
    var right = [Double](repeating: 0, count: size)
    for (r, row) in rows.enumerated() {
      for i in 0..<size {
        let weighted = weights[r] * row[i]
        right[i] += weighted * response[r]
        for j in 0..<size { normal[i, j] += weighted * row[j] }
      }
    }
    for i in 0..<size { normal[i, i] += ridge[i] }
    let factor = try Cholesky(normal)
    var inverse = Matrix(rowCount: size, columnCount: size)
    for j in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[j] = 1
      for (i, value) in try factor.solve(unit).enumerated() { inverse[i, j] = value }
    }
    return (try factor.solve(right), inverse)
  }

  /// The share of a residual that lives on to the next week, from the correlation four weeks apart, which the noise of
  /// single weeks does not dilute as much as that of one week.
  private static func memory(_ residuals: [Double]) -> Double {
    func products(_ lag: Int) -> Double {
      guard residuals.count > lag else { return 0 }
      return (lag..<residuals.count).reduce(0) { $0 + residuals[$1] * residuals[$1 - lag] }
    }
    let square = products(0)
    guard square > 1e-12, residuals.count > 12 else { return 0.5 }
    let four = products(4) / square
    let one = products(1) / square
    return min(max(four > 0 ? pow(four, 0.25) : 0, min(one, 0.9), 0), 0.97)
  }

  /// The level of the last residuals, recent ones counting more.
  private static func smoothed(_ residuals: [Double]) -> Double {
    var sum = 0.0
    var weights = 0.0
    for (age, residual) in residuals.reversed().prefix(26).enumerated() {
      let weight = pow(0.75, Double(age))
      sum += weight * min(max(residual, -0.7), 0.7)
      weights += weight
    }
    return weights > 0 ? sum / weights : 0
  }

  /// Deviation per square root of a week by which the level strays, from means of quarters beside each other.
  private static func wander(_ residuals: [Double]) -> Double {
    let size = 13
    let quarters = residuals.count / size
    guard quarters >= 2 else { return 0 }
    let means = (0..<quarters).map { q in
      residuals[residuals.count - (q + 1) * size..<residuals.count - q * size].reduce(0, +)
        / Double(size)
    }
    let steps = zip(means, means.dropFirst()).map { $0 - $1 }
    let square = steps.reduce(0) { $0 + $1 * $1 } / Double(steps.count)
    return min((square / Double(size)).squareRoot(), 0.03)
  }

  private func leadVariances() -> [Double] {
    var widest = 0.0
    return (0...Self.leads).map { week in
      let row = Self.row(
        at: last + 7 * Double(week), last: last, harmonics: harmonics,
        drivers: drivers.map { _ in 0 })
      var own = 0.0
      for i in row.indices {
        for j in row.indices { own += row[i] * covariance[i][j] * row[j] }
      }
      let left = residualVariance * (1 - pow(persistence, 2 * Double(week + 1)))
      widest = max(widest, own + left + wander * wander * Double(week))
      return widest
    }
  }

  /// The level on a day, on the logarithm.
  func level(on ordinal: Int, regressors: [Double]) -> Double {
    let day = Double(ordinal)
    let values = drivers.map { driver in
      regressors.indices.contains(driver.place)
        ? driver.scale.scaled(regressors[driver.place]) : 0
    }
    let row = Self.row(at: day, last: last, harmonics: harmonics, drivers: values)
    let ahead = max(0, (day - last) / 7)
    return zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
      + carried * pow(persistence, ahead)
  }

  /// The variance of the level on a day.
  func variance(on ordinal: Int) -> Double {
    let week = min(max(0, Int(((Double(ordinal) - last) / 7).rounded(.down))), Self.leads)
    return varianceByLead[week]
  }

  /// What was learned.
  var parameters: [ModelRow] {
    var rows = [
      ModelRow("weeks", Double(weekCount)),
      ModelRow("growth a year", exp(coefficients[1]) - 1, note: "damped beyond the history"),
      ModelRow("harmonics", Double(harmonics), note: "pairs of the year"),
    ]
    for k in 0..<harmonics {
      let (a, b) = (coefficients[2 + 2 * k], coefficients[3 + 2 * k])
      rows.append(ModelRow("season \(k + 1)", (a * a + b * b).squareRoot(), note: "amplitude"))
    }
    for (index, driver) in drivers.enumerated() {
      rows.append(
        ModelRow(
          "driver \(driver.name)", coefficients[2 + 2 * harmonics + index],
          note: driver.scale.isElasticity
            ? "elasticity: percent of contacts per percent"
            : "relative change per standard deviation"))
    }
    rows.append(
      ModelRow("carried over", carried, note: "of which a week keeps \(percent(persistence))"))
    return rows
  }

  /// How well it fits.
  var fit: [ModelRow] {
    [
      ModelRow("week error", residualVariance.squareRoot(), note: "relative standard deviation"),
      ModelRow("wander", wander, note: "relative, per square root of a week"),
    ]
  }

  private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
}
