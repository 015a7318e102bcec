/// Where the transient at the start of a stationary run ends.
public enum WarmUpTruncation {
  /// How many leading values to leave out, by the smallest marginal standard error of the rest.
  ///
  /// *Formula*: the d from 0 to ⌊n/2⌋ that makes Σ_{i>d} (zᵢ − z̄_d)² / (n − d)² smallest, z̄_d being the mean of the
  /// values after d; the smallest such d. On means of five observations each this is MSER-5.
  /// *Edge cases*: nil where the smallest lies at ⌊n/2⌋, so that the transient may go on; 0 for values that are all
  /// equal; nil for fewer than four values, or where one is not finite.
  /// *Complexity*: O(n).
  /// *Source*: White (1997), An effective truncation heuristic for bias reduction in simulation output,
  /// doi:10.1177/003754979706900601; means of five by Spratt (1998), found the best of five rules by White, Cobb and
  /// Spratt (2000), A comparison of five steady-state truncation heuristics for simulation, Winter Simulation Conference.
  public static func marginalStandardError(_ values: [Double]) -> Int? {
    let half = values.count / 2
    guard half >= 2, values.allSatisfy(\.isFinite) else { return nil }
    // From the end, so that each value is taken in once; Welford's update keeps long runs accurate.
    var rest = RunningStatistics()
    var best = (index: half, error: Double.infinity)
    for index in values.indices.reversed() {
      rest.add(values[index])
      guard index <= half else { continue }
      let count = Double(rest.count)
      let error = rest.count > 1 ? rest.variance * (count - 1) / (count * count) : 0
      if error <= best.error { best = (index, error) }
    }
    return best.index < half ? best.index : nil
  }
}
