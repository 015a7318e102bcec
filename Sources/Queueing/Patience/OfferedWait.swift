internal import Glibc

/// The density of the offered wait V, the wait of a customer who never gives up, and integrals over it.
///
/// Goals, in order: no overflow whatever load and patience; a relative accuracy of 1e-12 for every integral,
/// small ones included; few evaluations of the patience law, which is what costs.
///
/// *Formula*: in units of p_{n−1}, v(x) = λ e^{E(x)} with E(x) = λH(x) − rx, H(x) = ∫₀ˣ P(R > u) du and r
/// the completion rate with every agent busy. E is concave. Axis and peak are cut into segments on which
/// it is monotone; on each, panels of 24 Gauss-Legendre nodes walk from the high end to the low one, span at most
/// 16 units of E and no more than the law's smooth length, and stop 60 units down. All integrals share the nodes.
///
/// *Source*: Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005, "Call centers with impatient
/// customers: many-server asymptotics of the M/M/n+G queue", doi 10.1007/s11134-005-3699-8.
struct OfferedWait {
  let curve: PatienceCurve
  let arrivalsPerSecond: Double
  let completionsPerSecond: Double
  /// Where the density is highest.
  let peak: Double

  /// Integrals of one stretch in units of p_{n−1} e^{log}.
  struct Sums {
    /// ∫ v, ∫ P(R>x) v, ∫ P(R≤x) v.
    var all = 0.0
    var served = 0.0
    var lost = 0.0
    /// ∫ x P(R>x) v and ∫ E[R; R≤x] v.
    var servedWait = 0.0
    var lostWait = 0.0
    var log = -Double.infinity

    /// The same sums in units of e^{`unit`}.
    func inUnits(ofLog unit: Double) -> Sums {
      let scale = exp(log - unit)
      return Sums(
        all: all * scale, served: served * scale, lost: lost * scale,
        servedWait: servedWait * scale, lostWait: lostWait * scale, log: unit)
    }

    static func + (one: Sums, two: Sums) -> Sums {
      let unit = max(one.log, two.log)
      guard unit > -.infinity else { return one }
      let a = one.inUnits(ofLog: unit)
      let b = two.inUnits(ofLog: unit)
      return Sums(
        all: a.all + b.all, served: a.served + b.served, lost: a.lost + b.lost,
        servedWait: a.servedWait + b.servedWait, lostWait: a.lostWait + b.lostWait, log: unit)
    }
  }

  init(curve: PatienceCurve, arrivalsPerSecond: Double, completionsPerSecond: Double) {
    self.curve = curve
    self.arrivalsPerSecond = arrivalsPerSecond
    self.completionsPerSecond = completionsPerSecond
    let ratio = completionsPerSecond / arrivalsPerSecond
    guard ratio < 1 else {
      peak = 0
      return
    }
    // E′ = λ P(R > x) − r, so the peak is a quantile of patience.
    var high = curve.mean
    while curve.at(high).survival > ratio { high *= 2 }
    var low = 0.0
    for _ in 0..<1100 where high - low > 4e-16 * high {
      // Halving from above finds quantiles near 0 that bisection between 0 and the mean would not.
      let middle = low == 0 ? high / 2 : low + (high - low) / 2
      if curve.at(middle).survival > ratio { low = middle } else { high = middle }
    }
    peak = high
  }

  /// E(x).
  func exponent(_ x: Double, _ point: PatienceCurve.Point) -> Double {
    // x − H(x) is small where few have left: subtracting it keeps the digits of (λ − r) x.
    point.failure < 0.5
      ? (arrivalsPerSecond - completionsPerSecond) * x
        - arrivalsPerSecond * (x * point.failure - point.partialMean)
      : arrivalsPerSecond * point.meanWithin(x) - completionsPerSecond * x
  }

  /// The sums over consecutive stretches that end at `ends` and, last, at infinity.
  ///
  /// `ends` must be sorted and not negative.
  func sums(endingAt ends: [Double]) -> [Sums] {
    var cuts = [peak]
    if let corner = curve.corner { cuts.append(corner) }
    cuts.sort()
    var result: [Sums] = []
    var low = 0.0
    for end in ends + [.infinity] {
      var total = Sums()
      for cut in cuts where cut > low && cut < end {
        total = total + stretch(from: low, to: cut)
        low = cut
      }
      total = total + stretch(from: low, to: end)
      low = end
      result.append(total)
    }
    return result
  }

