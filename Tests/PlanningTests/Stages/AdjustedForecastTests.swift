import ContactCenter
import Testing

@testable import Planning

@Suite struct AdjustedForecastTests {
  static func at(_ hour: Int) -> Instant { Instant(secondsSinceEpoch: hour * 3600) }

  static let forecast = DemandForecast(queues: [
    QueueForecast(
      queue: "q", channel: "voice",
      intervals: (0..<4).map {
        ForecastInterval(
          start: at($0), offered: $0 == 3 ? 0 : 10, handleSecondsMean: 60,
          quantiles: $0 == 3 ? [0, 0] : [8, 12])
      })
  ])

  static func apply(_ kind: Adjustment.Kind, _ value: Double, hours: Range<Int> = 1..<2) -> (
    DemandForecast, [Finding]
  ) {
    var findings: [Finding] = []
    let change = Adjustment(
      queue: "q", start: at(hours.lowerBound), end: at(hours.upperBound), kind: kind, value: value)
    let result = AdjustedForecast.apply([change], to: forecast, findings: &findings)
    return (result, findings)
  }

  @Test(
    "Mean and quantiles move together, only inside the half-open period",
    arguments: [
      (Adjustment.Kind.factor, 1.5, 15.0, [12.0, 18.0]), (.add, 5, 15, [12, 18]),
      (.replace, 20, 20, [16, 24]), (.add, -50, 0, [0, 0]),
    ])
  func kinds(kind: Adjustment.Kind, value: Double, mean: Double, quantiles: [Double]) {
    let (result, findings) = Self.apply(kind, value)
    let intervals = result.queues[0].intervals
    #expect(intervals.map(\.offered) == [10, mean, 10, 0])
    #expect(intervals[1].quantiles == quantiles)
    #expect(findings.map(\.code) == ["forecast.adjusted"])
  }

  @Test("What was zero takes the new value without a spread of its own")
  func zero() {
    let (result, _) = Self.apply(.replace, 7, hours: 3..<4)
    #expect(result.queues[0].intervals[3].quantiles == [7, 7])
  }

  @Test("A change outside the forecast is told")
  func outside() {
    let (result, findings) = Self.apply(.factor, 2, hours: 50..<60)
    #expect(result == Self.forecast)
    #expect(findings.map(\.code) == ["forecast.adjustment-without-effect"])
  }
}
