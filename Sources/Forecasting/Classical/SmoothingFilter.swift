#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: the likelihood of R's forecast package to the last digits; slopes with respect to all parameters
// and first states in the same pass, because a search with slopes needs twenty passes where a simplex needs two
// thousand; no allocation per step.
//
// All forms share one recursion. With q = l + φb and the season s of the step, the one-step forecast is f = q, q + s
// or q·s; the error e = y − f moves the states by
//   l ← q + α a,  b ← φb + β a,  s ← s + γ c,   a = e, c = e            (season none or additive)
//                                               a = e / s, c = e / q    (season multiplicative)
// whatever the error: additive and multiplicative errors differ in the likelihood alone.

/// One pass of a smoothing model over a series.
struct SmoothingFilter {
  let form: SmoothingForm
  /// Steps per season, 1 without one.
  let period: Int
  /// The series; NaN where missing.
  let values: [Double]

  init(_ form: SmoothingForm, period: Int, values: [Double]) {
    self.form = form
    self.period = form.hasSeason ? max(1, period) : 1
    self.values = values
  }

  /// What a pass found.
  struct Pass {
    /// Sum of squared errors, relative ones where errors are multiplicative.
    var squares = 0.0
    /// Sum of the logarithms of the forecasts, where errors are multiplicative.
    var logs = 0.0
    /// Observed steps.
    var count = 0
    /// Whether every forecast is usable.
    var isUsable = true

    /// −2 log L up to a constant of n: n log Σe² + 2 Σ log |f|.
    func criterion(least: Double) -> Double {
      guard isUsable, squares.isFinite, logs.isFinite, count > 0 else { return .infinity }
      return Double(count) * log(max(squares, least)) + 2 * logs
    }
  }

  /// Passes over the series; `each` gets every step's forecast and relative or absolute error, NaN where missing.
  func run(
    _ weights: SmoothingWeights, from start: SmoothingState,
    each: (_ forecast: Double, _ error: Double) -> Void = { _, _ in }
  ) -> (pass: Pass, end: SmoothingState) {
    var pass = Pass()
    var level = start.level
    var trend = start.trend
    var ring = form.hasSeason ? start.season : [0]
    let relative = form.error == .multiplicative
    let times = form.season == .multiplicative
    let seasonal = form.hasSeason
    var place = 0
    ring.withUnsafeMutableBufferPointer { ring in
      for y in values {
        let q = level + weights.phi * trend
        let s = ring[place]
        let f = times ? q * s : q + s
        trend *= weights.phi
        level = q
        if !y.isNaN {
          let e = y - f
          if relative {
            if !(f > 1e-10) { pass.isUsable = false }
            pass.squares += (e / f) * (e / f)
            pass.logs += log(abs(f))
          } else {
            pass.squares += e * e
          }
          pass.count += 1
          let a = times ? e / s : e
          level += weights.alpha * a
          trend += weights.beta * a
          if seasonal { ring[place] = s + weights.gamma * (times ? e / q : e) }
          each(f, relative ? e / f : e)
        } else {
          each(f, .nan)
        }
        place += 1
        if place == ring.count { place = 0 }
      }
    }
    let season = seasonal ? Array(ring[place...] + ring[..<place]) : []
    return (pass, SmoothingState(level: level, trend: trend, season: season))
  }

  /// The curvature and the downhill slope of the criterion in all free parameters, by the method of scoring.
  ///
  /// *Formula*: with additive errors the normal equations of Gauss and Newton, Σ f′f′ᵀ and Σ f′e. With relative errors
  /// r = e / f the criterion n log Σr² + 2 Σ log f has the slope Σ (f′/f)(r + r² − σ²) and about the curvature
  /// Σ (f′/f)(f′/f)ᵀ, σ² = Σr² / n.
  /// *Units and shapes*: order α, β, γ, φ, l, b, s₂ … s_m as far as they are; the first season is what makes their
  /// sum 0 or m. The curvature has the full square, column by column.
  /// *Complexity*: O(n K²), K free parameters.
  func slopes(
    _ weights: SmoothingWeights, from start: SmoothingState
  ) -> (curvature: [Double], slope: [Double]) {
    let size = form.freeCount(period: period)
    var work = Tangents(form: form, period: period, size: size)
    var level = start.level
    var trend = start.trend
    var ring = form.hasSeason ? start.season : [0]
    var place = 0
    for y in values {
      let s = ring[place]
      let q = level + weights.phi * trend
      let f = form.season == .multiplicative ? q * s : q + s
      let step = Tangents.Step(y: y, q: q, s: s, f: f, trend: trend, place: place)
      if form.error == .multiplicative {
        work.advance(step, weights, scale: 1 / f)
      } else {
        work.advance(step, weights, scale: 1)
      }
      trend *= weights.phi
      level = q
      if !y.isNaN {
        let e = y - f
        let a = form.season == .multiplicative ? e / s : e
        level += weights.alpha * a
        trend += weights.beta * a
        if form.hasSeason {
          ring[place] = s + weights.gamma * (form.season == .multiplicative ? e / q : e)
        }
      }
      place += 1
      if place == ring.count { place = 0 }
    }
    return work.finished(relative: form.error == .multiplicative)
  }
}