  private func stretch(from low: Double, to high: Double) -> Sums {
    guard low < high else { return Sums() }
    var sums = Sums()
    sums.log = walk(from: low, to: high, exponent: exponent) { weight, x, point in
      sums.all += weight
      sums.served += weight * point.survival
      sums.lost += weight * point.failure
      sums.servedWait += weight * x * point.survival
      sums.lostWait += weight * point.partialMean
    }
    sums.all *= arrivalsPerSecond
    sums.served *= arrivalsPerSecond
    sums.lost *= arrivalsPerSecond
    sums.servedWait *= arrivalsPerSecond
    sums.lostWait *= arrivalsPerSecond
    return sums
  }

  /// `lost` and `lostWait` from 0 to `end` where they are so small beside v that they lie in its tail.
  ///
  /// P(R ≤ x) is log-concave for every law here, so the same walk serves with it in the exponent.
  func rareLosses(to end: Double) -> Sums {
    func rare(_ x: Double, _ point: PatienceCurve.Point) -> Double {
      exponent(x, point) + log(point.failure)
    }
    // The peak by golden section in log x; where P(R ≤ x) is 0 in Double it lies farther up.
    var high = log(min(end, max(peak, curve.lastChange ?? curve.mean)))
    var low = log(max(firstPanel, 1e-300))
    let golden = 0.618_033_988_749_894_9
    for _ in 0..<80 {
      let one = high - golden * (high - low)
      let two = low + golden * (high - low)
      let first = rare(exp(one), curve.at(exp(one)))
      let second = rare(exp(two), curve.at(exp(two)))
      if second > first || second == -.infinity { low = one } else { high = two }
    }
    let top = min(exp((low + high) / 2), end)
    var total = Sums()
    total.log = exponent(peak, curve.at(peak))
    // Below 1e-300 of v's peak P(R ≤ x) itself leaves the range of Double: that is nobody.
    guard rare(top, curve.at(top)) > total.log - 690 else { return total }
    for (from, to) in [(0, top), (top, end)] where from < to {
      var sums = Sums()
      sums.log = walk(from: from, to: to, exponent: rare) { weight, _, point in
        guard point.failure > 0 else { return }
        sums.lost += weight * arrivalsPerSecond
        sums.lostWait += weight * arrivalsPerSecond * (point.partialMean / point.failure)
      }
      if sums.log > -.infinity { total = total + sums }
    }
    return total
  }

  /// Walks panels from the end of a stretch where a monotone exponent is higher, and returns its value there.
  ///
  /// `add` gets each node's quadrature weight times e^{exponent − that value}.
  @inline(__always)
  private func walk(
    from low: Double, to high: Double,
    exponent: (Double, PatienceCurve.Point) -> Double,
    add: (Double, Double, PatienceCurve.Point) -> Void
  ) -> Double {
    let atLow = exponent(low, curve.at(low))
    let atHigh = high == .infinity ? -.infinity : exponent(high, curve.at(high))
    let goesUp = atLow >= atHigh
    let top = goesUp ? atLow : atHigh
    guard top > -.infinity else { return top }
    var x = goesUp ? low : high
    var level = top
    var width = Double.infinity
    while goesUp ? x < high : x > low {
      let limit: Double
      if goesUp {
        limit = min(high, max(firstPanel, curve.panelEnd(above: x)))
      } else {
        let end = curve.panelEnd(below: x)
        limit = end < firstPanel ? low : max(low, end)
      }
      var next = goesUp ? min(limit, x + width) : max(limit, x - width)
      var reached = exponent(next, curve.at(next))
      while level - reached > 16, abs(next - x) > 1e-14 * max(x, firstPanel) {
        next = x + (next - x) / 2
        reached = exponent(next, curve.at(next))
      }
      let middle = (x + next) / 2
      let reach = abs(next - x) / 2
      for (node, weight) in GaussLegendre.half {
        for place in [middle - reach * node, middle + reach * node] {
          let point = curve.at(place)
          add(weight * reach * exp(exponent(place, point) - top), place, point)
        }
      }
      width = reach * (level - reached < 8 ? 4 : 2)
      level = reached
      x = next
      if level < top - 60 { break }
    }
    return top
  }

  /// The length of a panel that begins at 0, and below which a panel goes down to 0.
  ///
  /// What a rough law does below is 1e-10 of what it does on the scale of the wait and of patience.
  private var firstPanel: Double {
    curve.isRoughAtZero
      ? 1e-10 * min(1 / completionsPerSecond, curve.mean) : curve.panelEnd(above: 0)
  }
}
