/// Seasonal ARIMA with orders chosen by the data, or given.
///
/// Fitted by exact maximum likelihood in state-space form, gaps included; variances carry one degree of freedom per
/// coefficient, and as in R take the coefficients as known.
///
/// *Source*: Box and Jenkins (1970), Time Series Analysis; the orders: Hyndman and Khandakar (2008),
/// doi:10.18637/jss.v027.i03 (`ArimaOrderSearch`).
public struct SeasonalArima: SeriesModel {
  private let given: (orders: ArimaOrders, hasConstant: Bool)?
  private let limits: ArimaOrderSearch.Limits
  /// What the log-likelihood may miss.
  private let tolerance: Double
  /// A season longer than this makes a state too long to be affordable.
  private static let longestPeriod = 52

  /// Chooses the orders by itself, the season being the longest of the series of at most 52 steps.
  public init() { self.init(limits: ArimaOrderSearch.Limits()) }

  /// Chooses the orders within limits.
  init(limits: ArimaOrderSearch.Limits, tolerance: Double = 1e-6) {
    given = nil
    self.limits = limits
    self.tolerance = tolerance
  }

  /// For day totals of contacts, whose season is known to be the week.
  ///
  /// A week that explains a third of what moves is subtracted already: without that the weekdays of a forecast fade
  /// into one another within weeks. Where a subtracted week is more than the data ask for, Θ goes to −1 and leaves
  /// what fixed weekday effects would.
  static let ofDayTotals: SeasonalArima = {
    var limits = ArimaOrderSearch.Limits()
    limits.seasonalStrength = 1.0 / 3
    limits.allDifferences = 1
    // A hundredth is far below the price of a coefficient, and half the work.
    return SeasonalArima(limits: limits, tolerance: 0.01)
  }()

  /// Takes orders as given.
  ///
  /// `hasConstant` asks for a mean, or for a drift where the series is differenced once.
  public init(orders: ArimaOrders, hasConstant: Bool = false) {
    given = (orders, hasConstant)
    tolerance = 1e-6
    limits = ArimaOrderSearch.Limits()
  }

  /// Learns from the past.
  ///
  /// *Edge cases*: a series without noise, or one too short for its coefficients, is continued without them.
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)`` where no value is observed.
  public func fit(_ series: SeasonalSeries) throws(ForecastingError) -> any FittedSeries {
    let values = series.values
    guard values.contains(where: { !$0.isNaN }) else {
      throw .notFitted(model: "arima", reason: "no value is observed.")
    }
    let period = series.periods.last { $0 <= Self.longestPeriod } ?? 1
    var choice: ArimaOrderSearch.Choice
    if let given {
      choice = ArimaOrderSearch.Choice(orders: given.orders, hasConstant: given.hasConstant)
    } else {
      var search = ArimaOrderSearch(values, period: period, limits: limits)
      choice = search.best()
    }
    if choice.orders.differences + choice.orders.seasonalDifferences > 1 {
      choice.hasConstant = false
    }
    if let fitted = Fitted(values, choice, tolerance: tolerance)
      ?? Fitted(values, choice, tolerance: nil)
    {
      return fitted
    }
    // Too short to difference: the mean.
    let mean = ArimaOrderSearch.Choice(orders: ArimaOrders(0, 0, 0), hasConstant: true)
    guard let fitted = Fitted(values, mean, tolerance: nil) else {
      throw .notFitted(model: "arima", reason: "the series cannot be continued.")
    }
    return fitted
  }

  private struct Fitted: FittedSeries {
    let regression: ArimaRegression
    let choice: ArimaOrderSearch.Choice
    let length: Int

    /// Fits freely to a tolerance, or without one differences and means alone.
    init?(_ values: [Double], _ choice: ArimaOrderSearch.Choice, tolerance: Double?) {
      self.choice = choice
      length = values.count
      let columns = Self.columns(choice, from: 1, count: values.count)
      if let tolerance {
        guard
          let regression = ArimaRegression.fit(
            values, columns: columns, orders: choice.orders, tolerance: tolerance)
        else { return nil }
        self.regression = regression
      } else {
        let orders = choice.orders
        let bare = ArimaOrders(
          0, orders.differences, 0, seasonal: (0, orders.seasonalDifferences, 0),
          period: orders.period)
        let seen = values.filter { !$0.isNaN }
        let isMean = bare.lostSteps == 0
        guard
          let regression = ArimaRegression(
            values, columns: isMean ? [values.map { _ in 1 }] : [], orders: bare,
            coefficients: [], effects: isMean ? [seen.reduce(0, +) / Double(seen.count)] : [])
        else { return nil }
        self.regression = regression
      }
    }

    /// The constant: ones for a mean, the steps themselves for a drift.
    private static func columns(
      _ choice: ArimaOrderSearch.Choice, from start: Int, count: Int
    ) -> [[Double]] {
      guard choice.hasConstant else { return [] }
      let isMean = choice.orders.lostSteps == 0
      return [(start..<start + count).map { isMean ? 1 : Double($0) }]
    }

    func forecast(steps: Int) -> SeriesForecast {
      let constant = ArimaOrderSearch.Choice(
        orders: regression.orders, hasConstant: !regression.effects.isEmpty)
      return regression.forecast(
        columns: Self.columns(constant, from: length + 1, count: steps), steps: steps)
    }

    var parameters: [ModelRow] {
      regression.coefficientRows
        + regression.effects.map {
          ModelRow(regression.orders.lostSteps == 0 ? "mean" : "drift", $0)
        }
    }

    var fit: [ModelRow] { regression.fitRows }
  }
}

extension DayTotalModel {
  /// Day totals by seasonal ARIMA with automatic orders, spread by the weekday profile.
  public static let seasonalArima = DayTotalModel(
    name: "arima", summary: "seasonal ARIMA with automatic orders on day totals, times a profile",
    minimumDays: 28, model: SeasonalArima.ofDayTotals)
}

extension ArimaRegression {
  /// The orders and coefficients as rows, with R's names.
  var coefficientRows: [ModelRow] {
    var names: [String] = []
    for (letters, count) in [
      ("ar", orders.autoregressive), ("ma", orders.movingAverage),
      ("sar", orders.seasonalAutoregressive), ("sma", orders.seasonalMovingAverage),
    ] {
      for i in 0..<count { names.append("\(letters)\(i + 1)") }
    }
    return [ModelRow("arima orders", Double(orders.coefficientCount), note: "\(orders)")]
      + zip(names, coefficients).map { ModelRow($0, $1) }
  }

  /// How well it fits, as rows.
  var fitRows: [ModelRow] {
    [
      ModelRow("innovation variance", variance, note: "one degree of freedom per coefficient"),
      ModelRow("log-likelihood", logLikelihood),
      ModelRow("AICc", correctedCriterion),
      ModelRow("values", Double(counted), note: "observed, less those that differencing uses up"),
    ]
  }
}
