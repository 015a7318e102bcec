import LinearAlgebra
import Probability
import Testing

@testable import Forecasting

@Suite("Queue correlation")
struct QueueCorrelationTests {
  private func errors(_ share: Double, seed: UInt64) -> [[(ordinal: Int, error: Double)]] {
    var stream = Xoshiro256(StreamKey(seed: seed, purpose: "queues"))
    var one: [(ordinal: Int, error: Double)] = []
    var other = one
    for day in 0..<300 {
      let common = share.squareRoot() * stream.normal()
      one.append((day, common + (1 - share).squareRoot() * stream.normal()))
      if day % 3 > 0 { other.append((day, common + (1 - share).squareRoot() * stream.normal())) }
    }
    return [one, other]
  }

  @Test("Queues that share 60 % of their error are found to, on the days both have")
  func shared() {
    let found = QueueCorrelation(errors(0.6, seed: 1), signal: [1, 1])
    // 200 common days know a correlation of 0.6 to 0.045.
    #expect(abs(found.correlations[0, 1] - 0.6) < 0.14)
    let product = zip(found.mixing[0], found.mixing[1]).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(product - found.correlations[0, 1]) < 1e-12)
    for row in found.mixing { #expect(abs(row.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12) }
  }

  @Test("Noise of counts hides correlation, and is taken off")
  func attenuated() {
    let plain = QueueCorrelation(errors(0.3, seed: 3), signal: [1, 1]).correlations[0, 1]
    let corrected = QueueCorrelation(errors(0.3, seed: 3), signal: [0.5, 0.5]).correlations[0, 1]
    #expect(abs(corrected - min(1, 2 * plain)) < 1e-9)
  }

  @Test("Independent queues are shrunk to none, and so are queues with few common days")
  func independent() {
    #expect(abs(QueueCorrelation(errors(0, seed: 2), signal: [1, 1]).correlations[0, 1]) < 0.1)
    let few = errors(1, seed: 2).map { Array($0.prefix(12)) }
    #expect(QueueCorrelation(few, signal: [1, 1]).correlations[0, 1] == 0)
    #expect(QueueCorrelation([[]], signal: [0]).mixing == [[1]])
    #expect(QueueCorrelation([], signal: []).mixing.isEmpty)
  }

  @Test("What pairs alone say together must be possible")
  func valid() {
    let days = errors(0.8, seed: 4)
    let found = QueueCorrelation(
      [days[0], days[1], days[0].map { ($0.ordinal, -$0.error) }], signal: [0.3, 0.3, 0.3])
    for i in 0..<3 {
      #expect(abs(found.correlations[i, i] - 1) < 1e-12)
      for j in 0..<3 { #expect(abs(found.correlations[i, j]) <= 1 + 1e-12) }
    }
  }
}
