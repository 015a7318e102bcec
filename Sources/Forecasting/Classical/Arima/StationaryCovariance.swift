/// The covariance of the state of a stationary ARMA process before anything is seen, in innovation variances.
///
/// The state is that of Gardner and of R: component i holds what the past has already decided of the value i
/// steps ahead, Σ φᵢ₊₁₊ₗ wₜ₋₁₋ₗ + Σ θᵢ₊ₗ eₜ₋ₗ, so component 0 is the value itself.
///
/// The autocovariances follow from a system of p + 1 equations and give the first row; the others follow from it
/// by the stationarity of the state, P = T P Tᵀ + R Rᵀ, from the last row up. Gardner's own solution of that
/// equation takes the fourth power of the size and loses digits near a unit root; this takes the square.
///
/// *Source*: Gardner, Harvey and Phillips (1980), algorithm AS 154, Applied Statistics 29:311-322,
/// doi:10.2307/2346910, for the state; Brockwell and Davis (1991), Time Series: Theory and Methods, section 3.3,
/// for the autocovariances.
enum StationaryCovariance {
  /// The covariance matrix, symmetric, `size` by `size`; nil where the process has none.
  ///
  /// *Units and shapes*: `size` is at least the order of the autoregression and that of the moving average + 1.
  static func matrix(_ phi: [Double], _ theta: [Double], size: Int) -> [Double]? {
    guard let gamma = autocovariances(phi, theta, count: size + 1) else { return nil }
    let psi = impulseResponse(phi, theta, count: size)
    func ar(_ i: Int) -> Double { i < phi.count ? phi[i] : 0 }
    func ma(_ i: Int) -> Double { i == 0 ? 1 : i <= theta.count ? theta[i - 1] : 0 }
    var p = [Double](repeating: 0, count: size * size)
    p[0] = gamma[0]
    for j in stride(from: 1, to: size, by: 1) {
      var sum = 0.0
      for l in 0..<(size - j) { sum += ar(j + l) * gamma[1 + l] + ma(j + l) * psi[l] }
      p[j] = sum
    }
    for i in stride(from: size - 1, to: 0, by: -1) {
      for j in i..<size {
        let inner = j + 1 < size
        p[i * size + j] =
          ar(i) * ar(j) * gamma[0] + ma(i) * ma(j)
          + (inner ? ar(i) * p[j + 1] : 0) + (i + 1 < size ? ar(j) * p[i + 1] : 0)
          + (inner ? p[(i + 1) * size + j + 1] : 0)
      }
    }
    for i in 0..<size {
      for j in 0..<i { p[i * size + j] = p[j * size + i] }
    }
    return p.allSatisfy(\.isFinite) ? p : nil
  }

  /// ψ₀ = 1, ψ₁, …: what an innovation is worth so many steps later.
  static func impulseResponse(_ phi: [Double], _ theta: [Double], count: Int) -> [Double] {
    var psi: [Double] = []
    psi.reserveCapacity(count)
    for k in 0..<count {
      var value = k == 0 ? 1 : k <= theta.count ? theta[k - 1] : 0
      for i in 0..<min(k, phi.count) { value += phi[i] * psi[k - 1 - i] }
      psi.append(value)
    }
    return psi
  }

  /// γ₀, γ₁, … of a process with innovations of variance 1; nil where the equations have no positive solution.
  static func autocovariances(_ phi: [Double], _ theta: [Double], count: Int) -> [Double]? {
    let p = phi.count
    let psi = impulseResponse(phi, theta, count: theta.count + 1)
    // γₖ − Σ φᵢ γ₍ₖ₋ᵢ₎ = Σ_{j ≥ k} θⱼ ψⱼ₋ₖ.
    func right(_ k: Int) -> Double {
      stride(from: k, through: theta.count, by: 1).reduce(0) {
        $0 + ($1 == 0 ? 1 : theta[$1 - 1]) * psi[$1 - k]
      }
    }
    var system = [Double](repeating: 0, count: (p + 1) * (p + 2))
    for k in 0...p {
      let row = k * (p + 2)
      system[row + k] += 1
      for i in 0..<p { system[row + abs(k - 1 - i)] -= phi[i] }
      system[row + p + 1] = right(k)
    }
    guard var gamma = solved(&system, size: p + 1), gamma[0] > 0 else { return nil }
    for k in stride(from: p + 1, to: count, by: 1) {
      gamma.append((0..<p).reduce(right(k)) { $0 + phi[$1] * gamma[k - 1 - $1] })
    }
    return gamma
  }

  /// Gaussian elimination with row pivots on an augmented matrix, row by row; nil where it is singular.
  private static func solved(_ system: inout [Double], size: Int) -> [Double]? {
    let width = size + 1
    for k in 0..<size {
      var pivot = k
      for i in k..<size where abs(system[i * width + k]) > abs(system[pivot * width + k]) {
        pivot = i
      }
      guard abs(system[pivot * width + k]) > 1e-14 else { return nil }
      if pivot != k {
        for j in k..<width { system.swapAt(k * width + j, pivot * width + j) }
      }
      for i in stride(from: k + 1, to: size, by: 1) {
        let factor = system[i * width + k] / system[k * width + k]
        guard factor != 0 else { continue }
        for j in k..<width { system[i * width + j] -= factor * system[k * width + j] }
      }
    }
    var solution = [Double](repeating: 0, count: size)
    for k in stride(from: size - 1, through: 0, by: -1) {
      var sum = system[k * width + size]
      for j in stride(from: k + 1, to: size, by: 1) { sum -= system[k * width + j] * solution[j] }
      solution[k] = sum / system[k * width + k]
    }
    return solution.allSatisfy(\.isFinite) ? solution : nil
  }
}
