import ContactCenter
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Day level pool")
struct DayLevelPoolTests {
  private func pool(days: Int, _ log: (Int) -> Double) -> DayLevelPool {
    DayLevelPool(
      points: (0..<days).map {
        DayLevelPool.Point(
          ordinal: SampleHistory.monday.daysSinceEpoch + $0, weekday: $0 % 7, log: log($0),
          seen: log($0), total: exp(log($0)))
      }, weekdayCount: 7, weekdayEffects: [Double](repeating: 0, count: 7))
  }

  private func next(_ days: Int, after start: Int) -> [(ordinal: Int, weekday: Int)] {
    (start..<start + days).map { (SampleHistory.monday.daysSinceEpoch + $0, $0 % 7) }
  }

  @Test("An exact weekly pattern is continued exactly")
  func pattern() {
    let pool = pool(days: 140) { 7 + 0.1 * Double($0 % 7) }
    let (logs, leads) = pool.forecast(next(14, after: 140))
    #expect(leads == Array(0..<14))
    for (d, value) in logs.enumerated() {
      // The start of the smoothers is a mean of rounded numbers: a few units in the last place of 7.
      #expect(abs(value - (7 + 0.1 * Double(d % 7))) < 1e-9)
    }
    #expect(pool.buckets.allSatisfy { $0.deviation < 1e-9 })
  }

  @Test("Where days carry over, the next day leans on the last and the far ones do not")
  func persistence() {
    var states: [Double] = []
    for d in 0..<280 {
      let shock = 0.1 * (SampleHistory.noise(d) - 0.5)
      states.append(0.85 * (states.last ?? 0) + (d == 279 ? 0.3 : shock))
    }
    let pool = pool(days: 280) { 7 + states[$0] }
    let logs = pool.forecast(next(28, after: 280)).logs
    #expect(logs[0] > 7.1)
    #expect(abs(logs[27] - 7) < abs(logs[0] - 7) / 2)
  }

  @Test("Weights sum to one and deviations never fall with the lead")
  func weights() {
    let pool = pool(days: 100) { 6 + 0.2 * SampleHistory.noise($0) }
    for bucket in pool.buckets {
      #expect(abs(bucket.weights.reduce(0, +) - 1) < 1e-12)
      #expect(bucket.replays > 0)
    }
    let deviations = pool.buckets.map(\.deviation)
    #expect(deviations == deviations.sorted())
    #expect((deviations.last ?? 0) > 0.03)
  }

  @Test("The mean of small days is not that of their logarithms")
  func bias() {
    let totals = (0..<200).map { [0.0, 0, 1, 0, 2, 0, 5][($0 * 3 + $0 / 7) % 7] }
    let pool = DayLevelPool(
      points: totals.indices.map {
        DayLevelPool.Point(
          ordinal: SampleHistory.monday.daysSinceEpoch + $0, weekday: $0 % 7,
          log: logTotal(totals[$0]), seen: logTotal(totals[$0]), total: totals[$0])
      }, weekdayCount: 7, weekdayEffects: [Double](repeating: 0, count: 7))
    let mean = pool.forecast(next(28, after: 200)).logs.reduce(0) { $0 + pool.bias * exp($1) } / 28
    // The mean of the totals is 8/7; the exponential of their mean logarithm is 0.8.
    #expect(abs(mean - 8 / 7.0) < 0.15)
  }

  @Test("A gap between history and forecast counts as steps")
  func gap() {
    let pool = pool(days: 70) { _ in 5 }
    #expect(pool.forecast(next(2, after: 80)).leads == [10, 11])
  }
}
