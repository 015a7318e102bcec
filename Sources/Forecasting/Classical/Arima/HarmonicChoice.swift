#if canImport(Glibc)
  internal import Glibc
#endif

/// Which harmonics of the longest season a series shows above its noise.
///
/// A harmonic of amplitude A at frequency f raises the log-likelihood by n A² / (4 S(f)), S the spectral density of the
/// errors; it is kept where twice that exceeds its two coefficients' price in Akaike's criterion, 4.
struct HarmonicChoice {
  /// The chosen terms.
  let terms: FourierTerms
  /// The orders of the errors, from what the mean season leaves.
  let orders: ArimaOrders
  /// Their coefficients, by conditional least squares.
  let coefficients: [Double]
  /// The steps whose innovation lies further out than noise goes.
  let outliers: [Int]

  /// An innovation beyond so many deviations is not noise: of a year of hours it sets one in fifteen years aside.
  private static let farthest = 4.5
  /// No more harmonics than this, the strongest: the work grows with the square of the columns.
  private static let most = 60

  /// Chooses for a series.
  ///
  /// *Edge cases*: with fewer than two of the longest season the shorter ones are tried; with none, no terms.
  init(_ values: [Double], periods: [Int], limits: ArimaOrderSearch.Limits) {
    guard let period = periods.last(where: { $0 > 1 && values.count >= 2 * $0 }) else {
      terms = FourierTerms([])
      outliers = []
      orders = ArimaOrders(0, 0, 0)
      coefficients = []
      return
    }
    // Medians first: one absurd value in a mean would make its neighbors of other weeks look absurd too.
    let first = Self.remainder(values, Self.places(values, period: period, center: median))
    var search = ArimaOrderSearch(first, period: 1, limits: limits)
    let orders = search.best().orders
    self.orders = orders
    let squares = Self.squares(first, orders, limits)
    coefficients = squares.best(orders).coefficients
    let noise = ArimaPolynomials(orders, coefficients: coefficients)
    // The center of so many seasons took its part of the noise with it.
    let seasons = Double(values.count { !$0.isNaN }) / Double(period)
    let lost = seasons / max(seasons - 1, 1)
    outliers = Self.outliers(squares.innovations(noise), lost: lost).map {
      $0 + orders.lostSteps
    }
    var kept = values
    for step in outliers { kept[step] = .nan }
    let means = Self.places(kept, period: period) { $0.reduce(0, +) / Double($0.count) }
    let square = Self.squares(Self.remainder(kept, means), orders, limits).meanSquare(noise)
    let seen = Double(kept.count { !$0.isNaN })
    let variance = square * lost
    var found: [(harmonic: Int, gain: Double)] = []
    for k in stride(from: 1, through: period / 2, by: 1) {
      let angle = 2 * Double.pi * Double(k) / Double(period)
      let density = variance * Self.gain(noise, differences: orders.differences, angle: angle)
      let price = 2 * k == period ? 2.0 : 4.0
      let gain = density > 0 ? seen * Self.power(means, harmonic: k) / density - price : 0
      if gain > 0 { found.append((k, gain)) }
    }
    let strongest = found.sorted { $0.gain > $1.gain }.prefix(Self.most).map(\.harmonic).sorted()
    terms = FourierTerms(strongest.map { FourierTerms.Frequency($0, per: period) })
  }

  /// The center of each place in the season; of all where a place is never seen.
  private static func places(
    _ values: [Double], period: Int, center: ([Double]) -> Double
  ) -> [Double] {
    var seen: [[Double]] = Array(repeating: [], count: period)
    for (t, value) in values.enumerated() where !value.isNaN { seen[t % period].append(value) }
    let all = seen.filter { !$0.isEmpty }.map(center)
    let overall = all.isEmpty ? 0 : all.reduce(0, +) / Double(all.count)
    return seen.map { $0.isEmpty ? overall : center($0) }
  }

  /// What the places of the season leave.
  private static func remainder(_ values: [Double], _ places: [Double]) -> [Double] {
    values.enumerated().map { $1 - places[$0 % places.count] }
  }

  private static func squares(
    _ remainder: [Double], _ orders: ArimaOrders, _ limits: ArimaOrderSearch.Limits
  ) -> ConditionalSquares {
    ConditionalSquares(
      ArimaPolynomials.difference(remainder, orders), longestLag: limits.plain, skip: 0)
  }

  /// Innovations far out, by the median of their sizes: the far ones themselves do not widen it.
  private static func outliers(_ innovations: [Double], lost: Double) -> [Int] {
    let sizes = innovations.map { abs($0) }
    let deviation = median(sizes.filter { $0 > 0 }) / 0.6745 * lost.squareRoot()
    guard deviation > 0 else { return [] }
    return sizes.indices.filter { sizes[$0] > farthest * deviation }
  }

  /// The part of the variance that a harmonic explains: A² / 2, or A² at half a cycle per step.
  private static func power(_ means: [Double], harmonic k: Int) -> Double {
    let m = means.count
    var re = 0.0
    var im = 0.0
    for (t, value) in means.enumerated() {
      let angle = 2 * Double.pi * Double(k * t % m) / Double(m)
      re += value * cos(angle)
      im += value * sin(angle)
    }
    let size = (re * re + im * im) / Double(m * m)
    return 2 * k == m ? size : 2 * size
  }

  /// |θ(e^{-iω})|² / |φ(e^{-iω}) (1 − e^{-iω})ᵈ|²: what the errors have at a frequency, in innovation variances.
  private static func gain(
    _ polynomials: ArimaPolynomials, differences: Int, angle: Double
  ) -> Double {
    let difference = 2 - 2 * cos(angle)
    func size(_ coefficients: [Double], sign: Double) -> Double {
      var re = 1.0
      var im = 0.0
      for (i, c) in coefficients.enumerated() {
        re += sign * c * cos(angle * Double(i + 1))
        im -= sign * c * sin(angle * Double(i + 1))
      }
      return re * re + im * im
    }
    let below = (0..<differences).reduce(size(polynomials.autoregression, sign: -1)) { value, _ in
      value * difference
    }
    return size(polynomials.movingAverage, sign: 1) / max(below, 1e-12)
  }
}
