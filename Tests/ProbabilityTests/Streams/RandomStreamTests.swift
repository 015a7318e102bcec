import Probability
import TestSupport
import Testing

@Suite struct RandomStreamTests {
  @Test("The open uniform never touches its ends, whatever the bits")
  func openUniform() {
    var zeros = Constant(bits: 0)
    var ones = Constant(bits: .max)
    #expect(zeros.uniformOpen() > 0)
    #expect(ones.uniformOpen() < 1)
    #expect(zeros.uniform() == 0)
    #expect(ones.uniform() < 1)
  }

  // Published first outputs of splitmix64.c from state 0.
  @Test("SplitMix64 gives its published sequence")
  func splitMix() {
    var stream = SplitMix64(key: 0)
    #expect(stream.next() == 0xe220_a839_7b1d_cdaf)
    #expect(stream.next() == 0x6e78_9e6a_a1b9_65f4)
    #expect(stream.next() == 0x06c4_5d18_8009_454f)
  }

  @Test("The same key gives the same stream and a copy the same future")
  func reproducible() {
    var first = Xoshiro256(key: 7)
    var second = Xoshiro256(key: 7)
    #expect((0..<100).map { _ in first.next() } == (0..<100).map { _ in second.next() })
    var copy = first
    #expect(copy.next() == first.next())
  }

  @Test("Exponential and normal variates reach their tails with the right probability")
  func tails() {
    var stream = Xoshiro256(key: 42)
    let count = TestBuild.isOptimized ? 20_000_000 : 200_000
    var exponentialTail = 0
    var normalTail = 0
    for _ in 0..<count {
      if stream.exponential() > 7.697_117_470_131_05 { exponentialTail += 1 }
      if abs(stream.normal()) > 3.654_152_885_361_008_8 { normalTail += 1 }
    }
    // P(E > r) = e⁻ʳ = 4.5414e-4; P(|Z| > r) = 2.5804e-4; four standard errors of a Poisson count.
    let exponentialMean = 4.541_394e-4 * Double(count)
    let normalMean = 2.580_326e-4 * Double(count)
    #expect(abs(Double(exponentialTail) - exponentialMean) < 4 * exponentialMean.squareRoot())
    #expect(abs(Double(normalTail) - normalMean) < 4 * normalMean.squareRoot())
  }
}

private struct Constant: RandomStream {
  var bits: UInt64
  init(key: UInt64) { bits = key }
  init(bits: UInt64) { self.bits = bits }
  mutating func next() -> UInt64 { bits }
}
