import Probability
import Testing

@Suite struct WarmUpTruncationTests {
  /// The formula as it is written.
  private static func byDefinition(_ values: [Double]) -> Int? {
    let errors = (0...(values.count / 2)).map { d in
      let rest = values[d...]
      let mean = rest.reduce(0, +) / Double(rest.count)
      let squares = rest.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
      return squares / Double(rest.count * rest.count)
    }
    let best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
    return best < values.count / 2 ? best : nil
  }

  @Test("It is the smallest marginal standard error, whatever the sequence")
  func definition() {
    var stream = Xoshiro256(StreamKey(seed: 8, purpose: "truncation"))
    var lengths: Set<Int?> = []
    for round in 0..<300 {
      let transient = Double(round % 7) * 3
      let values = (0..<(4 + round % 60)).map { index in
        let start = Double(index)
        return transient / (1 + start) + stream.normal()
      }
      let found = WarmUpTruncation.marginalStandardError(values)
      #expect(found == Self.byDefinition(values), "\(values)")
      lengths.insert(found)
    }
    // The rounds must not all have the same answer.
    #expect(lengths.count > 10)
  }

  @Test("A transient is cut off where it sinks into the noise")
  func transient() throws {
    var stream = Xoshiro256(StreamKey(seed: 9, purpose: "truncation"))
    // 20 at the start, below 0.15 from the 50th value on; noise of deviation 1.
    let values = (0..<400).map { index -> Double in
      var decay = 20.0
      for _ in 0..<index { decay *= 0.9 }
      return 5 + decay + stream.normal()
    }
    let found = try #require(WarmUpTruncation.marginalStandardError(values))
    #expect((15...60).contains(found), "\(found)")
  }

  @Test("Equal values have no warm-up; a trend, or too few values, have no end of it")
  func edges() {
    #expect(WarmUpTruncation.marginalStandardError(Array(repeating: 3, count: 40)) == 0)
    #expect(WarmUpTruncation.marginalStandardError((0..<100).map(Double.init)) == nil)
    #expect(WarmUpTruncation.marginalStandardError([1, 1, 1]) == nil)
    #expect(WarmUpTruncation.marginalStandardError([1, 1, .nan, 1, 1, 1]) == nil)
  }
}
