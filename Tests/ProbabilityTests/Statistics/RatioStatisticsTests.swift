import Probability
import TestSupport
import Testing

@Suite struct RatioStatisticsTests {
  @Test("The ratio is that of the sums, its error that of the residuals")
  func worked() {
    var statistics = RatioStatistics()
    let pairs: [(Double, Double)] = [(8, 10), (15, 20), (27, 30)]
    for (numerator, denominator) in pairs {
      statistics.add(numerator: numerator, denominator: denominator)
    }
    let ratio = 50.0 / 60
    #expect(abs(statistics.ratio - ratio) < 1e-15)
    let residuals = pairs.map { ($0.0 - ratio * $0.1) * ($0.0 - ratio * $0.1) }.reduce(0, +)
    let error = (residuals / 2 / 3).squareRoot() / 20
    #expect(abs(statistics.standardError - error) < 1e-15)
  }

  @Test("A constant ratio has no error, an empty one no value")
  func degenerate() {
    var statistics = RatioStatistics()
    #expect(statistics.ratio.isNaN)
    statistics.add(numerator: 0, denominator: 0)
    #expect(statistics.ratio.isNaN)
    var constant = RatioStatistics()
    for count in 1...50 { constant.add(numerator: Double(count) * 0.3, denominator: Double(count)) }
    #expect(constant.standardError < 1e-9)
  }

  // 2,000 experiments of 20 days: the 95 % interval should hold the truth 1,900 times, standard deviation about 10.
  @Test("The 95 % interval covers about as often as it says")
  func coverage() {
    var stream = Xoshiro256(StreamKey(seed: 3, purpose: "coverage"))
    var covered = 0
    for _ in 0..<2000 {
      var statistics = RatioStatistics()
      for _ in 0..<20 {
        let offered = Poisson(mean: 200).sample(using: &stream)
        let met = (0..<Int(offered)).reduce(0) { sum, _ in sum + (stream.uniform() < 0.8 ? 1 : 0) }
        statistics.add(numerator: Double(met), denominator: offered)
      }
      if statistics.interval().contains(0.8) { covered += 1 }
    }
    #expect((1850...1940).contains(covered), "covered \(covered)")
  }
}
