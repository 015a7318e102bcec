#if canImport(Glibc)
  internal import Glibc
#endif

// The search for the maximum likelihood: Levenberg's and Marquardt's steps over smoothing parameters and first states
// together. A simplex over two dozen states, as in other packages, ends far from the maximum and costs thousands of
// passes; with slopes some twenty passes reach it. Parameters at a bound that push outward are held there for the
// step.

/// A smoothing model fitted to a series.
struct SmoothingFit {
  let form: SmoothingForm
  let period: Int
  let weights: SmoothingWeights
  let start: SmoothingState
  let end: SmoothingState
  /// The log-likelihood, without the constants that R's forecast package leaves out too.
  let logLikelihood: Double
  /// Innovation variance with the degrees of freedom of parameters and free first states taken off.
  let variance: Double
  /// Observed steps.
  let count: Int

  /// Akaike's criterion corrected for short series; the variance counts as a parameter.
  var correctedCriterion: Double {
    let parameters = Double(form.freeCount(period: period) + 1)
    let left = Double(count) - parameters - 1
    guard left > 0 else { return .infinity }
    return -2 * logLikelihood + 2 * parameters + 2 * parameters * (parameters + 1) / left
  }

  /// The model with given parameters and first states.
  init(
    _ form: SmoothingForm, period: Int, values: [Double], weights: SmoothingWeights,
    start: SmoothingState
  ) {
    let filter = SmoothingFilter(form, period: period, values: values)
    let (pass, end) = filter.run(weights, from: start)
    self.form = form
    self.period = filter.period
    self.weights = weights
    self.start = start
    self.end = end
    count = pass.count
    logLikelihood = -0.5 * pass.criterion(least: Self.least(form, values))
    let free = form.freeCount(period: filter.period)
    variance = pass.squares / Double(max(1, pass.count - free))
  }

  /// Sums of squares below this are rounding: a series without chance shall not have an infinite likelihood.
  private static func least(_ form: SmoothingForm, _ values: [Double]) -> Double {
    guard form.error == .additive else { return 1e-20 }
    return max(1e-300, 1e-20 * values.reduce(0) { $1.isNaN ? $0 : $0 + $1 * $1 })
  }

  private static let beginnings = [
    (0.1, 0.01, 0.02), (0.5, 0.05, 0.2), (0.95, 0.002, 0.02), (0.95, 0.6, 0.02),
  ]

  /// Searches for the best parameters and first states.
  ///
  /// *Complexity*: at most about `maximumPasses` passes of O(n K²).
  init(_ form: SmoothingForm, period: Int, values: [Double], maximumPasses: Int = 60) {
    let filter = SmoothingFilter(form, period: period, values: values)
    let states = SmoothingStart.states(form, period: filter.period, values: values)
    let least = Self.least(form, values)
    // One start alone may end in a valley of its own: a series that is nearly a random walk looks, from a small α, best
    // explained by a straight line.
    var best: SmoothingSearch?
    for (alpha, beta, gamma) in Self.beginnings {
      var search = SmoothingSearch(
        filter: filter,
        weights: SmoothingWeights(
          alpha: alpha, beta: form.hasTrend ? beta : 0, gamma: form.hasSeason ? gamma : 0,
          phi: form.trend == .damped ? 0.95 : 1), state: states, least: least)
      search.improve(passes: min(6, maximumPasses))
      if search.value < best?.value ?? .infinity { best = search }
    }
    best?.improve(passes: maximumPasses)
    guard let best else {
      self.init(
        form, period: period, values: values, weights: SmoothingWeights(alpha: 0.1),
        start: states)
      return
    }
    self.init(
      form, period: period, values: values, weights: best.weights, start: best.state)
  }
}

/// A search in progress.
struct SmoothingSearch {
  let filter: SmoothingFilter
  private(set) var weights: SmoothingWeights
  private(set) var state: SmoothingState
  /// The criterion.
  private(set) var value: Double
  private var damping = 1e-3
  private let least: Double

  init(filter: SmoothingFilter, weights: SmoothingWeights, state: SmoothingState, least: Double) {
    self.filter = filter
    self.weights = weights
    self.state = state
    self.least = least
    value = filter.run(weights, from: state).pass.criterion(least: least)
  }

  /// Gains below this, in units of twice the log-likelihood, end the search.
  private static let tolerance = 1e-7

  /// Steps downhill until nothing is gained or `passes` passes with slopes are spent.
  mutating func improve(passes: Int) {
    for _ in 0..<passes {
      let (curvature, slope) = filter.slopes(weights, from: state)
      var gained = 0.0
      for _ in 0..<12 {
        guard let step = step(curvature, slope) else { break }
        let (w, s) = moved(step)
        let next =
          SmoothingAdmissibility.admits(w, form: filter.form, period: filter.period)
            && s.season.allSatisfy({ filter.form.season != .multiplicative || $0 > 0 })
          ? filter.run(w, from: s).pass.criterion(least: least) : .infinity
        if next < value || !value.isFinite && next.isFinite {
          gained = value - next
          (weights, state, value) = (w, s, next)
          damping = max(damping * 0.2, 1e-12)
          break
        }
        damping = min(max(damping, 1e-6) * 6, 1e12)
      }
      if !(gained > Self.tolerance) { return }
    }
  }

