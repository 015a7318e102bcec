import ContactCenter
import Probability
import Testing

@testable import Forecasting

@Suite("Path sampler")
struct PathSamplerTests {
  private static let grid = TimeGrid(zone: .utc, length: .sixtyMinutes)

  /// A queue open from 4 to 20 with the sample days' means, its bands widened by a deviation of the day.
  private static func queue(
    _ name: String = "q", days: Int, volume: Double, deviation: Double
  ) -> QueueForecast {
    let source = SampleDays.forecast(days: days, volume: volume, deviation: deviation)
    let first = SampleHistory.monday.advanced(by: 350)
    let intervals = grid.intervals(from: first, days: days).map { interval in
      let day = grid.date(of: interval.start).days(since: first)
      let slot = grid.slot(of: interval.start) - 4
      guard (0..<SampleDays.slots).contains(slot) else {
        return ForecastInterval(start: interval.start, offered: 0, handleSecondsMean: nil)
      }
      let cell = day * SampleDays.slots + slot
      return ForecastInterval(
        start: interval.start, offered: source.mean[cell], handleSecondsMean: nil,
        quantiles: source.quantiles(at: cell))
    }
    return QueueForecast(queue: name, channel: "voice", intervals: intervals)
  }

  /// What the sample days say about their dependence, on the hourly grid.
  private static func dependence(
    volume: Double, level: Double, carry: Double = 0, name: String = "q", seed: UInt64 = 1
  ) -> DayDependence {
    let series = SampleDays.series(
      days: 300, volume: volume, level: level, carry: carry, seed: seed, name: name)
    var counts: [Double] = []
    var days: [ModelDay] = []
    for (d, day) in series.days.enumerated() {
      let row = Array(series.counts(ofDay: d))
      counts += (0..<24).map { (4..<20).contains($0) ? row[$0 - 4] : 0 }
      days.append(ModelDay(date: day.date, open: (0..<24).map { (4..<20).contains($0) }))
    }
    return DayDependence(DaySeries(slotCount: 24, days: days, counts: counts))
  }

  @Test("Over paths every interval has the forecast's mean and quantiles")
  func marginals() {
    let forecast = DemandForecast(queues: [Self.queue(days: 2, volume: 40, deviation: 0.1)])
    let sampler = PathSampler(
      forecast, dependence: ["q": Self.dependence(volume: 40, level: 0.1)], grid: Self.grid,
      seed: 7)
    let paths = (1...2000).map { sampler.path($0)[0] }
    for (index, interval) in forecast.queues[0].intervals.enumerated() {
      let values = paths.map { $0[index] }.sorted()
      guard interval.offered > 0 else {
        #expect(values.last == 0)
        continue
      }
      let spread = interval.quantiles[9] - interval.quantiles[1]
      let mean = values.reduce(0, +) / 2000
      // Whole contacts: half a contact, beside the error of a quantile of 2000 draws.
      #expect(abs(mean - interval.offered) < 0.04 * spread)
      for (place, percent) in QuantileLevels.percents.enumerated() {
        let sample = SampleQuantile.ofSorted(values, probability: percent / 100)
        #expect(abs(sample - interval.quantiles[place]) < 0.5 + 0.08 * spread)
      }
    }
  }

  @Test("Totals of days vary as their level does, not as independent intervals would")
  func dayTotals() {
    let forecast = DemandForecast(queues: [Self.queue(days: 1, volume: 60, deviation: 0.1)])
    let mean = forecast.queues[0].intervals.reduce(0) { $0 + $1.offered }
    func deviation(_ dependence: [String: DayDependence]) -> Double {
      let sampler = PathSampler(forecast, dependence: dependence, grid: Self.grid, seed: 3)
      let totals = (1...1500).map { sampler.path($0)[0].reduce(0, +) }
      let middle = totals.reduce(0, +) / 1500
      return (totals.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / 1500).squareRoot() / mean
    }
    // 10 % of level and the noise of 960 contacts, 3.2 %: √(0.1² + 0.032²) = 10.5 %; independent intervals: 4.1 %.
    let found = deviation(["q": Self.dependence(volume: 60, level: 0.1)])
    #expect(abs(found - 0.105) < 0.015, "\(found)")
  }

