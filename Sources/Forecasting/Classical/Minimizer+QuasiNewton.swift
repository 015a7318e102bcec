extension Minimizer {
  /// The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with gradients by differences.
  ///
  /// For smooth functions, such as a Gaussian likelihood: a tenth of the evaluations of a simplex. Gradients are
  /// forward differences until those no longer gain anything, then central ones. Steps are halved until Armijo's
  /// condition holds; the curvature is updated only where it stays positive.
  ///
  /// *Units and shapes*: variables should be of order 1. `refines` asks for the central differences; without them the
  /// answer is good to about the root of the precision. `tolerance` is the gain of a step relative to
  /// 1 + |value| below which the search ends.
  /// *Edge cases*: as `nelderMead`; a start whose value is not finite is returned as it is.
  /// *Source*: Nocedal and Wright (2006), Numerical Optimization, 2nd ed., algorithms 3.1 and 6.1,
  /// doi:10.1007/978-0-387-40065-5; the change of differences: Gill, Murray and Wright (1981), Practical
  /// Optimization, section 4.6.
  static func quasiNewton(
    from start: [Double], tolerance: Double = 1e-9, maximumEvaluations: Int = 1000,
    refines: Bool = true, _ function: @escaping ([Double]) -> Double
  ) -> Minimum {
    var counted = Counted(function)
    var point = start
    var value = counted(start)
    guard !start.isEmpty, value.isFinite else {
      return Minimum(
        point: start, value: value, evaluations: 1, converged: start.isEmpty)
    }
    let size = start.count
    var central = false
    var inverse = identity(size)
    var slope = gradient(at: point, value: value, central: central, &counted)
    while counted.evaluations < maximumEvaluations {
      var direction = product(inverse, slope).map { -$0 }
      var descent = dot(direction, slope)
      if !(descent < 0) {
        inverse = identity(size)
        direction = slope.map { -$0 }
        descent = dot(direction, slope)
      }
      let next = lineSearch(
        from: point, value: value, along: direction, descent: descent, &counted)
      let gain = next.map { value - $0.value } ?? 0
      if let next {
        let move = zip(next.point, point).map { $0 - $1 }
        point = next.point
        value = next.value
        let newSlope = gradient(at: point, value: value, central: central, &counted)
        update(&inverse, move: move, change: zip(newSlope, slope).map { $0 - $1 })
        slope = newSlope
      }
      if gain <= tolerance * (1 + abs(value)) {
        if central || !refines {
          return Minimum(
            point: point, value: value, evaluations: counted.evaluations, converged: true)
        }
        central = true
        inverse = identity(size)
        slope = gradient(at: point, value: value, central: true, &counted)
      }
    }
    return Minimum(
      point: point, value: value, evaluations: counted.evaluations, converged: false)
  }

  private static func identity(_ size: Int) -> [[Double]] {
    (0..<size).map { i in (0..<size).map { $0 == i ? 1 : 0 } }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { dot($0, vector) }
  }

  /// Differences; a side that is not defined is replaced by the other, and by 0 where neither is.
  private static func gradient(
    at point: [Double], value: Double, central: Bool, _ function: inout Counted
  ) -> [Double] {
    var moved = point
    return point.indices.map { i in
      // The cube root of the precision balances rounding and truncation for central, its root for forward ones.
      let step = (central ? 6e-6 : 2e-8) * max(abs(point[i]), 1)
      moved[i] = point[i] + step
      let above = function(moved)
      var below = value
      if central || !above.isFinite {
        moved[i] = point[i] - step
        below = function(moved)
      }
      moved[i] = point[i]
      return switch (above.isFinite, below.isFinite) {
      case (true, true): (above - below) / (central ? 2 * step : step)
      case (true, false): (above - value) / step
      case (false, true): (value - below) / step
      case (false, false): 0
      }
    }
  }

  private static func lineSearch(
    from point: [Double], value: Double, along direction: [Double], descent: Double,
    _ function: inout Counted
  ) -> (point: [Double], value: Double)? {
    // A first step along the plain gradient can be of any length; no step moves a variable by more than 2.
    let longest = direction.reduce(0) { max($0, abs($1)) }
    var step = longest > 2 ? 2 / longest : 1
    for _ in 0..<30 {
      let next = zip(point, direction).map { $0 + step * $1 }
      let nextValue = function(next)
      if nextValue <= value + 1e-4 * step * descent { return (next, nextValue) }
      step *= nextValue.isFinite ? 0.4 : 0.2
    }
    return nil
  }

  /// H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ, ρ = 1 / yᵀs.
  private static func update(_ inverse: inout [[Double]], move: [Double], change: [Double]) {
    let curvature = dot(move, change)
    guard curvature > 1e-12 * (dot(move, move) * dot(change, change)).squareRoot() else { return }
    let rotated = product(inverse, change)
    let factor = (1 + dot(change, rotated) / curvature) / curvature
    for i in move.indices {
      for j in move.indices {
        inverse[i][j] +=
          factor * move[i] * move[j]
          - (rotated[i] * move[j] + move[i] * rotated[j]) / curvature
      }
    }
  }
}