  private var smoothing: [Double] {
    var list = [weights.alpha]
    if filter.form.hasTrend { list.append(weights.beta) }
    if filter.form.hasSeason { list.append(weights.gamma) }
    if filter.form.trend == .damped { list.append(weights.phi) }
    return list
  }

  /// Lower and upper bounds of the smoothing parameters given each other.
  private var bounds: [ClosedRange<Double>] {
    let share = SmoothingAdmissibility.share
    var list = [share]
    if filter.form.hasTrend { list.append(share) }
    if filter.form.hasSeason { list.append(share) }
    if filter.form.trend == .damped { list.append(SmoothingAdmissibility.damping) }
    return list
  }

  /// A damped step; parameters that lie at a bound and push outward stay.
  private func step(_ curvature: [Double], _ slope: [Double]) -> [Double]? {
    let size = slope.count
    let now = smoothing
    let limits = bounds
    var free = Array(0..<size)
    free.removeAll { i in
      i < now.count
        && (now[i] <= limits[i].lowerBound * (1 + 1e-9) && slope[i] < 0
          || now[i] >= limits[i].upperBound * (1 - 1e-9) && slope[i] > 0)
    }
    var matrix: [Double] = []
    matrix.reserveCapacity(free.count * free.count)
    for i in free {
      for j in free {
        let diagonal = i == j ? damping * max(curvature[i * size + i], 1e-12) : 0
        matrix.append(curvature[i * size + j] + diagonal)
      }
    }
    guard let solved = Self.solve(&matrix, free.map { slope[$0] }) else { return nil }
    var result = [Double](repeating: 0, count: size)
    for (place, i) in free.enumerated() { result[i] = solved[place] }
    return result
  }

  /// Solves a positive definite system in place by Cholesky's factors; nil where it is not.
  private static func solve(_ a: inout [Double], _ right: [Double]) -> [Double]? {
    let n = right.count
    var x = right
    for j in 0..<n {
      var pivot = a[j * n + j]
      for k in 0..<j { pivot -= a[j * n + k] * a[j * n + k] }
      guard pivot > 0, pivot.isFinite else { return nil }
      let root = pivot.squareRoot()
      a[j * n + j] = root
      for i in j + 1..<max(n, j + 1) {
        var sum = a[i * n + j]
        for k in 0..<j { sum -= a[i * n + k] * a[j * n + k] }
        a[i * n + j] = sum / root
      }
    }
    for i in 0..<n {
      for k in 0..<i { x[i] -= a[i * n + k] * x[k] }
      x[i] /= a[i * n + i]
    }
    for i in (0..<n).reversed() {
      for k in i + 1..<max(n, i + 1) { x[i] -= a[k * n + i] * x[k] }
      x[i] /= a[i * n + i]
    }
    return x.allSatisfy(\.isFinite) ? x : nil
  }

  /// The parameters and states after a step, parameters cut at their bounds.
  private func moved(_ step: [Double]) -> (SmoothingWeights, SmoothingState) {
    let form = filter.form
    let limits = bounds
    var values = smoothing
    for i in values.indices {
      values[i] = min(max(values[i] + step[i], limits[i].lowerBound), limits[i].upperBound)
    }
    var w = weights
    w.alpha = values[0]
    var next = 1
    if form.hasTrend {
      w.beta = min(values[next], w.alpha)
      next += 1
    }
    if form.hasSeason {
      // γ ≤ 1 − α: the larger step gives way.
      w.gamma = min(values[next], 1 - SmoothingAdmissibility.share.lowerBound)
      if w.gamma > 1 - w.alpha {
        let room = 1 / (w.gamma + w.alpha)
        w.alpha = max(w.alpha * room - 1e-12, SmoothingAdmissibility.share.lowerBound)
        w.gamma = min(w.gamma, 1 - w.alpha)
        w.beta = min(w.beta, w.alpha)
      }
      next += 1
    }
    if form.trend == .damped {
      w.phi = values[next]
      next += 1
    }
    var s = state
    s.level += step[next]
    next += 1
    if form.hasTrend {
      s.trend += step[next]
      next += 1
    }
    if form.hasSeason {
      var sum = 0.0
      for p in 1..<max(1, s.season.count) {
        s.season[p] += step[next]
        sum += s.season[p]
        next += 1
      }
      s.season[0] = (form.season == .multiplicative ? Double(s.season.count) : 0) - sum
    }
    return (w, s)
  }
}
