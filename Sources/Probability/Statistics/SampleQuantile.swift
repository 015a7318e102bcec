/// Quantiles of a finite sample.
public enum SampleQuantile {
  /// The quantile of values already in ascending order, linear between neighbors.
  ///
  /// *Formula*: the value at position (n − 1)p, counted from 0 (Hyndman and Fan's type 7).
  /// *Edge cases*: NaN for no values or a probability outside [0, 1].
  /// *Source*: Hyndman and Fan (1996), doi:10.2307/2684934.
  public static func ofSorted(_ values: [Double], probability: Double) -> Double {
    guard let last = values.last, probability >= 0, probability <= 1 else { return .nan }
    let position = Double(values.count - 1) * probability
    let below = Int(position)
    guard below + 1 < values.count else { return last }
    let share = position - Double(below)
    return values[below] + share * (values[below + 1] - values[below])
  }

  /// The quantile of values in any order; NaN if one of them is NaN.
  public static func of(_ values: [Double], probability: Double) -> Double {
    if values.contains(where: \.isNaN) { return .nan }
    return ofSorted(values.sorted(), probability: probability)
  }
}
