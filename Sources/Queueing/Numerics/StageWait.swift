internal import Glibc

/// P(stage sum > T) for sums of exponential stages with rates r, r + θ, … r + kθ.
///
/// The recursion starts from e^{−rT}, which is zero in Double once rT > 745: it runs in units of e^{−rT} until
/// its terms have grown.
struct StageWait {
  /// P(V_k > T).
  var beyond: Double { min(1, sum * scale) }
  private var sum = 1.0
  private var term = 1.0
  private var exponent: Double
  private var scale: Double
  private let growth: Double
  private let rate: Double
  private let step: Double
  private var k = 0.0

  init(rate: Double, step: Double, threshold: Double) {
    self.rate = rate
    self.step = step
    exponent = -rate * threshold
    scale = exp(exponent)
    growth = step > 0 ? -expm1(-step * threshold) / step : threshold
  }

  /// Adds a stage.
  mutating func advance() {
    k += 1
    // (1−u)(c+k−1)/k with the rates kept in seconds, so that endless patience is no special case.
    term *= growth * (rate + (k - 1) * step) / k
    sum += term
    if sum > 1e200 {
      sum *= 1e-200
      term *= 1e-200
      exponent += 460.517018598809136804
      scale = exp(exponent)
    }
  }
}
