import Testing

@testable import Forecasting

@Suite("ARIMA order search")
struct ArimaOrderSearchTests {
  private func choice(_ values: [Double], period: Int = 1) -> ArimaOrderSearch.Choice {
    var search = ArimaOrderSearch(values, period: period)
    return search.best()
  }

  @Test("An autoregression, a random walk and a week are told apart")
  func kinds() {
    let autoregression = choice(SimulatedSeries.arma([0.7], [], count: 300).map { $0 + 50 })
    #expect(autoregression.orders.differences == 0 && autoregression.hasConstant)
    #expect(autoregression.orders.autoregressive >= 1)
    #expect(choice(SimulatedSeries.summed(SimulatedSeries.noise(300))).orders.differences == 1)
    let noise = SimulatedSeries.noise(280)
    let week = choice(
      noise.indices.map { noise[$0] + [9.0, 4, 3, 2, 5, -9, -14][$0 % 7] }, period: 7)
    #expect(week.orders.seasonalDifferences == 1 && week.orders.period == 7)
    #expect(week.orders.seasonalMovingAverage >= 1)
  }

  @Test("Noise needs few coefficients, whatever gaps it has")
  func noise() {
    let values = SimulatedSeries.noise(400).enumerated().map { $0 % 17 == 3 ? .nan : $1 }
    #expect(choice(values).orders.coefficientCount <= 2)
  }

  @Test("Too little data leaves the plain model")
  func short() {
    for values in [[], [1], [.nan, .nan], [1, 2, 1], [Double](repeating: 4, count: 60)] {
      let found = choice(values, period: 7)
      #expect(found.orders.coefficientCount <= 1)
    }
  }
}
