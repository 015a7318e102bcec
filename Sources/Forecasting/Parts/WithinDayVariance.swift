/// How far slots stray from their share of the day beyond Poisson chance, by weekday.
///
/// *Formula*: half the mean squared distance of the last twelve weeks at that weekday and slot, half φ times the
/// mean, with φ ≥ 1 the median over weekdays of Σ distance² / Σ contacts. The half taken from φ keeps a slot
/// with twelve lucky weeks from looking certain.
struct WithinDayVariance {
  /// Variance by weekday and slot.
  private(set) var variance: [[Double]]
  /// Mean contacts by weekday and slot over the same weeks.
  private(set) var mean: [[Double]]
  /// Variance over mean within the day; 1 is Poisson.
  private(set) var overdispersion = 1.0

  /// Measures the distances of cleaned days from a profile.
  init(_ clean: CleanDays, profile: [[Double]]) {
    let slots = clean.slotCount
    variance = Array(repeating: [Double](repeating: 0, count: slots), count: 7)
    mean = variance
    var number = [Double](repeating: 0, count: 7)
    for d in clean.days.indices.reversed() {
      let day = clean.days[d]
      guard number[day.weekday] < 12, !day.isOutlier, day.occasion == nil else { continue }
      number[day.weekday] += 1
      for (s, value) in clean.values(ofDay: d).enumerated() {
        let distance = value - day.total * profile[day.weekday][s]
        variance[day.weekday][s] += distance * distance
        mean[day.weekday][s] += value
      }
    }
    var ratios: [Double] = []
    for w in 0..<7 where number[w] > 0 {
      let contacts = mean[w].reduce(0, +)
      if contacts > 0 { ratios.append(variance[w].reduce(0, +) / contacts) }
      for s in 0..<slots {
        variance[w][s] /= number[w]
        mean[w][s] /= number[w]
      }
    }
    overdispersion = max(1, median(ratios))
    for w in 0..<7 {
      for s in 0..<slots {
        variance[w][s] = 0.5 * variance[w][s] + 0.5 * overdispersion * mean[w][s]
      }
    }
  }

  /// The variance of a slot whose mean is forecast to be `forecast`.
  ///
  /// The measured variance is moved to the forecast volume by the square of the ratio where contacts are many
  /// (errors of shape grow with the volume) and never falls below Poisson.
  func variance(weekday: Int, slot: Int, forecast: Double) -> Double {
    let usual = mean[weekday][slot]
    guard usual > 1e-9 else { return overdispersion * forecast }
    let ratio = min(max(forecast / usual, 0.1), 10)
    return max(variance[weekday][slot] * ratio * max(ratio, 1), forecast)
  }
}
