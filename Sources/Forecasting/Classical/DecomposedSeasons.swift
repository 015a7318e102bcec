/// Seasons taken out by `MultipleSeasons` and repeated as they last were; what is left by a model without season.
///
/// What R's `stlf` and Python's MSTL forecasters do. Missing values are missing to the inner model too.
public struct DecomposedSeasons: SeriesModel {
  private let remainder: any SeriesModel

  /// Creates a model; `remainder` forecasts the seasonally adjusted series, by default exponential smoothing.
  public init(remainder: any SeriesModel = ExponentialSmoothing(seasonal: false)) {
    self.remainder = remainder
  }

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: SeasonalSeries) throws(ForecastingError) -> any FittedSeries {
    let parts = MultipleSeasons(series.values, periods: series.periods)
    let adjusted = zip(series.values, parts.adjusted).map { $0.isNaN ? .nan : $1 }
    let inner = try remainder.fit(SeasonalSeries(values: adjusted, periods: []))
    return Fitted(
      inner: inner, periods: parts.periods,
      last: zip(parts.periods, parts.seasons).map { Array($1.suffix($0)) },
      strengths: Self.strengths(parts))
  }

  /// Of each season: one less the variance of the rest over that of rest and season, not below 0.
  ///
  /// *Source*: Wang, Smith and Hyndman (2006), doi:10.1007/s10618-005-0039-x.
  private static func strengths(_ parts: MultipleSeasons) -> [Double] {
    let rest = zip(parts.adjusted, parts.trend).map { $0 - $1 }
    return parts.seasons.map { season in
      let both = variance(zip(rest, season).map { $0 + $1 })
      return both > 0 ? max(0, 1 - variance(rest) / both) : 0
    }
  }

  private static func variance(_ values: [Double]) -> Double {
    let n = Double(max(1, values.count))
    let mean = values.reduce(0, +) / n
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
  }

  private struct Fitted: FittedSeries {
    let inner: any FittedSeries
    let periods: [Int]
    /// The last full turn of each season.
    let last: [[Double]]
    let strengths: [Double]

    func forecast(steps: Int) -> SeriesForecast {
      var forecast = inner.forecast(steps: steps)
      for season in last {
        for h in forecast.mean.indices { forecast.mean[h] += season[h % season.count] }
      }
      return forecast
    }

    var parameters: [ModelRow] {
      zip(periods, strengths).map {
        ModelRow("strength of season \($0)", $1, note: "0 none, 1 all there is")
      } + inner.parameters
    }

    var fit: [ModelRow] { inner.fit }
  }
}
