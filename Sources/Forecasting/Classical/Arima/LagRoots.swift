#if canImport(Glibc)
  internal import Glibc
#endif

/// The roots of lag polynomials: how near a model is to a unit root, and the invertible twin of a moving average.
enum LagRoots {
  private struct Complex {
    var re: Double
    var im: Double
    static func + (a: Complex, b: Complex) -> Complex { Complex(re: a.re + b.re, im: a.im + b.im) }
    static func - (a: Complex, b: Complex) -> Complex { Complex(re: a.re - b.re, im: a.im - b.im) }
    static func * (a: Complex, b: Complex) -> Complex {
      Complex(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re)
    }
    static func / (a: Complex, b: Complex) -> Complex {
      let size = b.re * b.re + b.im * b.im
      return Complex(
        re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size)
    }
    var length: Double { (re * re + im * im).squareRoot() }
  }

  /// The inverse roots of 1 + c₁B + c₂B² + …, that is the roots of zⁿ + c₁zⁿ⁻¹ + …: inside the circle where stable.
  ///
  /// *Source*: Durand and Kerner's simultaneous iteration; the orders here are at most 5.
  private static func inverseRoots(_ coefficients: [Double]) -> [Complex] {
    let degree = coefficients.count
    var roots: [Complex] = []
    let seed = Complex(re: 0.4, im: 0.9)
    // Start on a circle that holds all roots (Cauchy's bound), turned off the axis.
    let bound = 1 + coefficients.reduce(0) { max($0, abs($1)) }
    var point = Complex(re: 1, im: 0)
    for _ in 0..<degree {
      point = point * seed
      roots.append(Complex(re: point.re * bound / 2, im: point.im * bound / 2))
    }
    for _ in 0..<500 {
      var moved = 0.0
      for i in 0..<degree {
        var value = Complex(re: 1, im: 0)
        for c in coefficients { value = value * roots[i] + Complex(re: c, im: 0) }
        var others = Complex(re: 1, im: 0)
        for j in 0..<degree where j != i { others = others * (roots[i] - roots[j]) }
        guard others.length > 1e-300 else { continue }
        let step = value / others
        roots[i] = roots[i] - step
        moved = max(moved, step.length)
      }
      if !(moved > 1e-14) { break }
    }
    return roots
  }

  /// The largest inverse root of 1 + c₁B + …, below 1 where stable; 0 without coefficients.
  static func largestInverse(_ coefficients: [Double]) -> Double {
    let used = trimmed(coefficients)
    return inverseRoots(used).reduce(0) { max($0, $1.length) }
  }

  /// The moving average with the same autocorrelations whose inverse roots all lie inside the circle.
  static func inverted(movingAverage coefficients: [Double]) -> [Double] {
    let used = trimmed(coefficients)
    let roots = inverseRoots(used)
    guard roots.contains(where: { $0.length > 1 }) else { return coefficients }
    var polynomial = [Complex(re: 1, im: 0)]
    for root in roots {
      let size = root.re * root.re + root.im * root.im
      // 1 over the conjugate has the same direction and the inverse length.
      let inside = size > 1 ? Complex(re: root.re / size, im: root.im / size) : root
      var next = polynomial + [Complex(re: 0, im: 0)]
      for (i, value) in polynomial.enumerated() { next[i + 1] = next[i + 1] - value * inside }
      polynomial = next
    }
    var result = polynomial.dropFirst().map(\.re)
    result += [Double](repeating: 0, count: coefficients.count - result.count)
    return result.allSatisfy(\.isFinite) ? result : coefficients
  }

  private static func trimmed(_ coefficients: [Double]) -> [Double] {
    guard let last = coefficients.lastIndex(where: { abs($0) > 1e-8 }) else { return [] }
    return Array(coefficients[...last])
  }
}
