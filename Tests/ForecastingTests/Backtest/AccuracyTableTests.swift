import ContactCenter
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Accuracy table")
struct AccuracyTableTests {
  private func entry(
    _ hour: Int, actual: Double?, mean: Double, quantiles: [Double] = []
  ) -> BacktestEntry {
    let origin = Instant(secondsSinceEpoch: (SampleHistory.monday.daysSinceEpoch + 14) * 86_400)
    return BacktestEntry(
      origin: origin, start: origin.advanced(by: 3600 * hour), queue: "sales", channel: "voice",
      model: "m", actual: actual, mean: mean, quantiles: quantiles)
  }

  /// Two weeks, the second 10 above the first: the naive error that scales is 10.
  private let history = SampleHistory.hourly(days: 14) { date, _ in
    date < SampleHistory.monday.advanced(by: 7) ? 100 : 110
  }

  @Test("Errors worked by hand")
  func byHand() throws {
    let bands = [0.0, 80, 85, 90, 95, 100, 105, 110, 115, 120, 200]
    let table = AccuracyTable(
      [
        entry(0, actual: 100, mean: 110, quantiles: bands),
        entry(1, actual: 150, mean: 130, quantiles: bands),
        entry(30, actual: 50, mean: 50, quantiles: bands),
        entry(31, actual: nil, mean: 1e6, quantiles: bands),
      ], history: history, grid: SampleHistory.grid())
    let day = try #require(table.rows.first { $0.leadDays == 1 })
    #expect(day.intervals == 2)
    #expect(abs(day.wape - 30 / 250.0) < 1e-12)
    #expect(abs(day.dayWape - 10 / 250.0) < 1e-12)
    #expect(abs(day.bias + 10 / 250.0) < 1e-12)
    #expect(abs(day.mase - 1.5) < 1e-12)
    #expect(day.coverage80 == 0.5)
    #expect(day.coverage95 == 1)
    let week = try #require(table.rows.first { $0.leadDays == 7 })
    #expect(week.intervals == 3)
    #expect(abs(week.mase - 1) < 1e-12)
    #expect(table.overall.count == 3)
    // The pinball loss of 100 against its nine deciles: those below cost τ, those above 1 − τ, of the distance.
    // 80 85 90 95 100 105 110 115 120: 2 + 3 + 3 + 2 + 0 + 2 + 3 + 3 + 2 = 20, doubled and over nine.
    // 150 likewise: 7 + 13 + 18 + 22 + 25 + 27 + 28 + 28 + 27 = 195.
    #expect(abs(day.wql - 2 * (20 + 195) / 9 / 250) < 1e-12)
  }

  @Test("No contacts and no scale give NaN, not a trap")
  func nothing() throws {
    let table = AccuracyTable(
      [entry(0, actual: 0, mean: 1)], history: DemandHistory(queues: [], length: .sixtyMinutes),
      grid: SampleHistory.grid())
    let row = try #require(table.rows.first)
    #expect(row.mase.isNaN && row.wape.isNaN && row.coverage80.isNaN)
    #expect(AccuracyTable([], history: history, grid: SampleHistory.grid()).rows.isEmpty)
  }

  @Test("The mean absolute deviation of Poisson counts agrees with its sum")
  func noiseFloor() {
    for mean in [0.05, 0.9, 1, 2.5, 12.7, 60] {
      var sum = 0.0
      var logProbability = -mean
      for k in 0..<400 {
        sum += exp(logProbability) * abs(Double(k) - mean)
        logProbability += log(mean / Double(k + 1))
      }
      // The sum of 400 terms against one closed form.
      #expect(abs(poissonMeanAbsoluteDeviation(mean) - sum) < 1e-10)
    }
    #expect(poissonMeanAbsoluteDeviation(0) == 0)
    #expect(poissonMeanAbsoluteDeviation(.nan) == 0)
    let large = poissonMeanAbsoluteDeviation(1_000_000)
    #expect(abs(large / poissonMeanAbsoluteDeviation(999_999) - 1) < 1e-6)
  }
}
