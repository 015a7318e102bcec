internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// The default: several models, weighed by what they would have said of the last weeks.
///
/// 0. What the planner's regressors explain is taken out before, and put back on after (`DrivenSeries`).
/// 1. Every member is fitted, and replayed from a few origins of the last two months (`RollingReplay`).
/// 2. Means and quantiles are averaged with weights by group of leads (`CombinationWeights`): an average of ordered
///    quantiles is ordered.
/// 3. The 80 % and 95 % bands are moved to where they would have held in the replay (`BandCalibration`), never inside
///    those of Poisson counts.
/// 4. Beyond four weeks `WeeklyDrivers` takes over step by step (`FarHorizon`).
///
/// *Source*: averaging quantiles rather than densities: Lichtendahl, Grushka-Cockayne and Winkler (2013), Management
/// Science 59:1594-1611.
public struct CombinedModels: ForecastModel {
  /// The name in plans and files.
  public let name: String
  /// One sentence for help pages.
  public let summary: String
  private let members: [any ForecastModel]
  private let origins: Int

  /// The default.
  public static let auto = CombinedModels(
    name: "auto",
    summary: "day-shapes, count-regression, ets and double-seasonal, weighed by their errors",
    members: [
      DayShapes(), CountRegression(), DayTotalModel.exponentialSmoothing,
      IntervalModel.doubleSeasonal,
    ], origins: 2)

  /// The default with the classical interval models beside, at ten times the cost.
  public static let wide = CombinedModels(
    name: "auto-wide", summary: "auto with ARIMA, harmonic regression and MSTL beside; slower",
    members: [
      SmoothedDays(), DayShapes(), CountRegression(), DayTotalModel.exponentialSmoothing,
      IntervalModel.doubleSeasonal, DayTotalModel.seasonalArima,
      IntervalModel.harmonicRegression, IntervalModel.decomposedSeasons,
    ], origins: 2)

  /// An average of members, replayed from so many origins.
  init(name: String, summary: String, members: [any ForecastModel], origins: Int) {
    self.name = name
    self.summary = summary
    self.members = members
    self.origins = origins
  }

  /// The history, calendar and regressors that it needs.
  public var needs: ModelNeeds {
    ModelNeeds(
      minimumDays: members.map(\.needs.minimumDays).min() ?? 1, usesCalendar: true,
      usesRegressors: members.contains(where: \.needs.usesRegressors))
  }

  /// Learns from the past.
  ///
  /// *Throws*: ``ForecastingError/notFitted(model:reason:)``.
  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    let driven = try DrivenSeries(series, for: name)
    return driven.forecast(by: try fitRest(driven.rest))
  }

  /// Fits the members to a series without drivers.
  private func fitRest(_ series: DaySeries) throws(ForecastingError) -> Fitted {
    let days = try OrdinaryDays(series, for: name)
    let observed = series.observedDayCount
    var fits: [(model: any ForecastModel, fitted: any FittedForecast)] = []
    var left: [ModelRow] = []
    var reason = "the history is too short."
    for member in members {
      let needed = member.needs.minimumDays
      guard observed >= needed else {
        left.append(ModelRow("weight \(member.name)", 0, note: "needs \(needed) days of history"))
        continue
      }
      do {
        fits.append((member, try days.fit(member)))
      } catch {
        reason = error.description
        left.append(ModelRow("weight \(member.name)", 0, note: reason))
      }
    }
    guard !fits.isEmpty else { throw .notFitted(model: name, reason: reason) }
    let used = fits.map(\.model)
    let replay = RollingReplay(
      used, days: days, count: origins,
      minimumDays: used.map(\.needs.minimumDays).max() ?? 0)
    let weights = CombinationWeights(replay, memberCount: fits.count)
    return Fitted(
      slotCount: series.slotCount, fits: fits.map { ($0.model.name, $0.fitted) }, leftOut: left,
      weights: weights, bands: BandCalibration(replay, weights: weights),
      history: days, folds: replay.folds.count)
  }

  private struct Fitted: FittedForecast {
    let slotCount: Int
    let fits: [(name: String, fitted: any FittedForecast)]
    let leftOut: [ModelRow]
    let weights: CombinationWeights
    let bands: BandCalibration
    let history: OrdinaryDays
    let folds: Int

    func forecast(_ days: [ModelDay]) -> DayForecast {
      let lastOrdinal = history.series.days.last?.date.daysSinceEpoch
      let leads = days.map { day in
        max(0, day.date.daysSinceEpoch - (lastOrdinal ?? day.date.daysSinceEpoch) - 1)
      }
      let parts = fits.map { $0.fitted.forecast(days) }
      guard !days.isEmpty else { return DayForecast(zerosForDays: 0, slotCount: slotCount) }
      var result = weights.combine(parts, leads: leads)
      bands.apply(to: &result, leads: leads)
      // Most forecasts end before the far model counts: it is fitted on demand.
      guard leads.contains(where: { $0 > FarHorizon.near }),
        let far = history.fitted(WeeklyDrivers())
      else { return result }
      // The far model knows weeks and seasons; what dates do it is told.
      let dates = history.rhythm.effects(of: days).map { exp($0.log) }
      return FarHorizon.blend(
        result, far.forecast(days).scaled(byDay: dates), leads: leads,
        historyDays: history.series.days.count)
    }

    var parameters: [ModelRow] {
      var rows: [ModelRow] = []
      for (b, bucket) in LeadBuckets.names.enumerated() {
        for (m, member) in fits.enumerated() {
          let note =
            weights.errors[b].isEmpty
            ? "equal weights: no replay"
            : "error \(roundedToDecimals(weights.errors[b][m], 3)) of the best over"
              + " \(weights.days[b]) replayed days"
          rows.append(
            ModelRow("weight \(member.name), \(bucket)", weights.weights[b][m], note: note))
        }
      }
      return rows + leftOut + prefixed(\.parameters)
    }

    var fit: [ModelRow] {
      var rows = [ModelRow("replays", Double(folds), note: "origins of four weeks each")]
      for (b, bucket) in LeadBuckets.names.enumerated() {
        rows.append(ModelRow("80 % band, \(bucket)", bands.inner[b], note: "factor on its width"))
        rows.append(ModelRow("95 % band, \(bucket)", bands.outer[b], note: "factor on its width"))
      }
      return rows + prefixed(\.fit)
    }

    private func prefixed(_ rows: KeyPath<any FittedForecast, [ModelRow]>) -> [ModelRow] {
      fits.flatMap { member in
        member.fitted[keyPath: rows].map {
          ModelRow("\(member.name): \($0.name)", $0.value, note: $0.note)
        }
      }
    }
  }
}
