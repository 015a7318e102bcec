import ContactCenter
import Testing

@testable import Forecasting

@Suite("Handle time")
struct HandleTimeProfileTests {
  private func profile(
    contacts: Double, days: Int = 28, _ seconds: (_ date: CivilDate, _ hour: Int) -> Double?
  ) -> HandleTimeProfile? {
    var history = SampleHistory.hourly(days: days) { _, _ in contacts }.queues[0]
    history.measures[.answered] = history.offered.map { $0 }
    history.measures[.handleSeconds] = history.starts.map {
      let local = ZoneRules.utc.local($0)
      return seconds(local.date, local.secondOfDay / 3600).map { $0 * contacts }
    }
    return HandleTimeProfile(history, grid: SampleHistory.grid(), before: nil)
  }

  @Test("A constant handle time comes back at every slot")
  func constant() throws {
    let found = try #require(profile(contacts: 5) { _, _ in 240 })
    #expect(abs(found.level - 240) < 1e-9)
    #expect(found.seconds.allSatisfy { $0.allSatisfy { abs($0 - 240) < 1e-9 } })
  }

  @Test("A slot that differs is believed by the contacts it rests on")
  func shrinkage() throws {
    func nine(_ contacts: Double) throws -> Double {
      let found = try #require(profile(contacts: contacts) { _, hour in hour == 9 ? 400 : 200 })
      return found.seconds[0][9] / found.level
    }
    // Against a queue mean of 208.3 the slot's own ratio is 1.92; four weeks of 1 contact weigh 28 of 328.
    #expect(try nine(1) < 1.12)
    #expect(try nine(1000) > 1.8)
    #expect(try nine(1) > 1)
  }

  @Test("A weekend at the end of the history is no change of level")
  func weekendAtTheEnd() throws {
    // Weekends take half as long. The days of late hold whole weeks, but the newest counts most, and it is a Sunday.
    let found = try #require(
      profile(contacts: 500, days: 56) { date, _ in date.weekday >= .saturday ? 150 : 300 })
    // Weights that halve in 14 days give a plain mean of 251.7; the mean of a week is 257.1, and shrinkage leaves 2.
    #expect(abs(found.level - (5 * 300 + 2 * 150) / 7) < 2.5)
  }

  @Test("The level follows a change within weeks")
  func slowLevel() throws {
    let change = SampleHistory.monday.advanced(by: 56)
    let found = try #require(
      profile(contacts: 50, days: 84) { date, _ in date < change ? 300 : 200 })
    // Four weeks at 200 are two half-lives: three quarters of the weight, nearly.
    #expect(found.level > 200 && found.level < 232)
  }

  @Test("Rows of no seconds are counted, not learned from; no rows at all give nil")
  func edges() throws {
    let found = try #require(profile(contacts: 5) { _, hour in hour == 0 ? 0 : 100 })
    #expect(found.zeroRows == 28)
    #expect(abs(found.level - 100) < 1e-9)
    #expect(profile(contacts: 5) { _, _ in nil } == nil)
  }

  @Test(
    "A forecast takes the plan's handle time where the history has none, and says when nobody knows"
  )
  func fallback() throws {
    let history = SampleHistory.hourly(days: 30) { _, _ in 10 }
    var request = ForecastRequest(grid: SampleHistory.grid(), days: 1)
    let silent = try DemandForecaster.forecast(history, request)
    #expect(silent.forecast.queues[0].intervals.allSatisfy { $0.handleSecondsMean == nil })
    #expect(silent.findings.contains { $0.code == "forecast.no-handle-time" })
    request.handleTimes = ["sales": Seconds(180)]
    let told = try DemandForecaster.forecast(history, request)
    #expect(told.forecast.queues[0].intervals.allSatisfy { $0.handleSecondsMean == 180 })
    let known = SampleHistory.hourly(days: 30, handleSeconds: 95) { _, _ in 10 }
    let learned = try DemandForecaster.forecast(known, request)
    #expect(learned.forecast.queues[0].intervals.allSatisfy { $0.handleSecondsMean == 95 })
  }
}
