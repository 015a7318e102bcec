import Foundation
import Testing

@testable import Queueing

@Suite("A patience curve")
struct PatienceCurveTests {
  private static let laws: [PatienceLaw] = [
    .exponential(mean: 120), .deterministic(60), .uniform(longest: 240),
    .lognormal(mean: 60, variation: 2.5), .lognormal(mean: 300, variation: 0.05),
    .weibull(shape: 0.6, mean: 120), .weibull(shape: 5, mean: 120),
    .hyperexponential(share: 0.3, first: 5, second: 300),
  ]

  @Test("both sides add up, and the partial mean grows to the mean", arguments: laws)
  func sides(law: PatienceLaw) {
    let curve = PatienceCurve(law)
    var before = 0.0
    for step in -40...120 {
      let point = curve.at(pow(1.3, Double(step)))
      #expect(abs(point.survival + point.failure - 1) < 1e-14)
      #expect(point.partialMean >= before)
      before = point.partialMean
    }
    #expect(abs(before - law.mean) < 1e-9 * law.mean)
    #expect(curve.at(0).failure == 0)
    #expect(curve.at(0).partialMean == 0)
  }

  @Test("the mean within x is the integral of the survival", arguments: laws)
  func integral(law: PatienceLaw) {
    let curve = PatienceCurve(law)
    // 40,000 midpoints: within 1e-4 also across a step.
    let end = 2.5 * law.mean
    let width = end / 40_000
    let sum = (0..<40_000).reduce(0.0) { sum, index in
      sum + curve.at((Double(index) + 0.5) * width).survival * width
    }
    #expect(abs(curve.at(end).meanWithin(end) - sum) < 1e-4 * law.mean)
  }

  @Test("panels go up and down without end or stop", arguments: laws)
  func panels(law: PatienceLaw) {
    let curve = PatienceCurve(law)
    var x = 1e-9
    var count = 0
    while x < 1e6, count < 2000 {
      let next = max(curve.panelEnd(above: x), 1e-9)
      #expect(next > x)
      x = next
      count += 1
    }
    #expect(count < 300)
    count = 0
    while x > 1e-9, count < 2000 {
      let next = curve.panelEnd(below: x)
      #expect(next < x)
      x = next
      count += 1
    }
    #expect(count < 300)
  }
}
