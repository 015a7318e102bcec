import Testing

@testable import Forecasting

@Suite("Multiple seasons")
struct MultipleSeasonsTests {
  @Test("Trend and seasons are those of R's mstl")
  func components() throws {
    let series = try SmoothingTables.series()
    var parts: [String: MultipleSeasons] = [:]
    let periods = ["quarter": [48, 336], "month": [24, 168], "hours": [24], "monthly": [12]]
    var compared = 0
    for row in try SmoothingTables.rows("decomposition") {
      let name = row["series"] ?? ""
      let ours: MultipleSeasons
      if let known = parts[name] {
        ours = known
      } else {
        ours = MultipleSeasons(
          try #require(series[name]).values, periods: try #require(periods[name]))
        parts[name] = ours
      }
      let i = try #require(Int(row["index"] ?? "")) - 1
      #expect(agree(ours.trend[i], try SmoothingTables.number(row, "trend")), "\(name) \(i)")
      #expect(
        agree(ours.seasons[0][i], try SmoothingTables.number(row, "short")), "\(name) \(i)")
      if ours.seasons.count > 1 {
        #expect(
          agree(ours.seasons[1][i], try SmoothingTables.number(row, "long")), "\(name) \(i)")
      }
      compared += 1
    }
    #expect(compared == 1808)
  }

  @Test("Parts add up to the series, and too long periods are dropped")
  func sums() {
    let y = (0..<100).map { Double($0 % 7) + Double($0 % 60) / 10 }
    let parts = MultipleSeasons(y, periods: [7, 60])
    #expect(parts.periods == [7])
    for i in y.indices { #expect(abs(parts.adjusted[i] + parts.seasons[0][i] - y[i]) < 1e-12) }
  }

  @Test("Missing values are filled from the same place in the season")
  func filling() {
    #expect(MultipleSeasons.filled([.nan, 2, 3, .nan], period: 2) == [3, 2, 3, 2])
    #expect(MultipleSeasons.filled([.nan, .nan], period: 1) == [0, 0])
  }
}
