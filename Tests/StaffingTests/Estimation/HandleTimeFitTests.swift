import ContactCenter
import Testing

@testable import Staffing

@Suite struct HandleTimeFitTests {
  @Test("Mean and variation are the sample's")
  func moments() throws {
    let fit = try #require(HandleTimeFit([100, 200, 300, 400, 0, -5, .nan]))
    #expect(fit.mean.value == 250)
    #expect(fit.mean.count == 4)
    // s = 129.0994; t(3) at 0.975 is 3.18245.
    #expect(abs(fit.variation.value - 129.0994 / 250) < 1e-6)
    #expect(abs(fit.mean.upper - (250 + 3.18245 * 129.0994 / 2)) < 1e-3)
  }

  @Test("One time, or the same throughout, has no spread to fit")
  func degenerate() {
    #expect(HandleTimeFit([120]) == nil)
    #expect(HandleTimeFit([120, 120, 120]) == nil)
    #expect(HandleTimeFit([]) == nil)
  }

  @Test("Gamma's shape solves its equation")
  func gammaShape() {
    for shape in [0.05, 0.7, 1, 3, 80, 5000] {
      let excess = logarithm(shape) - digamma(shape)
      #expect(abs(HandleTimeFit.gammaShape(excess: excess) / shape - 1) < 1e-7)
    }
  }

  @Test("Wilson's interval of a share: 10 of 100 is 5.5 % to 17.4 %")
  func wilson() throws {
    let share = try #require(FittedValue.share(10, of: 100, confidence: 0.95))
    #expect(abs(share.lower - 0.05523) < 1e-5)
    #expect(abs(share.upper - 0.17437) < 1e-5)
    #expect(FittedValue.share(0, of: 0, confidence: 0.95) == nil)
    #expect(FittedValue.share(0, of: 20, confidence: 0.95)?.lower == 0)
    #expect(FittedValue.share(20, of: 20, confidence: 0.95)?.upper == 1)
  }

  @Test("A ratio of sums: the error of Σa/Σb by the delta method")
  func ratio() throws {
    let value = try #require(
      FittedValue.ratio([(10, 100), (30, 200), (15, 100)], confidence: 0.95))
    #expect(abs(value.value - 55.0 / 400) < 1e-12)
    // Residuals −3.75, 2.5, 1.25: √(3/2 · 21.875)/400 = 0.0143205; t(2) is 4.302653.
    #expect(abs(value.upper - (0.1375 + 4.302653 * 0.0143205)) < 1e-5)
  }
}
