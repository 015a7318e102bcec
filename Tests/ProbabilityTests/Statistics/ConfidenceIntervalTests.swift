import Probability
import Testing

@Suite struct ConfidenceIntervalTests {
  @Test("The half-width is a Student quantile times the standard error")
  func halfWidth() {
    let interval = ConfidenceInterval(estimate: 10, standardError: 2, degreesOfFreedom: 9)
    #expect(abs(interval.halfWidth - 2 * 2.262_157_162_798_204_9) < 1e-12)
    #expect(interval.contains(14.5))
    #expect(!interval.contains(14.6))
  }

  @Test("Without degrees of freedom there is no interval")
  func none() {
    #expect(
      ConfidenceInterval(estimate: 1, standardError: 0, degreesOfFreedom: 0).halfWidth.isNaN)
  }
}