  @Test("A level that lasts widens weeks more than one that does not")
  func weeks() {
    let forecast = DemandForecast(queues: [Self.queue(days: 7, volume: 60, deviation: 0.1)])
    func deviation(carry: Double) -> Double {
      let sampler = PathSampler(
        forecast, dependence: ["q": Self.dependence(volume: 60, level: 0.1, carry: carry)],
        grid: Self.grid, seed: 3)
      let totals = (1...600).map { sampler.path($0)[0].reduce(0, +) }
      let middle = totals.reduce(0, +) / 600
      return (totals.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / 600).squareRoot() / middle
    }
    #expect(deviation(carry: 0.95) > 1.3 * deviation(carry: 0))
  }

  @Test("Queues whose days go up and down together do so on the paths")
  func queues() {
    let forecast = DemandForecast(
      queues: ["a", "b", "c"].map { Self.queue($0, days: 1, volume: 60, deviation: 0.1) })
    // The same draws for a and b but for their counts; c has a level of its own.
    let shared = Self.dependence(volume: 60, level: 0.1, seed: 1)
    let sampler = PathSampler(
      forecast,
      dependence: [
        "a": shared, "b": shared, "c": Self.dependence(volume: 60, level: 0.1, seed: 9),
      ],
      grid: Self.grid, seed: 3)
    let totals = (1...500).map { sampler.path($0).map { $0.reduce(0, +) } }
    func correlation(_ i: Int, _ j: Int) -> Double {
      QueueCorrelation.correlation(
        totals.enumerated().map { ($0.offset, $0.element[i]) },
        totals.enumerated().map { ($0.offset, $0.element[j]) }
      ).value
    }
    #expect(correlation(0, 1) > 0.7)
    #expect(abs(correlation(0, 2)) < 0.2)
  }

  @Test(
    "The same seed gives the same paths in any order, on any number of threads; another seed others"
  )
  func repeatable() async {
    let forecast = DemandForecast(
      queues: ["a", "b"].map { Self.queue($0, days: 2, volume: 9, deviation: 0.1) })
    let known = ["a": Self.dependence(volume: 9, level: 0.1)]
    let one = PathSampler(forecast, dependence: known, grid: Self.grid, seed: 5)
    let points = await one.points(count: 7, workers: 1)
    #expect(await one.points(count: 7, workers: 3) == points)
    #expect(points.count == 7 * 2 * 2 * SampleDays.slots)
    #expect(points.allSatisfy { $0.offered >= 0 && $0.offered == $0.offered.rounded() })
    let other = PathSampler(forecast, dependence: known, grid: Self.grid, seed: 6)
    #expect(await other.points(count: 7) != points)
  }

  @Test("What has come stays on every path")
  func seen() {
    var queue = Self.queue(days: 1, volume: 60, deviation: 0.1)
    for i in 0..<12 where queue.intervals[i].offered > 0 {
      queue.intervals[i].offered = 71
      queue.intervals[i].quantiles = queue.intervals[i].quantiles.map { _ in 71 }
    }
    let sampler = PathSampler(
      DemandForecast(queues: [queue]),
      dependence: ["q": Self.dependence(volume: 60, level: 0.1)], grid: Self.grid, seed: 1)
    for number in 1...20 {
      let path = sampler.path(number)[0]
      #expect(path[4..<12].allSatisfy { $0 == 71 })
    }
  }

  @Test("A forecast of nothing has paths of nothing")
  func nothing() async {
    let sampler = PathSampler(
      DemandForecast(queues: []), dependence: [:], grid: Self.grid, seed: 1)
    #expect(sampler.path(1).isEmpty)
    #expect(await sampler.points(count: 3).isEmpty)
  }
}
