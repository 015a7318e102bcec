import Probability
import TestSupport
import Testing

@Suite struct ControlledRatioStatisticsTests {
  @Test("What the control explains altogether is known without error, however the control came out")
  func exact() {
    var statistics = ControlledRatioStatistics()
    for control in [-3.0, 1, 4, 10, 8] {
      statistics.add(numerator: 40 + 0.5 * control, denominator: 50 + control, control: control)
    }
    let interval = statistics.interval()
    #expect(abs(interval.estimate - 0.8) < 1e-14)
    #expect(interval.halfWidth < 1e-7)
    #expect(abs(statistics.plain.ratio - 42.0 / 54) < 1e-14)
  }

  // By hand: c = −1, 0, 1, 2 has mean 0.5 and S_cc = 5; y = 1, 2, 2, 5 has mean 2.5 and S_yc = 6; x = 2 throughout.
  // The slope is 1.2, the corrected mean 1.9, the residual sum 9 − 36/5 = 1.8, so s² = 0.9 and the standard error
  // is √(0.9 (1/4 + 0.25/5)) / 2 = √0.27 / 2.
  @Test("The corrected mean and its error are those of the regression at the control's mean")
  func worked() {
    var statistics = ControlledRatioStatistics()
    for (control, numerator) in [(-1.0, 1.0), (0, 2), (1, 2), (2, 5)] {
      statistics.add(numerator: numerator, denominator: 2, control: control)
    }
    let interval = statistics.interval()
    #expect(statistics.isControlled)
    #expect(abs(interval.estimate - 0.95) < 1e-14)
    #expect(abs(interval.standardError - 0.27.squareRoot() / 2) < 1e-14)
    // Two degrees of freedom.
    #expect(abs(interval.halfWidth / interval.standardError - 4.302_652_73) < 1e-6)
  }

  @Test("Without a control, or with one that never varies, it is the plain ratio to the last bit")
  func plain() {
    var plain = RatioStatistics()
    var without = ControlledRatioStatistics()
    var constant = ControlledRatioStatistics()
    for (numerator, denominator) in [(8.0, 10.0), (15, 20), (27, 30), (9, 11), (3, 7)] {
      plain.add(numerator: numerator, denominator: denominator)
      without.add(numerator: numerator, denominator: denominator)
      constant.add(numerator: numerator, denominator: denominator, control: 2)
    }
    #expect(without.interval() == plain.interval())
    #expect(constant.interval() == plain.interval())
    #expect(!constant.isControlled)
  }

  // 2,000 experiments of 20 days; more contacts bring a worse level. E[met] = 160 of E[offered] = 200.
  @Test(
    "The half-width falls, the estimate stays unbiased, and the interval covers as often as it says"
  )
  func coverage() {
    var stream = Xoshiro256(StreamKey(seed: 3, purpose: "control"))
    var covered = 0
    var plainWidth = RunningStatistics()
    var width = RunningStatistics()
    var estimates = RunningStatistics()
    for _ in 0..<2000 {
      var statistics = ControlledRatioStatistics()
      for _ in 0..<20 {
        let offered = Poisson(mean: 200).sample(using: &stream)
        let met = 160 - 0.6 * (offered - 200) + 4 * stream.normal()
        statistics.add(numerator: met, denominator: offered, control: offered - 200)
      }
      let interval = statistics.interval()
      if interval.contains(0.8) { covered += 1 }
      estimates.add(interval.estimate)
      width.add(interval.halfWidth)
      plainWidth.add(statistics.plain.interval().halfWidth)
    }
    #expect(width.mean < 0.3 * plainWidth.mean, "\(width.mean) and \(plainWidth.mean)")
    #expect(estimates.meanInterval(confidence: 0.999).contains(0.8), "\(estimates.mean)")
    // 1,900 expected, standard deviation about 10.
    #expect((1865...1935).contains(covered), "covered \(covered)")
  }
}
