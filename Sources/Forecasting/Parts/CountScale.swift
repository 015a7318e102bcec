#if canImport(Glibc)
  internal import Glibc
#endif

/// The scale on which a classical model sees counts.
///
/// Gaussian models want the same noise everywhere. Counts have a variance that grows with their mean, so they are
/// seen through a root (Poisson noise becomes ¼ everywhere) or a logarithm (effects become additive), and the
/// forecast is put back with what the bend of the scale adds to the mean.
public enum CountScale: Hashable, Sendable {
  /// As they are.
  case plain
  /// √(x + ¼).
  case root
  /// log(x + 1).
  case logarithm

  /// Logarithms beyond this are not believed: e⁴⁰ contacts would overflow later sums.
  private static let largestLog = 40.0

  /// The value a model sees; NaN stays NaN.
  func value(_ count: Double) -> Double {
    switch self {
    case .plain: count
    case .root: (max(count, 0) + 0.25).squareRoot()
    case .logarithm: log1p(max(count, 0))
    }
  }

  /// The mean count behind a value with a mean and a variance of its noise.
  ///
  /// *Formula*: E x² = z² + v for the root, E eˣ = exp(z + v/2) for the logarithm.
  func count(_ value: Double, noise variance: Double) -> Double {
    let noise = max(variance, 0)
    return switch self {
    case .plain: max(0, value)
    case .root: max(0, max(value, 0) * max(value, 0) + noise - 0.25)
    case .logarithm: max(0, exp(min(value + noise / 2, Self.largestLog)) - 1)
    }
  }

  /// The variance of the count, relative to its squared mean, that a variance on the scale amounts to.
  func relativeVariance(_ variance: Double, at count: Double) -> Double {
    switch self {
    case .plain: count > 0 ? variance / (count * count) : 0
    case .root: count > 0 ? 4 * variance / count : 0
    case .logarithm:
      // The slope of log(x + 1) is 1 / (x + 1).
      count > 0 ? variance * (count + 1) * (count + 1) / (count * count) : 0
    }
  }
}
