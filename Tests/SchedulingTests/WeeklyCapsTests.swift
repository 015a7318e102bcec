import Testing

@testable import Scheduling

@Suite struct WeeklyCapsTests {
  @Test(
    "shares add up, follow their weights and favor the larger remainder, then the earlier",
    arguments: [
      (10, [1.0, 1, 1], [4, 3, 3]),
      (5, [0, 0], [3, 2]),
      (7, [3, 0, 4], [3, 0, 4]),
      (0, [1, 2], [0, 0]),
      (3, [0.1, 0.9], [0, 3]),
    ] as [(Int, [Double], [Int])])
  func apportions(total: Int, weights: [Double], expected: [Int]) {
    #expect(WeeklyCaps.apportion(total, by: weights) == expected)
  }

  @Test("no days, no shares")
  func none() {
    #expect(WeeklyCaps.apportion(3, by: []).isEmpty)
  }
}
