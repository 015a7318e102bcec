import TestSupport
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Harmonic regression")
struct HarmonicRegressionTests {
  private static func truth(_ t: Int) -> Double {
    20 + 5 * sin(2 * Double.pi * Double(t) / 24) + 2 * cos(2 * Double.pi * Double(t) / 168)
  }

  @Test("Days and weeks are continued across gaps")
  func continued() throws {
    let noise = SimulatedSeries.arma([0.4], [], count: 840)
    let values = noise.indices.map { $0 / 24 == 12 ? .nan : Self.truth($0) + noise[$0] }
    let fitted = try HarmonicRegression().fit(SeasonalSeries(values: values, periods: [24, 168]))
    let ahead = fitted.forecast(steps: 168)
    let error = (0..<168).reduce(0) { $0 + abs(ahead.mean[$1] - Self.truth(840 + $1)) } / 168
    #expect(error < 0.5)
    #expect(ahead.variance.allSatisfy { $0 > 0.5 && $0 < 4 })
    #expect(fitted.parameters.contains { $0.name == "amplitude 1/24" && abs($0.value - 5) < 0.4 })
  }

  @Test("Two absurd values at the very end do not move the weeks that follow")
  func absurdEnd() throws {
    let noise = SimulatedSeries.arma([0.6], [], count: 840)
    var values = noise.indices.map { Self.truth($0) + noise[$0] }
    func mean(_ values: [Double]) throws -> Double {
      try HarmonicRegression().fit(SeasonalSeries(values: values, periods: [24, 168]))
        .forecast(steps: 336).mean.reduce(0, +) / 336
    }
    let plain = try mean(values)
    values[838] -= 30
    values[839] -= 30
    #expect(abs(try mean(values) - plain) < 0.2)
  }

  @Test("Given harmonics are kept")
  func given() throws {
    let noise = SimulatedSeries.noise(336)
    let values = noise.indices.map { Self.truth($0) + noise[$0] }
    let fitted = try HarmonicRegression(harmonics: [2, 1])
      .fit(SeasonalSeries(values: values, periods: [24, 168]))
    #expect(fitted.parameters.count { $0.name.hasPrefix("amplitude") } == 3)
  }

  @Test(
    "Short and constant series give finite numbers or are refused",
    arguments: [
      [], [1], [.nan, .nan], [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], [1, 2, 3],
      (0..<100).map { Double($0 % 4) }, [Double](repeating: 0, count: 60),
    ])
  func bare(values: [Double]) {
    guard
      let ahead = try? HarmonicRegression().fit(SeasonalSeries(values: values, periods: [4, 28]))
        .forecast(steps: 9)
    else {
      #expect(values.count { !$0.isNaN } < 2)
      return
    }
    #expect(ahead.mean.count == 9 && ahead.mean.allSatisfy { $0.isFinite })
    #expect(ahead.variance.allSatisfy { $0.isFinite && $0 >= 0 })
  }

  @Test("Odd series give finite numbers or are refused")
  func odd() {
    let count = TestBuild.isOptimized ? 1260 : 42
    let broken = (0..<count).compactMap {
      OddSeries.broken(HarmonicRegression(), $0 * (TestBuild.isOptimized ? 1 : 31))
    }
    #expect(broken == [])
  }
}
