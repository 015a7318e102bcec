extension ArimaFilter {
  /// The covariance as it walks through time: it depends on which steps are seen, not on their values.
  ///
  /// Once it repeats itself over as many seen steps as the state is long, it is left as it is until a gap.
  struct Walk {
    private let filter: ArimaFilter
    /// The covariance of the state, after the update of the last step.
    private(set) var covariance: [Double]
    private var predicted: [Double]
    private var moved: [Double]
    private var loading: [Double]
    private var unchanged = 0
    /// The variance of the value of the last step before it was seen.
    private(set) var variance = 0.0
    /// What an innovation of the last step moves in the state.
    private(set) var gain: [Double]

    init(_ filter: ArimaFilter, covariance: [Double]? = nil) {
      self.filter = filter
      self.covariance = covariance ?? filter.start
      predicted = [Double](repeating: 0, count: filter.size * filter.size)
      moved = filter.size > filter.armaSize ? predicted : []
      loading = [Double](repeating: 0, count: filter.size)
      gain = loading
    }

    /// Whether the covariance stays as it is until a gap.
    var isSettled: Bool { unchanged > filter.size }

    /// One step; the very first has its prediction already.
    mutating func step(seen: Bool, first: Bool) {
      if isSettled, seen { return }
      if !first {
        if filter.size == filter.armaSize { predictStationary() } else { predictIntegrated() }
        swap(&covariance, &predicted)
      }
      load()
      guard seen else {
        unchanged = 0
        return
      }
      update()
    }

    /// P ← T P Tᵀ + R Rᵀ for the stationary part alone; only the upper triangle is kept.
    private mutating func predictStationary() {
      let n = filter.armaSize
      covariance.withUnsafeBufferPointer { p in
        filter.phi.withUnsafeBufferPointer { phi in
          filter.impulse.withUnsafeBufferPointer { r in
            predicted.withUnsafeMutableBufferPointer { next in
              let p00 = p[0]
              var i = 0
              while i < n {
                let inner = i + 1 < n
                let below = inner ? p[i + 1] : 0
                var j = i
                while j < n {
                  var value = phi[j] * (phi[i] * p00 + below) + r[i] * r[j]
                  if j + 1 < n {
                    value += phi[i] * p[j + 1]
                    if inner { value += p[(i + 1) * n + j + 1] }
                  }
                  next[i * n + j] = value
                  j += 1
                }
                i += 1
              }
            }
          }
        }
      }
    }

    /// The same with the values that differencing looks back on, by M = T P and P = M Tᵀ.
    private mutating func predictIntegrated() {
      let (n, r) = (filter.size, filter.armaSize)
      let lags = filter.integration
      covariance.withUnsafeBufferPointer { p in
        filter.phi.withUnsafeBufferPointer { phi in
          filter.impulse.withUnsafeBufferPointer { impulse in
            moved.withUnsafeMutableBufferPointer { m in
              predicted.withUnsafeMutableBufferPointer { next in
                for j in 0..<n {
                  for i in 0..<r {
                    m[i * n + j] = phi[i] * p[j] + (i + 1 < r ? p[(i + 1) * n + j] : 0)
                  }
                  var sum = p[j]
                  for lag in lags { sum += lag.coefficient * p[(r + lag.steps - 1) * n + j] }
                  m[r * n + j] = sum
                }
                for i in stride(from: r + 1, to: n, by: 1) {
                  for j in 0..<n { m[i * n + j] = p[(i - 1) * n + j] }
                }
                for i in 0..<n {
                  let row = i * n
                  for j in 0..<r {
                    next[row + j] =
                      m[row] * phi[j] + (j + 1 < r ? m[row + j + 1] : 0)
                      + (i < r ? impulse[i] * impulse[j] : 0)
                  }
                  var sum = m[row]
                  for lag in lags { sum += lag.coefficient * m[row + r + lag.steps - 1] }
                  next[row + r] = sum
                  for j in stride(from: r + 1, to: n, by: 1) { next[row + j] = m[row + j - 1] }
                }
              }
            }
          }
        }
      }
    }

    /// The covariance of state and value, and the variance of the value.
    private mutating func load() {
      let (n, r) = (filter.size, filter.armaSize)
      var changed = 0.0
      for i in 0..<n {
        // The first row: below the diagonal the stationary part keeps nothing.
        var value = covariance[i]
        for lag in filter.integration {
          value += lag.coefficient * covariance[(r + lag.steps - 1) * n + i]
        }
        changed = max(changed, abs(value - loading[i]))
        loading[i] = value
      }
      variance = loading[0]
      for lag in filter.integration {
        variance += lag.coefficient * loading[r + lag.steps - 1]
      }
      unchanged = changed <= 1e-13 * variance ? unchanged + 1 : 0
    }

    private mutating func update() {
      let n = filter.size
      guard variance > 0 else {
        for i in 0..<n { gain[i] = 0 }
        return
      }
      let whole = n > filter.armaSize
      covariance.withUnsafeMutableBufferPointer { p in
        loading.withUnsafeBufferPointer { m in
          gain.withUnsafeMutableBufferPointer { k in
            var i = 0
            while i < n {
              let share = m[i] / variance
              k[i] = share
              var j = whole ? 0 : i
              while j < n {
                p[i * n + j] -= share * m[j]
                j += 1
              }
              i += 1
            }
          }
        }
      }
    }
  }
}
