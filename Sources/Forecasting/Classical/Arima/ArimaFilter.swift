#if canImport(Glibc)
  internal import Glibc
#endif

// Goals, in order: the numbers of R's `arima` on any gaps; speed on a year of hours, where the state is small and
// the covariance settles after some steps, from where a step costs a few multiplications; one pass for a series
// and all its regressors, which share gains and differ in nothing but their values.

/// The Kalman filter of an ARIMA process: innovations, likelihood and forecasts.
///
/// The state is that of the stationary part (`StationaryCovariance`), then the last values of the series itself
/// where it is differenced. Those begin diffuse, with variance 10⁶ innovation variances, and a step whose variance
/// is 10⁴ or more counts as spent on them, as in R; without differences every step counts, also where R would drop
/// the first of a nearly unit root and so praise it. A missing value skips the update.
///
/// *Source*: Durbin and Koopman (2012), Time Series Analysis by State Space Methods, 2nd ed., chapters 4 and 7;
/// the form: Gardner, Harvey and Phillips (1980), doi:10.2307/2346910.
struct ArimaFilter: Sendable {
  /// The autoregression, filled up with zeros to the size of the stationary part.
  let phi: [Double]
  /// 1 and the moving average, filled up with zeros.
  let impulse: [Double]
  /// What integrates the differenced series, without zeros.
  let integration: [Lag]
  /// The size of the stationary part.
  let armaSize: Int
  /// The size of the state.
  let size: Int
  /// The covariance before the first value.
  let start: [Double]

  /// Variance of what is not known at all, in innovation variances.
  static let diffuse = 1e6
  /// Variance from which a step says nothing about the parameters.
  static let spent = 1e4

  /// Prepares the filter; nil where the process is not stationary after differencing.
  init?(_ polynomials: ArimaPolynomials, integration: [Double] = []) {
    let p = polynomials.autoregression
    let q = polynomials.movingAverage
    armaSize = max(p.count, q.count + 1)
    size = armaSize + integration.count
    guard let stationary = StationaryCovariance.matrix(p, q, size: armaSize) else { return nil }
    phi = p + [Double](repeating: 0, count: armaSize - p.count)
    impulse = [1] + q + [Double](repeating: 0, count: armaSize - q.count - 1)
    self.integration = Lag.all(integration)
    var whole = [Double](repeating: 0, count: size * size)
    for i in 0..<armaSize {
      for j in 0..<armaSize { whole[i * size + j] = stationary[i * armaSize + j] }
    }
    for i in armaSize..<size { whole[i * size + i] = Self.diffuse }
    start = whole
  }

  /// What one pass over a series and its regressors gives.
  struct Pass: Sendable {
    /// Innovations over their standard deviation, by column, then counted step.
    var innovations: [[Double]]
    /// The sum of the logarithms of the variances of the counted steps.
    var logVariance = 0.0
    /// The state after the last step, by column.
    var states: [[Double]]
    /// Its covariance.
    var covariance: [Double]

    /// The counted steps.
    var counted: Int { innovations.first?.count ?? 0 }

    /// The sum of squared innovations of the first column.
    var squares: Double { innovations.first.map { $0.reduce(0) { $0 + $1 * $1 } } ?? 0 }

    /// The log-likelihood with the innovation variance at its best value, squares over counted steps.
    var logLikelihood: Double {
      let n = Double(counted)
      guard n > 0, squares > 0 else { return -.infinity }
      return -0.5 * (n * log(squares / n) + logVariance + n + n * log(2 * Double.pi))
    }
  }

