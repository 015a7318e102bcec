import Foundation
import Testing

@testable import Queueing

@Suite("The root of a falling function")
struct RootSearchTests {
  private func root(
    _ low: Double, _ high: Double, _ function: @escaping (Double) -> Double
  ) -> (root: Double, evaluations: Int) {
    var evaluations = 0
    let found = fallingRoot(
      from: low, function(low), to: high, function(high), tolerance: 1e-13
    ) {
      evaluations += 1
      return function($0)
    }
    return (found, evaluations)
  }

  @Test(
    "smooth, flat and steep functions: the root within 1e-13, from the side that is not negative")
  func roots() {
    let cases: [(Double, (Double) -> Double, Int)] = [
      (2, { 2 - $0 }, 12), (log(7), { 7 - exp($0) }, 16), (1.5, { pow(1.5 - $0, 9) }, 120),
      (3, { tanh(50 * (3 - $0)) }, 30),
    ]
    for (expected, function, most) in cases {
      let (found, evaluations) = root(0, 10, function)
      #expect(function(found) >= 0)
      #expect(abs(found - expected) < 1e-12 || function(found) < 1e-100)
      #expect(evaluations <= most)
    }
  }

  @Test("a jump is found as a root is")
  func jump() {
    let (found, evaluations) = root(0, 10) { $0 <= 2.75 ? 0.3 : -1 }
    #expect(found <= 2.75 && found > 2.75 - 1e-12)
    #expect(evaluations < 70)
  }
}
