import Testing

@testable import Forecasting

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Level and carry-over")
struct CarryOverLevelTests {
  private static let buckets = [0..<1, 1..<7, 7..<Int.max]

  private static func series(_ count: Int, _ step: (inout Double, Double) -> Double) -> [Double] {
    var seed: UInt64 = 7
    var state = 0.0
    return (0..<count).map { _ in
      var sum = 0.0
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sum += Double(seed >> 11) / Double(1 << 53) - 0.5
      }
      return step(&state, sum)
    }
  }

  @Test("The same value every day is what is expected at every lead")
  func constant() {
    let values = [Double](repeating: 0.25, count: 60)
    let level = CarryOverLevel(values, warmUp: 14, buckets: Self.buckets)
    for value in level.forecast(values, leads: [0, 3, 20]) { #expect(abs(value - 0.25) < 1e-12) }
  }

  @Test("A deviation that fades by half a day is carried over and fades")
  func fading() {
    let values = Self.series(300) { state, shock in
      state = 0.5 * state + 0.05 * shock
      return state
    }
    let level = CarryOverLevel(values, warmUp: 14, buckets: Self.buckets)
    let shocked = values + [0.4]
    let ahead = level.forecast(shocked, leads: [0, 1, 20])
    let without = level.forecast(values + [0], leads: [0, 1, 20])
    // The best answer is 0.2 tomorrow, 0.1 the day after, nothing in three weeks.
    #expect(abs(ahead[0] - without[0] - 0.2) < 0.07)
    #expect(abs(ahead[1] - without[1] - 0.1) < 0.07)
    #expect(abs(ahead[2] - without[2]) < 0.04)
  }

  @Test("A level that wanders is followed")
  func wandering() {
    let values = Self.series(300) { state, shock in
      state += 0.05 * shock
      return state
    }
    let level = CarryOverLevel(values, warmUp: 14, buckets: Self.buckets)
    let last = values[values.count - 1]
    for value in level.forecast(values, leads: [0, 3]) { #expect(abs(value - last) < 0.05) }
  }

  @Test("Weights sum to one, and a history shorter than the warm-up weighs all alike")
  func weights() {
    let short = CarryOverLevel([0.1, 0.2], warmUp: 14, buckets: Self.buckets)
    let long = CarryOverLevel(
      Self.series(50) { _, shock in shock }, warmUp: 10, buckets: Self.buckets)
    for weights in short.weights + long.weights {
      #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
    }
    #expect(Set(short.weights[0]).count == 1)
    #expect(CarryOverLevel([], warmUp: 0, buckets: Self.buckets).forecast([], leads: [0]) == [0])
  }
}
