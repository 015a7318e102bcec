internal import LinearAlgebra

#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: no factor where there is only noise, because a factor that is not there would make a forecast
// worse; variances without the noise that every sample variance holds; no constant that somebody must choose.

/// The few directions in which the rows of a matrix vary beyond noise.
///
/// *Formula*: with n rows, p columns, β = p/n and noise variance σ², the sample eigenvalues of pure noise end at
/// σ²(1 + √β)². One beyond, ℓ, belongs to a direction of variance σ²(η − 1), η = (x + 1 − β + √((x + 1 − β)² − 4x))/2
/// with x = ℓ/σ², and the sample direction has squared cosine c² = (1 − β/(η − 1)²)/(1 + β/(η − 1)) with it. What can be
/// used along the sample direction is σ²(η − 1)c²; it begins at 0 where noise ends. The rest of the variance,
/// whose direction is not known, counts as noise. σ² is the median eigenvalue over the median of the
/// Marchenko-Pastur law.
///
/// *Source*: Donoho, Gavish and Johnstone (2018), "Optimal shrinkage of eigenvalues in the spiked covariance
/// model", Annals of Statistics 46:1742-1778, doi:10.1214/17-AOS1601; the noise: Gavish and Donoho (2014),
/// doi:10.1109/TIT.2014.2323359.
struct SpikedFactors {
  /// Unit directions, strongest first.
  private(set) var directions: [[Double]] = []
  /// The variance along each, noise taken off.
  private(set) var variances: [Double] = []
  /// The noise variance of one element.
  private(set) var noise: Double

  /// Finds the directions of a matrix whose elements have at least `leastNoise` as noise variance.
  ///
  /// *Edge cases*: no rows or no columns gives no directions.
  ///
  /// *Throws*: as `SingularValues`.
  init(_ matrix: Matrix, leastNoise: Double) throws(LinearAlgebraError) {
    noise = leastNoise
    let (n, p) = (Double(matrix.rowCount), Double(matrix.columnCount))
    guard n > 1, p > 1 else { return }
    let svd = try SingularValues(matrix)
    let eigenvalues = svd.values.map { $0 * $0 / n }
    let beta = p / n
    let middle = beta <= 1 ? Self.medianOfNoise(beta) : beta * Self.medianOfNoise(1 / beta)
    noise = max(leastNoise, median(eigenvalues) / middle)
    let level = noise
    let edge = (1 + beta.squareRoot()) * (1 + beta.squareRoot())
    var lost = 0.0
    for (k, eigenvalue) in eigenvalues.enumerated() {
      let x = eigenvalue / level
      guard x > edge, x.isFinite else { break }
      let sum = x + 1 - beta
      let spike = (sum + max(sum * sum - 4 * x, 0).squareRoot()) / 2 - 1
      guard spike > 0 else { break }
      let cosine = (1 - beta / (spike * spike)) / (1 + beta / spike)
      guard cosine > 0 else { break }
      directions.append(Array(svd.right.column(k)))
      variances.append(level * spike * cosine)
      lost += level * spike * (1 - cosine)
    }
    noise += lost / p
  }

  /// The median of the Marchenko-Pastur law of ratio β ≤ 1 and variance 1.
  static func medianOfNoise(_ beta: Double) -> Double {
    let root = beta.squareRoot()
    let (low, high) = ((1 - root) * (1 - root), (1 + root) * (1 + root))
    // With x = low + (high − low) sin²θ the density has no infinite slope at either end.
    let steps = 512
    var cumulative = [0.0]
    for step in 0..<steps {
      let angle = (Double(step) + 0.5) / Double(steps) * .pi / 2
      let (s, c) = (sin(angle), cos(angle))
      let x = low + (high - low) * s * s
      cumulative.append((cumulative.last ?? 0) + s * s * c * c / max(x, 1e-12))
    }
    let half = (cumulative.last ?? 0) / 2
    let place = max(1, cumulative.firstIndex { $0 >= half } ?? 1)
    let (before, after) = (cumulative[place - 1], cumulative[place])
    let within = after > before ? (half - before) / (after - before) : 0
    let s = sin((Double(place - 1) + within) / Double(steps) * .pi / 2)
    return low + (high - low) * s * s
  }
}
