import Probability
import Testing

@Suite struct StudentQuantilesTests {
  @Test("Quantiles worked out before give the same intervals to the last bit")
  func same() {
    var plain = RatioStatistics()
    var controlled = ControlledRatioStatistics()
    for day in 1...12 {
      let offered = Double(100 + day * day % 17)
      plain.add(numerator: 0.8 * offered + Double(day % 3), denominator: offered)
      controlled.add(
        numerator: 0.8 * offered + Double(day % 3), denominator: offered, control: offered - 105)
    }
    let quantiles = StudentQuantiles(count: 12)
    #expect(plain.interval(quantiles) == plain.interval())
    #expect(controlled.interval(quantiles) == controlled.interval())
    // 11 and 10 degrees of freedom.
    #expect(abs(quantiles.plain - 2.200_985_16) < 1e-7)
    #expect(abs(quantiles.controlled - 2.228_138_85) < 1e-7)
  }

  @Test("Those of another number of replications are not used")
  func other() {
    var plain = RatioStatistics()
    for day in 1...5 { plain.add(numerator: Double(day), denominator: 10) }
    #expect(plain.interval(StudentQuantiles(count: 12)) == plain.interval())
    #expect(StudentQuantiles(count: 1).plain.isNaN)
    #expect(StudentQuantiles(count: 2).controlled.isNaN)
  }
}
