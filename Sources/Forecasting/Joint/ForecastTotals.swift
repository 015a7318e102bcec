public import ContactCenter
internal import Probability

// One forecast for all horizons: whatever is asked, a day of one queue or a month of the center, is added up from the same
// intervals. Means add; quantiles do not, so they come from sample paths, which are added up path by path.

/// Totals of a forecast by period and level, with the quantiles of the sums.
public enum ForecastTotals {
  /// Paths behind the quantiles where nobody says otherwise: a quantile of 2.5 % then rests on 25 of them.
  public static let usualPaths = 1000

  /// Adds up a forecast.
  ///
  /// The mean of a total is the sum of the means, its quantiles are those over the paths. A total of one interval of one
  /// queue has the forecast's own quantiles.
  ///
  /// - Parameters:
  ///   - forecast: the forecast.
  ///   - sampler: the futures of the same forecast.
  ///   - grid: its grid.
  ///   - period: the length of the periods.
  ///   - level: whose contacts are added up.
  ///   - center: the name of the center in rows of level center.
  ///   - paths: the number of paths, at least 1.
  ///   - workers: paths drawn at the same time; the result does not depend on it.
  public static func of(
    _ forecast: DemandForecast, sampler: PathSampler, grid: TimeGrid, by period: DemandTotal.Period,
    level: DemandTotal.Level, center: String, paths: Int = usualPaths, workers: Int = 1
  ) async -> [DemandTotal] {
    let layout = Layout(forecast, grid: grid, period: period, level: level, center: center)
    if period == .interval, level == .queue { return layout.totals.map { $0.rounded() } }
    let count = max(1, paths)
    let sums = await inStrides(count, workers: workers) { layout.sums(sampler.path($0 + 1)) }
    return layout.totals.enumerated().map { place, total in
      var total = total
      let values = sums.map { $0[place] }.sorted()
      total.quantiles = QuantileLevels.percents.map {
        SampleQuantile.ofSorted(values, probability: $0 / 100)
      }
      return total.rounded()
    }
  }

  /// Which total each interval belongs to.
  private struct Layout: Sendable {
    /// The totals, quantiles only where an interval of one queue is asked for.
    var totals: [DemandTotal] = []
    /// The place of each interval's total by queue, then interval.
    var places: [[Int]] = []

    init(
      _ forecast: DemandForecast, grid: TimeGrid, period: DemandTotal.Period,
      level: DemandTotal.Level, center: String
    ) {
      var known: [Key: Int] = [:]
      var handle: [(seconds: Double, isKnown: Bool)] = []
      for queue in forecast.queues {
        let name =
          switch level {
          case .queue: queue.queue
          case .channel: queue.channel
          case .center: center
          }
        var row: [Int] = []
        row.reserveCapacity(queue.intervals.count)
        for interval in queue.intervals {
          let key = Key(name: name, period: Self.number(interval.start, grid, period))
          let place = known[key] ?? totals.count
          if place == totals.count {
            known[key] = place
            totals.append(
              DemandTotal(
                period: period, start: interval.start, level: level, name: name, offered: 0))
            handle.append((0, true))
          }
          totals[place].start = min(totals[place].start, interval.start)
          totals[place].offered += interval.offered
          if level == .queue, period == .interval { totals[place].quantiles = interval.quantiles }
          if interval.offered > 0 {
            handle[place].seconds += interval.offered * (interval.handleSecondsMean ?? 0)
            if interval.handleSecondsMean == nil { handle[place].isKnown = false }
          }
          row.append(place)
        }
        places.append(row)
      }
      for place in totals.indices where handle[place].isKnown && totals[place].offered > 0 {
        totals[place].handleSecondsMean = handle[place].seconds / totals[place].offered
      }
      sort()
    }

    private struct Key: Hashable {
      let name: String
      let period: Int
    }

    /// A number that the intervals of one period share.
    private static func number(
      _ start: Instant, _ grid: TimeGrid, _ period: DemandTotal.Period
    ) -> Int {
      if period == .interval { return start.secondsSinceEpoch }
      let date = grid.date(of: start)
      switch period {
      case .week: return date.advanced(by: -date.weekday.rawValue).daysSinceEpoch
      case .month: return date.parts.year * 12 + date.parts.month
      case .interval, .day: return date.daysSinceEpoch
      }
    }

    /// By name, then time.
    private mutating func sort() {
      let order = totals.indices.sorted {
        (totals[$0].name, totals[$0].start) < (totals[$1].name, totals[$1].start)
      }
      var rank = [Int](repeating: 0, count: order.count)
      for (place, old) in order.enumerated() { rank[old] = place }
      totals = order.map { totals[$0] }
      for q in places.indices { for i in places[q].indices { places[q][i] = rank[places[q][i]] } }
    }

    func sums(_ path: [[Double]]) -> [Double] {
      var sums = [Double](repeating: 0, count: totals.count)
      for q in places.indices {
        for i in places[q].indices { sums[places[q][i]] += path[q][i] }
      }
      return sums
    }
  }
}
