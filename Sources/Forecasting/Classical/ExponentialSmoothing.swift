/// Exponential smoothing in state-space form, its components chosen by Akaike's corrected criterion.
///
/// Fifteen models: errors additive or multiplicative; no trend, an additive one or a damped one; no season, an additive
/// one, or with multiplicative errors a multiplicative one. Each is fitted by maximum likelihood over smoothing
/// parameters and first states; missing values leave the states as they are. Likelihoods, parameter regions and the
/// choice are those of R's `forecast::ets`.
///
/// *Edge cases*: the season is the longest period of the series up to ``longestPeriod``, if there is one with two
/// full seasons of data; multiplicative models are tried where all values are above 0.
/// *Source*: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing,
/// doi:10.1007/978-3-540-71918-2; Hyndman, Koehler, Snyder and Grose (2002), doi:10.1016/S0169-2070(01)00110-8.
public struct ExponentialSmoothing: SeriesModel {
  /// Whether errors and season must be additive, as on a logarithmic scale.
  public let additiveOnly: Bool
  /// Whether a season is looked for.
  public let seasonal: Bool
  private let forms: [SmoothingForm]
  private let maximumPasses: Int

  /// With more states than this a season is better treated by other models.
  public static let longestPeriod = 24

  /// Creates a model that chooses among the usual components.
  public init(additiveOnly: Bool = false, seasonal: Bool = true) {
    self.init(additiveOnly: additiveOnly, seasonal: seasonal, forms: SmoothingForm.usual)
  }

  init(
    additiveOnly: Bool = false, seasonal: Bool = true, forms: [SmoothingForm],
    maximumPasses: Int = 60
  ) {
    self.additiveOnly = additiveOnly
    self.seasonal = seasonal
    self.forms = forms
    self.maximumPasses = maximumPasses
  }

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)`` with fewer than four values.
  public func fit(_ series: SeasonalSeries) throws(ForecastingError) -> any FittedSeries {
    guard let fit = best(series) else {
      throw .notFitted(
        model: "exponential smoothing", reason: "fewer than four values, or none that fits.")
    }
    return Fitted(model: fit)
  }

  /// The fit with the lowest criterion.
  func best(_ series: SeasonalSeries) -> SmoothingFit? {
    let seen = series.values.count { !$0.isNaN }
    guard seen >= 4 else { return nil }
    let period = seasonal ? series.periods.last { $0 <= Self.longestPeriod } ?? 1 : 1
    let hasSeason = period > 1 && seen >= 2 * period
    let positive = series.values.allSatisfy { $0.isNaN || $0 > 0 }
    var best: SmoothingFit?
    for form in forms {
      if form.hasSeason && !hasSeason { continue }
      if form.error == .multiplicative && (additiveOnly || !positive) { continue }
      if form.freeCount(period: period) >= seen - 2 { continue }
      let fit = SmoothingFit(
        form, period: period, values: series.values, maximumPasses: maximumPasses)
      guard fit.logLikelihood.isFinite, fit.variance.isFinite else { continue }
      guard let leader = best else {
        best = fit
        continue
      }
      if fit.correctedCriterion < leader.correctedCriterion { best = fit }
    }
    return best
  }

  private struct Fitted: FittedSeries {
    let model: SmoothingFit

    func forecast(steps: Int) -> SeriesForecast { SmoothingOutlook.forecast(model, steps: steps) }

    var parameters: [ModelRow] {
      let form = model.form
      var rows = [ModelRow("alpha", model.weights.alpha, note: "\(form.name), level")]
      if form.hasTrend { rows.append(ModelRow("beta", model.weights.beta, note: "trend")) }
      if form.hasSeason { rows.append(ModelRow("gamma", model.weights.gamma, note: "season")) }
      if form.trend == .damped {
        rows.append(ModelRow("phi", model.weights.phi, note: "damping of the trend"))
      }
      return rows
    }

    var fit: [ModelRow] {
      [
        ModelRow("log-likelihood", model.logLikelihood, note: model.form.name),
        ModelRow("AICc", model.correctedCriterion),
        ModelRow("innovation variance", model.variance),
      ]
    }
  }
}
