import Foundation
import Testing

@testable import Forecasting

@Suite("Stationarity test")
struct StationarityTestTests {
  @Test("Statistic and differences are R's")
  func reference() throws {
    let series = ArimaReferenceCase.series
    let rows = ArimaReferenceCase.rows("arima-stationarity.csv")
    #expect(rows.count == 7)
    for row in rows {
      // The last is the shortest series with a trend added.
      let values =
        row[0] == "trend"
        ? (series["short"] ?? []).enumerated().map { $1 + 0.5 * Double($0 + 1) }
        : series[row[0]] ?? []
      let expected = try #require(Double(row[1]))
      #expect(abs(StationarityTest.levelStatistic(values) - expected) < 1e-9 * expected, "\(row)")
      #expect(StationarityTest.differences(values, maximum: 2) == Int(row[2]), "\(row)")
    }
  }

  @Test("Constant, empty and missing series need no difference")
  func none() {
    for values in [[], [1], [Double](repeating: 3, count: 50), [.nan, .nan, 2, .nan]] {
      #expect(StationarityTest.levelStatistic(values) == 0)
      #expect(StationarityTest.differences(values, maximum: 2) == 0)
    }
    #expect(StationarityTest.differences([1, 2, 3, 4, 5], maximum: -1) == 0)
  }
}
