import TestSupport
import Testing

@testable import Forecasting

@Suite("Day ratio variance")
struct DayRatioVarianceTests {
  @Test("It never falls with the weeks between, and bounds what a model claims")
  func bounds() {
    let ratios = DayRatioVariance(CleanDays(SampleSeries.series(.levelShift)))
    #expect(ratios.byWeek == ratios.byWeek.sorted())
    #expect(ratios.byWeek[0] > 0)
    #expect(ratios.bounded(0, weeks: 2) == 0.5 * ratios.byWeek[0])
    #expect(ratios.bounded(.infinity, weeks: 99) == ratios.byWeek[3])
    #expect(ratios.variance(weeks: -1) == ratios.byWeek[0])
  }

  @Test("Days alike within chance have none")
  func alike() {
    let ratios = DayRatioVariance(CleanDays(SampleSeries.series(.constant)))
    #expect(ratios.byWeek == [0, 0, 0, 0])
  }
}
