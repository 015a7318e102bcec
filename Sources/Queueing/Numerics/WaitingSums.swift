internal import Glibc

/// Sums over the states with waiting contacts where patience is exponential.
///
/// With g_k = Π_{i=1..k} z/(c+i), h_k = Σ_{i≤k} 1/(c+i) and m_k = Σ_{i≤k} i/(c+i), over k ≥ 1:
/// `served` = Σ g_k, `lost` = Σ k g_k, `servedWait` = Σ h_k g_k, `lostWait` = Σ m_k g_k; each is to be
/// multiplied by exp(`log`).
struct WaitingSums {
  var served: Double
  var lost: Double
  var servedWait: Double
  var lostWait: Double
  var log: Double

  /// The most arrivals in one patience for which a sum near z = c is taken: some 3·10⁷ terms.
  static let mostPerPatience = 1e13

  /// Sums the series for c > 0, z > 0.
  ///
  /// *Edge cases*: where z exceeds c by so much that terms leave the range of Double, terms are rescaled
  /// on the way; where the queue would hold more than 10⁷ contacts, nil; nil too where z is beyond
  /// ``mostPerPatience`` and not clearly below c, which would take minutes.
  /// *Complexity*: O(√z) terms where z is near c, (z − c) + O(√z) above.
  static func sum(c: Double, z: Double) -> WaitingSums? {
    let excess = z - c
    // Clearly below c terms fall fast, whatever their size.
    if z > mostPerPatience, excess > -1e-5 * z { return nil }
    // ln of the largest term is at most (z−c)²/z wherever z > c.
    if excess <= 0 || excess * excess < 600 * z { return plain(c: c, z: z) }
    return excess < 1e7 ? rescaled(c: c, z: z) : nil
  }

  private static func plain(c: Double, z: Double) -> WaitingSums {
    var sums = WaitingSums(served: 0, lost: 0, servedWait: 0, lostWait: 0, log: 0)
    var g = 1.0
    var h = 0.0
    var m = 0.0
    var k = 0.0
    while true {
      k += 1
      let rate = c + k
      let inverse = 1 / rate
      g *= z * inverse
      h += inverse
      m += k * inverse
      sums.served += g
      sums.lost += g * k
      sums.servedWait += g * h
      sums.lostWait += g * m
      // The rest of a series with ratios below z/rate is at most g·z/(rate − z).
      if g * rate <= 1e-18 * sums.served * (rate - z) { return sums }
    }
  }

  private static func rescaled(c: Double, z: Double) -> WaitingSums {
    var sums = WaitingSums(served: 0, lost: 0, servedWait: 0, lostWait: 0, log: 0)
    var g = 1.0
    var h = 0.0
    var m = 0.0
    var k = 0.0
    let step = 1e-200
    let logStep = -Glibc.log(step)
    while true {
      k += 1
      let rate = c + k
      let inverse = 1 / rate
      g *= z * inverse
      if g > 1e200 {
        g *= step
        sums.served *= step
        sums.lost *= step
        sums.servedWait *= step
        sums.lostWait *= step
        sums.log += logStep
      }
      h += inverse
      m += k * inverse
      sums.served += g
      sums.lost += g * k
      sums.servedWait += g * h
      sums.lostWait += g * m
      if g * rate <= 1e-18 * sums.served * (rate - z) { return sums }
    }
  }
}
