import Probability
import Testing

@Suite struct RunningStatisticsTests {
  @Test("Mean and variance of a few numbers")
  func few() {
    var statistics = RunningStatistics()
    for value in [2.0, 4, 4, 4, 5, 5, 7, 9] { statistics.add(value) }
    #expect(statistics.mean == 5)
    #expect(abs(statistics.variance - 32 / 7.0) < 1e-14)
    // t(7, .975) = 2.364624251592785 times √(32/7/8).
    #expect(abs(statistics.meanInterval().halfWidth - 1.787_487_918_236_211) < 1e-12)
  }

  @Test("Merging parts gives the whole")
  func merge() {
    var whole = RunningStatistics()
    var left = RunningStatistics()
    var right = RunningStatistics()
    for index in 0..<100 {
      let value = 1e6 + Double(index * index % 37)
      whole.add(value)
      if index < 30 { left.add(value) } else { right.add(value) }
    }
    left.merge(right)
    left.merge(RunningStatistics())
    #expect(left.count == whole.count)
    #expect(abs(left.mean - whole.mean) < 1e-8)
    #expect(abs(left.variance / whole.variance - 1) < 1e-9)
  }

  @Test("Too few values have no variance")
  func tooFew() {
    var statistics = RunningStatistics()
    #expect(statistics.meanInterval().estimate.isNaN)
    statistics.add(3)
    #expect(statistics.meanInterval().estimate == 3)
    #expect(statistics.meanInterval().halfWidth.isNaN)
  }
}
