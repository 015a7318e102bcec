import Probability
import Testing

@Suite struct SampleQuantileTests {
  @Test("Quantiles are linear between neighbors")
  func linear() {
    #expect(SampleQuantile.of([3, 1, 2, 4], probability: 0.5) == 2.5)
    #expect(SampleQuantile.of([3, 1, 2, 4], probability: 0) == 1)
    #expect(SampleQuantile.of([3, 1, 2, 4], probability: 1) == 4)
    #expect(SampleQuantile.of([10], probability: 0.9) == 10)
  }

  @Test("No values, a NaN among them or an impossible probability give NaN")
  func nothing() {
    #expect(SampleQuantile.of([], probability: 0.5).isNaN)
    #expect(SampleQuantile.of([1, .nan], probability: 0.5).isNaN)
    #expect(SampleQuantile.of([1, 2], probability: 1.1).isNaN)
  }
}
