internal import ContactCenter

#if canImport(Glibc)
  internal import Glibc
#endif

/// Several models averaged, each weighted by its recent errors at the same lead: the default.
///
/// Every member is refitted at up to six origins of the last weeks and scored on what came; a member whose
/// absolute error is a share r above the best one's counts exp(−12 r) of it, separately for the next day, the rest
/// of the first week and everything later. Means and quantiles are averaged with these weights: an average of
/// ordered quantiles is ordered.
///
/// *Source*: averaging quantiles rather than densities: Lichtendahl, Grushka-Cockayne and Winkler (2013), Management
/// Science 59:1594-1611.
public struct WeightedModels: ForecastModel {
  private let members: [any ForecastModel]

  /// Creates the default: `SmoothedDays`, `DayShapes` and, as a gate no model should fall behind,
  /// `PlannersAverage`.
  public init() { members = [SmoothedDays(), DayShapes(), PlannersAverage()] }

  public var name: String { "auto" }
  public var summary: String { "the average of the best models, weighted by their recent errors" }
  public var minimumDays: Int { members.map(\.minimumDays).min() ?? 1 }

  private static let sharpness = 12.0
  private static let origins = 6
  /// Days from one origin to the next: not a multiple of seven, so that weekdays rotate.
  private static let step = 5
  /// The first lead in days of each group.
  private static let groups = [0..<1, 1..<7, 7..<28]

  public func fit(_ series: DaySeries) throws(ForecastingError) -> any FittedForecast {
    let observed = series.observedDayCount
    var fits: [(name: String, fitted: any FittedForecast)] = []
    var usable: [any ForecastModel] = []
    var reason = "the history is too short."
    for member in members where observed >= member.minimumDays {
      do {
        fits.append((member.name, try member.fit(series)))
        usable.append(member)
      } catch {
        reason = error.description
      }
    }
    guard !fits.isEmpty else { throw .notFitted(model: name, reason: reason) }
    let (weights, replays) = Self.weigh(usable, series)
    return Fitted(
      slotCount: series.slotCount,
      lastOrdinal: series.days.last?.date.daysSinceEpoch ?? 0, fits: fits, weights: weights,
      replays: replays)
  }

  /// Weights by group of leads, then member.
  private static func weigh(
    _ members: [any ForecastModel], _ series: DaySeries
  ) -> (weights: [[Double]], replays: Int) {
    let even = [Double](repeating: 1 / Double(members.count), count: members.count)
    var weights = Array(repeating: even, count: groups.count)
    guard members.count > 1 else { return (weights, 0) }
    let most = members.map(\.minimumDays).max() ?? 0
    var losses = Array(
      repeating: [Double](repeating: 0, count: members.count), count: groups.count)
    var replays = 0
    for back in 1...origins {
      let origin = series.days.count - back * step
      let past = series.prefix(origin, last: SmoothedDays.window)
      guard origin > 0, past.observedDayCount >= most + 14 else { break }
      let future = Array(series.days[origin..<min(origin + 28, series.days.count)])
      let forecasts = members.compactMap { try? $0.fit(past).forecast(future) }
      guard forecasts.count == members.count else { continue }
      replays += 1
      for (m, forecast) in forecasts.enumerated() {
        for (g, group) in groups.enumerated() {
          for d in group.clamped(to: 0..<future.count) {
            losses[g][m] += dayLoss(forecast, day: d, series, origin: origin)
          }
        }
      }
    }
    for g in groups.indices {
      guard let best = losses[g].min(), best > 0 else {
        if g > 0 { weights[g] = weights[g - 1] }
        continue
      }
      let raw = losses[g].map { exp(-sharpness * ($0 / best - 1)) }
      let total = raw.reduce(0, +)
      weights[g] = raw.map { $0 / total }
    }
    return (weights, replays)
  }

  private static func dayLoss(
    _ forecast: DayForecast, day: Int, _ series: DaySeries, origin: Int
  ) -> Double {
    var loss = 0.0
    for s in 0..<series.slotCount {
      let actual = series.counts[(origin + day) * series.slotCount + s]
      if !actual.isNaN { loss += abs(actual - forecast.mean[day * series.slotCount + s]) }
    }
    return loss
  }

  private struct Fitted: FittedForecast {
    let slotCount: Int
    let lastOrdinal: Int
    let fits: [(name: String, fitted: any FittedForecast)]
    let weights: [[Double]]
    let replays: Int

    func forecast(_ days: [ModelDay]) -> DayForecast {
      var result = DayForecast(zerosForDays: days.count, slotCount: slotCount)
      let forecasts = fits.map { $0.fitted.forecast(days) }
      for (d, day) in days.enumerated() where day.isOpen {
        let lead = day.date.daysSinceEpoch - lastOrdinal - 1
        let group = lead < 1 ? 0 : lead < 7 ? 1 : 2
        for (m, forecast) in forecasts.enumerated() {
          let weight = weights[group][m]
          for cell in d * slotCount..<(d + 1) * slotCount {
            result.mean[cell] += weight * forecast.mean[cell]
            for level in result.quantiles.indices {
              result.quantiles[level][cell] += weight * forecast.quantiles[level][cell]
            }
          }
        }
      }
      return result
    }

    var parameters: [ModelRow] {
      var rows: [ModelRow] = []
      for (g, label) in ["next day", "first week", "later"].enumerated() {
        for (m, fit) in fits.enumerated() {
          rows.append(
            ModelRow(
              "weight \(fit.name), \(label)", weights[g][m],
              note: replays > 0 ? "by errors at \(replays) origins" : "history too short to replay")
          )
        }
      }
      return rows
        + fits.flatMap { member in
          member.fitted.parameters.map {
            ModelRow("\(member.name): \($0.name)", $0.value, note: $0.note)
          }
        }
    }

    var fit: [ModelRow] {
      fits.flatMap { member in
        member.fitted.fit.map {
          ModelRow("\(member.name): \($0.name)", $0.value, note: $0.note)
        }
      }
    }
  }
}
