import Testing

@testable import Forecasting

@Suite("Count scale")
struct CountScaleTests {
  @Test("Without noise every scale gives back the count")
  func roundTrip() {
    for count in [0.0, 0.5, 3, 1000, 1e12] {
      let tolerance = 1e-12 * max(1, count)
      for scale in [CountScale.plain, .root, .logarithm] {
        #expect(abs(scale.count(scale.value(count), noise: 0) - count) <= tolerance)
      }
    }
    #expect(CountScale.logarithm.value(.nan).isNaN && CountScale.root.value(.nan).isNaN)
  }

  @Test("Noise raises the mean behind a bent scale and never a plain one")
  func noise() {
    #expect(CountScale.plain.count(5, noise: 2) == 5)
    #expect(abs(CountScale.root.count(3, noise: 0.25) - 9) < 1e-12)
    #expect(CountScale.logarithm.count(3, noise: 0.1) > CountScale.logarithm.count(3, noise: 0))
    #expect(CountScale.logarithm.count(1e9, noise: 1e9).isFinite)
    #expect(CountScale.plain.count(-4, noise: 0) == 0)
  }
}
