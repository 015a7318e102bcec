import ContactCenter
import Testing

@testable import Staffing

@Suite struct PatienceFitTests {
  @Test("Exponential patience is all waiting over abandons, with the interval of a Poisson count")
  func exponential() throws {
    let fit = try #require(PatienceFit.exponential(totalSeconds: 1000, events: 10))
    #expect(fit.mean.value == 100)
    // χ² quantiles: 0.975 of 22 is 36.7807, 0.025 of 20 is 9.5908.
    #expect(abs(fit.mean.lower - 2000 / 36.7807) < 1e-3)
    #expect(abs(fit.mean.upper - 2000 / 9.5908) < 1e-2)
    #expect(PatienceFit.exponential(totalSeconds: 1000, events: 0) == nil)
  }

  @Test("Nobody who gave up: no family; too few: the exponential alone")
  func thin() {
    #expect(PatienceFit.all(CensoredTimes(events: [], censored: [1, 2])).isEmpty)
    let few = PatienceFit.all(CensoredTimes(events: [3, 5, 9], censored: [1, 2]))
    #expect(few.map(\.name) == ["exponential"])
  }

  @Test("Times that are all the same have no shape")
  func same() {
    let times = CensoredTimes(events: Array(repeating: 30, count: 40), censored: [])
    #expect(PatienceFit.weibull(times, confidence: 0.95) == nil)
    #expect(!PatienceFit.all(times).isEmpty)
  }

  @Test("A family knows its own curve")
  func survival() throws {
    let times = CensoredTimes(
      events: (1...60).map { Double($0 * $0) }, censored: (1...30).map { Double($0 * 40) })
    for fit in PatienceFit.all(times) {
      #expect(abs(fit.survival(at: 0) - 1) < 1e-12)
      // The mean is the integral of the curve.
      var area = 0.0
      var seconds = 0.0
      while seconds < 60_000 {
        area += 5 * fit.survival(at: seconds + 2.5)
        seconds += 5
      }
      #expect(abs(area / fit.mean.value - 1) < 0.01, "\(fit.name)")
    }
  }

  @Test("The digamma function: ψ(1) = −γ, ψ(1/2) = −γ − 2 log 2, and ψ(x + 1) = ψ(x) + 1/x")
  func digammaValues() {
    #expect(abs(digamma(1) + 0.577_215_664_901_532_9) < 1e-14)
    #expect(abs(digamma(0.5) + 1.963_510_026_021_423_5) < 1e-14)
    for x in [0.01, 0.3, 4.0, 9.99, 250] {
      #expect(abs(digamma(x + 1) - digamma(x) - 1 / x) < 1e-12 * max(1, 1 / x))
    }
    #expect(digamma(0).isNaN)
  }
}
