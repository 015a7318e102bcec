import ContactCenter
import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct LevelShiftTests {
  private func shift(_ days: Int, _ total: (Int) -> Double) -> LevelShift? {
    let totals = (0..<days).map { d in
      total(d) * [1.3, 1.1, 1, 1, 0.9, 0.5, 0.4][d % 7] * (0.95 + 0.1 * SampleHistory.noise(d))
    }
    return LevelShift.clearest(totals, weekdays: (0..<days).map { $0 % 7 })
  }

  @Test("A step is dated and sized", arguments: [0.5, 1.6, 3])
  func step(ratio: Double) throws {
    let found = try #require(shift(200) { $0 >= 120 ? 1000 * ratio : 1000 })
    // The medians of four weeks beside each other may place the edge a day or two off.
    #expect(abs(found.day - 120) <= 2)
    #expect(abs(found.ratio / ratio - 1) < 0.08)
  }

  @Test("Growth, a season, a short campaign and noise are no shift")
  func others() {
    #expect(shift(300) { 1000 * (1 + Double($0) / 150) } == nil)
    #expect(shift(364) { 1000 * (1 + 0.4 * sin(Double($0) / 58)) } == nil)
    #expect(shift(200) { (100..<106).contains($0) ? 2000 : 1000 } == nil)
    #expect(shift(200) { 1000 * (0.5 + SampleHistory.noise($0, 5)) } == nil)
    #expect(shift(20) { $0 > 10 ? 2000 : 1000 } == nil)
  }
}
