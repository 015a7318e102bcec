import ContactCenter
import Testing

@testable import Forecasting

@Suite("Combination of models")
struct CombinationWeightsTests {
  /// A replay of two members on days of one slot: the first is right, the second off by `miss`.
  static func replay(days: Int, folds: Int, miss: Double, actual: Double = 100) -> RollingReplay {
    let future = (0..<days).map {
      ModelDay(date: SampleHistory.monday.advanced(by: $0), open: [true])
    }
    func forecast(_ mean: Double) -> DayForecast {
      var result = DayForecast(zerosForDays: days, slotCount: 1)
      result.mean = [Double](repeating: mean, count: days)
      CountQuantiles.write(into: &result, variance: result.mean)
      return result
    }
    let fold = RollingReplay.Fold(
      days: future, actuals: (0..<days).map { actual + ($0 % 2 == 0 ? 2 : -2) },
      forecasts: [forecast(100), forecast(100 + miss)])
    return RollingReplay(folds: Array(repeating: fold, count: folds))
  }

  @Test("Without a replay all count alike")
  func equal() {
    let weights = CombinationWeights(RollingReplay(folds: []), memberCount: 3)
    #expect(weights.weights.allSatisfy { $0 == [1.0 / 3, 1.0 / 3, 1.0 / 3] })
  }

  @Test("A member that misses counts less, the more days say so")
  func better() {
    let few = CombinationWeights(Self.replay(days: 28, folds: 1, miss: 4), memberCount: 2)
    let many = CombinationWeights(Self.replay(days: 28, folds: 4, miss: 4), memberCount: 2)
    for b in LeadBuckets.all.indices {
      #expect(few.weights[b][0] > 0.5)
      #expect(many.weights[b][0] > few.weights[b][0])
      #expect(abs(many.weights[b].reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test("Quantiles are averaged, and stay ordered")
  func average() {
    let replay = Self.replay(days: 2, folds: 1, miss: 50)
    let weights = CombinationWeights(memberCount: 2)
    let forecasts = replay.folds[0].forecasts
    let result = weights.combine(forecasts, leads: [0, 1])
    #expect(abs(result.mean[0] - 125) < 1e-9)
    let quantiles = result.quantiles(at: 1)
    #expect(quantiles == quantiles.sorted())
    #expect(
      abs(quantiles[0] - (forecasts[0].quantiles[0][1] + forecasts[1].quantiles[0][1]) / 2) < 1e-9)
  }
}
