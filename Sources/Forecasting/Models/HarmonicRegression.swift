/// Dynamic harmonic regression: sines and cosines of the day and the week, with ARIMA errors.
///
/// The harmonics are those whose amplitude stands out of the noise at their frequency: on whole weeks they are
/// orthogonal, so each lowers Akaike's criterion or not whatever the others do, and the criterion of all sets is
/// minimized by looking at each once. The noise is that of an ARMA fitted to what the mean week leaves.
///
/// Gaps are allowed; nothing is filled in. Where the data choose, a step whose innovation lies beyond what noise does
/// counts as a gap: two half-empty slots at the end of a history would else lower the next four weeks.
///
/// *Source*: Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., section 10.5;
/// Young, Pedregal and Tych (1999), Journal of Forecasting 18:369-394, for the name.
public struct HarmonicRegression: SeriesModel {
  private let harmonics: [Int]?
  private let limits: ArimaOrderSearch.Limits

  /// Creates the model.
  ///
  /// *Units and shapes*: `harmonics` fixes the number of harmonics of each season, as R's `fourier(x, K)`; without it
  /// the data choose.
  public init(harmonics: [Int]? = nil) {
    self.harmonics = harmonics
    var limits = ArimaOrderSearch.Limits()
    limits.total = 4
    limits.models = 20
    self.limits = limits
  }

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)`` where the series is shorter than its coefficients.
  public func fit(_ series: SeasonalSeries) throws(ForecastingError) -> any FittedSeries {
    var values = series.values
    let terms: FourierTerms
    let orders: ArimaOrders
    var start: [Double]?
    if let harmonics {
      terms = FourierTerms(
        harmonics: zip(series.periods, harmonics).map { (period: $0, count: $1) })
      let design = Self.design(terms, from: 1, count: values.count, hasMean: true)
      guard let effects = Self.ordinary(values, design) else {
        throw .notFitted(model: Self.name, reason: "too few values for the seasons.")
      }
      let errors = ArimaRegression.errors(values, design, effects)
      var search = ArimaOrderSearch(errors, period: 1, limits: limits)
      orders = search.best().orders
    } else {
      let choice = HarmonicChoice(values, periods: series.periods, limits: limits)
      (terms, orders, start) = (choice.terms, choice.orders, choice.coefficients)
      for step in choice.outliers { values[step] = .nan }
    }
    // A difference takes the mean away.
    let hasMean = orders.lostSteps == 0
    let columns = Self.design(terms, from: 1, count: values.count, hasMean: hasMean)
    let fitted = ArimaRegression.fit(
      values, columns: columns, orders: orders, start: start, tolerance: Self.tolerance)
    guard let regression = fitted ?? Self.bare(values, terms) else {
      throw .notFitted(model: Self.name, reason: "too few values for the seasons.")
    }
    return Fitted(regression: regression, terms: terms, length: values.count)
  }

  private static let name = "harmonic-arima"
  /// What the log-likelihood may miss: far below the price of a coefficient.
  private static let tolerance = 0.05

  private static func design(
    _ terms: FourierTerms, from start: Int, count: Int, hasMean: Bool
  ) -> [[Double]] {
    (hasMean ? [[Double](repeating: 1, count: max(0, count))] : [])
      + terms.columns(from: start, count: count)
  }

  /// Least squares on the steps that are seen.
  private static func ordinary(_ values: [Double], _ design: [[Double]]) -> [Double]? {
    let rows = values.indices.filter { !values[$0].isNaN }
    return ArimaRegression.leastSquares(
      design.map { $0.at(rows) }, values.at(rows))
  }

  /// The harmonics with errors that know no past, for a series without noise.
  private static func bare(_ values: [Double], _ terms: FourierTerms) -> ArimaRegression? {
    let design = design(terms, from: 1, count: values.count, hasMean: true)
    guard let effects = ordinary(values, design) else { return nil }
    return ArimaRegression(
      values, columns: design, orders: ArimaOrders(0, 0, 0), coefficients: [], effects: effects)
  }

  private struct Fitted: FittedSeries {
    let regression: ArimaRegression
    let terms: FourierTerms
    let length: Int

    private var hasMean: Bool { regression.orders.lostSteps == 0 }

    func forecast(steps: Int) -> SeriesForecast {
      regression.forecast(
        columns: HarmonicRegression.design(
          terms, from: length + 1, count: steps, hasMean: hasMean), steps: steps)
    }

    var parameters: [ModelRow] {
      let effects = regression.effects.dropFirst(hasMean ? 1 : 0)
      var rows = regression.coefficientRows
      if hasMean { rows.append(ModelRow("mean", regression.effects[0])) }
      var place = effects.startIndex
      for frequency in terms.frequencies {
        let parts = frequency.steps == 2 ? 1 : 2
        let size = effects[place..<place + parts].reduce(0) { $0 + $1 * $1 }.squareRoot()
        place += parts
        rows.append(
          ModelRow(
            "amplitude \(frequency.cycles)/\(frequency.steps)", size,
            note: "cycles per step, on the model's scale"))
      }
      return rows
    }

    var fit: [ModelRow] { regression.fitRows }
  }
}

extension IntervalModel {
  /// Interval counts by harmonic regression with ARIMA errors, under a root: intervals are often few, and Poisson
  /// noise is even there.
  public static let harmonicRegression = IntervalModel(
    name: "harmonic-arima",
    summary: "sines and cosines of the day and the week with ARIMA errors", scale: .root,
    model: HarmonicRegression())
}
