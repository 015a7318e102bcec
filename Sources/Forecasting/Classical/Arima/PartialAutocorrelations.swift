#if canImport(Glibc)
  internal import Glibc
#endif

/// Autoregressions that are stationary whatever numbers an optimizer tries.
///
/// Any numbers become partial autocorrelations between −1 and 1 by the hyperbolic tangent, and those become the
/// coefficients of a stationary autoregression by the recursion of Durbin and Levinson.
///
/// *Source*: Jones (1980), Technometrics 22:389-395, doi:10.1080/00401706.1980.10486171.
enum PartialAutocorrelations {
  /// Coefficients of a stationary autoregression from free numbers.
  static func coefficients(free: ArraySlice<Double>) -> [Double] {
    var phi: [Double] = []
    for value in free {
      // The tangent reaches 1 in floating point at 19; this stops just inside.
      let partial = min(max(tanh(value), -0.999_999), 0.999_999)
      let old = phi
      for i in old.indices { phi[i] = old[i] - partial * old[old.count - 1 - i] }
      phi.append(partial)
    }
    return phi
  }

  /// The free numbers of an autoregression; nil where it is not stationary.
  static func free(_ coefficients: ArraySlice<Double>) -> [Double]? {
    var phi = Array(coefficients)
    var result: [Double] = []
    while let partial = phi.popLast() {
      guard abs(partial) < 1 else { return nil }
      result.append(atanh(partial))
      let old = phi
      for i in old.indices {
        phi[i] = (old[i] + partial * old[old.count - 1 - i]) / (1 - partial * partial)
      }
    }
    return result.reversed()
  }
}
