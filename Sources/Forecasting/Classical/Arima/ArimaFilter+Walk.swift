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
      covariance.withUnsafeBufferPointer { p in
        moved.withUnsafeMutableBufferPointer { m in
          var j = 0
          while j < n {
            var i = 0
            while i < r {
              m[i * n + j] = filter.phi[i] * p[j] + (i + 1 < r ? p[(i + 1) * n + j] : 0)
              i += 1
            }
            m[r * n + j] = filter.integrated(p[j]) { p[(r + $0) * n + j] }
            i = r + 1
            while i < n {
              m[i * n + j] = p[(i - 1) * n + j]
              i += 1
            }
            j += 1
          }
        }
      }
      moved.withUnsafeBufferPointer { m in
        predicted.withUnsafeMutableBufferPointer { next in
          var i = 0
          while i < n {
            let row = i * n
            let impulse = i < r ? filter.impulse[i] : 0
            var j = 0
            while j < r {
              next[row + j] =
                m[row] * filter.phi[j] + (j + 1 < r ? m[row + j + 1] : 0)
                + impulse * filter.impulse[j]
              j += 1
            }
            next[row + r] = filter.integrated(m[row]) { m[row + r + $0] }
            j = r + 1
            while j < n {
              next[row + j] = m[row + j - 1]
              j += 1
            }
            i += 1
          }
        }
      }
    }

    /// The covariance of state and value, and the variance of the value.
    private mutating func load() {
      let (n, r) = (filter.size, filter.armaSize)
      var changed = 0.0
      covariance.withUnsafeBufferPointer { p in
        loading.withUnsafeMutableBufferPointer { loading in
          var i = 0
          while i < n {
            // The first row: below the diagonal the stationary part keeps nothing.
            let value = filter.integrated(p[i]) { p[(r + $0) * n + i] }
            changed = max(changed, abs(value - loading[i]))
            loading[i] = value
            i += 1
          }
        }
      }
      variance = filter.integrated(loading[0]) { loading[r + $0] }
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