/// Derivatives of the states with respect to every free parameter, carried along a pass.
private struct Tangents {
  /// The quantities of one step before its update.
  struct Step {
    let y: Double
    let q: Double
    let s: Double
    let f: Double
    let trend: Double
    let place: Int
  }

  let form: SmoothingForm
  let size: Int
  /// Places of β, γ and φ among the parameters, −1 where absent; α has 0.
  let beta: Int
  let gamma: Int
  let phi: Int
  var level: [Double]
  var trend: [Double]
  /// By place of the ring, then parameter.
  var season: [Double]
  /// f′, scaled.
  var forecast: [Double]
  var curvature: [Double]
  var slope: [Double]
  var sums: [Double]
  var squares = 0.0
  var count = 0.0

  init(form: SmoothingForm, period: Int, size: Int) {
    self.form = form
    self.size = size
    var next = 1
    func place(_ exists: Bool) -> Int {
      defer { if exists { next += 1 } }
      return exists ? next : -1
    }
    beta = place(form.hasTrend)
    gamma = place(form.hasSeason)
    phi = place(form.trend == .damped)
    level = [Double](repeating: 0, count: size)
    trend = level
    forecast = level
    slope = level
    sums = level
    curvature = [Double](repeating: 0, count: size * size)
    season = [Double](repeating: 0, count: size * period)
    level[next] = 1
    next += 1
    if form.hasTrend {
      trend[next] = 1
      next += 1
    }
    if form.hasSeason {
      for p in 1..<max(1, period) {
        season[p * size + next] = 1
        season[next] = -1
        next += 1
      }
    }
  }

  /// Moves the tangents over one step and adds it to the sums.
  mutating func advance(_ step: Step, _ w: SmoothingWeights, scale: Double) {
    let size = size
    let times = form.season == .multiplicative
    let seasonal = form.hasSeason
    let observed = !step.y.isNaN
    let e = observed ? step.y - step.f : 0
    let a = times ? e / step.s : e
    let alphaNow = observed ? w.alpha : 0
    let betaNow = observed ? w.beta : 0
    let gammaNow = observed ? w.gamma : 0
    // a = y/s − q and c = y/q − s where the season multiplies.
    let perSeason = times && observed ? step.y / (step.s * step.s) : 0
    let perQ = times && observed ? step.y / (step.q * step.q) : 0
    let relative = e * scale
    let working = form.error == .multiplicative ? relative + relative * relative : relative
    let (betaPlace, gammaPlace, phiPlace) = (beta, gamma, phi)
    level.withUnsafeMutableBufferPointer { level in
      trend.withUnsafeMutableBufferPointer { trend in
        season.withUnsafeMutableBufferPointer { season in
          forecast.withUnsafeMutableBufferPointer { forecast in
            let base = step.place * size
            for j in 0..<size {
              let carried = w.phi * trend[j] + (j == phiPlace ? step.trend : 0)
              let dq = level[j] + carried
              let ds = seasonal ? season[base + j] : 0
              let df = times ? dq * step.s + step.q * ds : dq + ds
              let da = times ? -perSeason * ds - dq : -df
              forecast[j] = df * scale
              level[j] = dq + alphaNow * da
              trend[j] = carried + betaNow * da
              if seasonal {
                season[base + j] = ds + gammaNow * (times ? -perQ * dq - ds : -df)
              }
            }
            guard observed else { return }
            level[0] += a
            if betaPlace > 0 { trend[betaPlace] += a }
            if gammaPlace > 0 { season[base + gammaPlace] += times ? e / step.q : e }
          }
        }
      }
    }
    guard observed else { return }
    squares += relative * relative
    count += 1
    curvature.withUnsafeMutableBufferPointer { curvature in
      forecast.withUnsafeBufferPointer { forecast in
        slope.withUnsafeMutableBufferPointer { slope in
          sums.withUnsafeMutableBufferPointer { sums in
            for i in 0..<size {
              let here = forecast[i]
              slope[i] += here * working
              sums[i] += here
              for j in 0...i { curvature[i * size + j] += here * forecast[j] }
            }
          }
        }
      }
    }
  }

  func finished(relative: Bool) -> (curvature: [Double], slope: [Double]) {
    var full = curvature
    for i in 0..<size {
      for j in 0..<i { full[j * size + i] = full[i * size + j] }
    }
    guard relative, count > 0 else { return (full, slope) }
    let variance = squares / count
    return (full, slope.indices.map { slope[$0] - variance * sums[$0] })
  }
}
