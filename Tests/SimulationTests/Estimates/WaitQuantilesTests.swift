import Probability
import Testing

@testable import Simulation

@Suite struct WaitQuantilesTests {
  @Test("Every wait lies between the edges of its bucket, and buckets leave no gap")
  func edges() {
    for bucket in 1..<WaitHistograms.size {
      let edges = WaitHistograms.edges(of: bucket)
      #expect(WaitHistograms.edges(of: bucket - 1).upperBound == edges.lowerBound)
      #expect(WaitHistograms.bucket(edges.lowerBound) == bucket)
      #expect(WaitHistograms.bucket(edges.upperBound.nextDown) == bucket)
    }
    #expect(WaitHistograms.bucket(0) == 0)
    #expect(WaitHistograms.bucket(1e9) == WaitHistograms.size - 1)
  }

  // Exponential waits with mean 60: the p-quantile is −60 ln(1 − p).
  @Test("Quantiles of many waits are those of their distribution")
  func exponential() throws {
    var stream = Xoshiro256(StreamKey(seed: 4, purpose: "waits"))
    let waits = Exponential(mean: 60)
    var sum = WaitQuantiles(queueCount: 2)
    for _ in 0..<2 {
      sum.add(
        HandMade.waits(days: 1) { counts in
          for _ in 0..<100_000 {
            let bucket = WaitHistograms.bucket(waits.sample(using: &stream))
            counts[WaitHistograms.size + bucket] += 1
          }
        })
    }
    sum.add(HandMade.waits(days: 1) { $0[0] = 200_000 })
    let waiting = sum.histogram(days: 0..<1, queues: [1])
    for probability in [0.25, 0.5, 0.9, 0.95] {
      let found = try #require(WaitQuantiles.quantile(waiting, probability: probability))
      let exact = waits.quantile(probability)
      // The standard error is at most 0.45 %, and what is linear inside a bucket 6 % wide is off by less than 0.1 %.
      #expect(abs(found / exact - 1) < 0.02, "\(probability): \(found), exact \(exact)")
    }
    // As many answered at once: the median of all is 0, and the 95 % quantile the 90 % one of the others.
    let all = sum.histogram(days: 0..<1, queues: [0, 1])
    #expect(WaitQuantiles.quantile(all, probability: 0.5) == 0)
    #expect(
      WaitQuantiles.quantile(all, probability: 0.95)
        == WaitQuantiles.quantile(waiting, probability: 0.9))
  }

  @Test("Nothing counted has no quantile")
  func nothing() {
    let empty = WaitQuantiles(queueCount: 3)
    let histogram = empty.histogram(days: 0..<2, queues: [0, 2])
    #expect(histogram.reduce(0, +) == 0)
    #expect(WaitQuantiles.quantile(histogram, probability: 0.5) == nil)
  }
}
