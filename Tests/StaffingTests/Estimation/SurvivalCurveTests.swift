import Staffing
import Testing

@Suite struct SurvivalCurveTests {
  /// Remission in weeks under 6-MP, + for cut off: 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+.
  ///
  /// By hand: 18/21 = 0.8571, · 16/17, · 14/15, · 11/12, · 10/11, · 6/7, · 5/6.
  /// *Source*: Freireich et al. (1963), the example of Kaplan-Meier curves in textbooks.
  private static let remission = CensoredTimes(
    events: [6, 6, 6, 7, 10, 13, 16, 22, 23],
    censored: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])

  @Test("The textbook's curve and Greenwood's errors come out")
  func textbook() throws {
    let curve = SurvivalCurve(Self.remission)
    let expected = [
      (6.0, 0.8571, 0.0764), (7, 0.8067, 0.0869), (10, 0.7529, 0.0963), (13, 0.6902, 0.1068),
      (16, 0.6275, 0.1141), (22, 0.5378, 0.1282), (23, 0.4482, 0.1346),
    ]
    #expect(curve.steps.count == expected.count)
    for (step, (seconds, survival, error)) in zip(curve.steps, expected) {
      #expect(step.seconds == seconds)
      #expect(abs(step.survival - survival) < 6e-5)
      #expect(abs(step.survival * step.relativeVariance.squareRoot() - error) < 6e-5)
    }
    #expect(curve.steps.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
  }

  @Test("Intervals stay between 0 and 1 and hold the curve")
  func intervals() {
    let curve = SurvivalCurve(Self.remission)
    for seconds in [1.0, 6, 8, 15, 23, 40] {
      let value = curve.value(at: seconds)
      #expect(value.lower >= 0 && value.upper <= 1)
      #expect(value.contains(value.value))
    }
    // log(−log) scale at 10 weeks, by hand: 0.7529^exp(±1.96 · 0.1279/0.2838).
    #expect(abs(curve.value(at: 10).lower - 0.5032) < 2e-4)
    #expect(abs(curve.value(at: 10).upper - 0.8894) < 2e-4)
  }

  @Test("Times that are zero or no number are left out")
  func left() {
    let times = CensoredTimes(events: [0, 5, .nan, .infinity], censored: [-1, 7])
    #expect(times.count == 2)
    #expect(times.totalSeconds == 12)
  }

  @Test("The curve is looked at where ten are still seen")
  func useful() {
    let curve = SurvivalCurve(
      CensoredTimes(events: Array(repeating: 12, count: 9), censored: [25, 40]))
    #expect(curve.usefulSeconds() == [5, 10])
  }
}