  /// Filters columns that share their missing steps.
  ///
  /// *Units and shapes*: the columns are equally long; `seen` tells the steps at which all are observed.
  func run(_ columns: [[Double]], seen: [Bool]) -> Pass {
    var walk = Walk(self)
    var pass = Pass(innovations: columns.map { _ in [] }, states: [], covariance: [])
    for c in columns.indices { pass.innovations[c].reserveCapacity(seen.count) }
    var states = [Double](repeating: 0, count: size * columns.count)
    var t = 0
    while t < seen.count {
      walk.step(seen: seen[t], first: t == 0)
      // Once the covariance has settled, what is seen without a gap needs nothing but the gain.
      var end = t + 1
      if walk.isSettled { while end < seen.count, seen[end] { end += 1 } }
      let counts = seen[t] && (integration.isEmpty || walk.variance < Self.spent)
      if counts { pass.logVariance += Double(end - t) * log(walk.variance) }
      let scale = 1 / walk.variance.squareRoot()
      for c in columns.indices {
        states.withUnsafeMutableBufferPointer { all in
          let state = UnsafeMutableBufferPointer(rebasing: all[c * size..<(c + 1) * size])
          follow(
            columns[c], t..<end, state, gain: seen[t] ? walk.gain : nil,
            scale: counts ? scale : nil, into: &pass.innovations[c])
        }
      }
      t = end
    }
    pass.states = columns.indices.map { Array(states[$0 * size..<($0 + 1) * size]) }
    pass.covariance = walk.covariance
    return pass
  }

  /// Walks one column through steps that share a gain, none where nothing is seen; writes what counts.
  private func follow(
    _ column: [Double], _ steps: Range<Int>, _ state: UnsafeMutableBufferPointer<Double>,
    gain: [Double]?, scale: Double?, into innovations: inout [Double]
  ) {
    guard let gain else {
      for _ in steps { predict(state) }
      return
    }
    column.withUnsafeBufferPointer { column in
      gain.withUnsafeBufferPointer { gain in
        var t = steps.lowerBound
        while t < steps.upperBound {
          predict(state)
          let innovation = column[t] - observed(state)
          var i = 0
          while i < size {
            state[i] += gain[i] * innovation
            i += 1
          }
          if let scale { innovations.append(innovation * scale) }
          t += 1
        }
      }
    }
  }

  /// What the first component of a state and those that differencing looks back on add up to.
  @inline(__always)
  func integrated(_ first: Double, _ earlier: (Int) -> Double) -> Double {
    var value = first
    var i = 0
    while i < integration.count {
      value += integration[i].coefficient * earlier(integration[i].steps - 1)
      i += 1
    }
    return value
  }

  /// Moves a state one step on.
  @inline(__always)
  private func predict(_ state: UnsafeMutableBufferPointer<Double>) {
    let now = state[0]
    if size > armaSize {
      let value = observed(state)
      var i = size - 1
      while i > armaSize {
        state[i] = state[i - 1]
        i -= 1
      }
      state[armaSize] = value
    }
    var i = 0
    while i < armaSize - 1 {
      state[i] = state[i + 1] + phi[i] * now
      i += 1
    }
    state[armaSize - 1] = phi[armaSize - 1] * now
  }

  /// The value that a state stands for.
  @inline(__always)
  private func observed(_ state: UnsafeMutableBufferPointer<Double>) -> Double {
    size == armaSize ? state[0] : integrated(state[0]) { state[armaSize + $0] }
  }

  /// Means and variances, in innovation variances, of the steps after a pass; of one of its columns.
  func forecast(after pass: Pass, column: Int = 0, steps: Int) -> (
    mean: [Double], variance: [Double]
  ) {
    var walk = Walk(self, covariance: pass.covariance)
    var state = pass.states[column]
    var mean: [Double] = []
    var variance: [Double] = []
    mean.reserveCapacity(steps)
    variance.reserveCapacity(steps)
    for _ in 0..<max(0, steps) {
      walk.step(seen: false, first: false)
      state.withUnsafeMutableBufferPointer { buffer in
        predict(buffer)
        mean.append(observed(buffer))
      }
      variance.append(max(0, walk.variance))
    }
    return (mean, variance)
  }
}
