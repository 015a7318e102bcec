extension Minimizer {
  /// The simplex method of Nelder and Mead, started again from its answer.
  ///
  /// For functions with kinks or bounds, such as the likelihood of exponential smoothing. A simplex may collapse
  /// before the minimum; a fresh one around its best point finds out, and the search ends when that gains nothing.
  ///
  /// *Units and shapes*: `steps` are the edges of the first simplex, one per variable, none 0. `tolerance` is the
  /// spread of the values over the simplex, relative to 1 + |value|, at which a simplex stops.
  /// *Edge cases*: without variables the start is the answer; where the start is not finite, neither may the answer be.
  /// *Source*: Nelder and Mead (1965), The Computer Journal 7:308-313, doi:10.1093/comjnl/7.4.308; ties and
  /// shrinking after Lagarias, Reeds, Wright and Wright (1998), SIAM J. Optim. 9:112-147,
  /// doi:10.1137/S1052623496303470.
  static func nelderMead(
    from start: [Double], steps: [Double], tolerance: Double = 1e-8,
    maximumEvaluations: Int = 2000, restarts: Int = 3, _ function: @escaping ([Double]) -> Double
  ) -> Minimum {
    precondition(steps.count == start.count)
    var counted = Counted(function)
    var best = start
    var value = counted(start)
    guard !start.isEmpty else {
      return Minimum(point: start, value: value, evaluations: 1, converged: true)
    }
    var converged = false
    for round in 0...max(0, restarts) where counted.evaluations < maximumEvaluations {
      let before = value
      // Later simplices are smaller: they ask whether the answer stands, not where to look.
      let edges = round == 0 ? steps : steps.map { $0 / 4 }
      var simplex = Simplex(around: best, value: value, edges: edges, &counted)
      converged = simplex.descend(
        tolerance: tolerance, maximumEvaluations: maximumEvaluations, &counted)
      best = simplex.points[0]
      value = simplex.values[0]
      if round > 0, before.isFinite, before - value <= tolerance * (1 + abs(value)) { break }
    }
    return Minimum(
      point: best, value: value, evaluations: counted.evaluations, converged: converged)
  }

  /// One more point than variables, the best first.
  private struct Simplex {
    var points: [[Double]]
    var values: [Double]

    init(around center: [Double], value: Double, edges: [Double], _ function: inout Counted) {
      points = [center]
      values = [value]
      for i in center.indices {
        var point = center
        point[i] += edges[i]
        insert(point, function(point))
      }
    }

    /// Puts a point in its place, behind those of the same value.
    mutating func insert(_ point: [Double], _ value: Double) {
      let place = values.firstIndex { $0 > value } ?? values.count
      points.insert(point, at: place)
      values.insert(value, at: place)
    }

    mutating func replaceWorst(_ point: [Double], _ value: Double) {
      points.removeLast()
      values.removeLast()
      insert(point, value)
    }

    /// Steps until the values agree; whether they did before the limit.
    mutating func descend(
      tolerance: Double, maximumEvaluations: Int, _ function: inout Counted
    ) -> Bool {
      let last = points.count - 1
      while function.evaluations < maximumEvaluations {
        // Infinity minus infinity is NaN and does not pass: a simplex all outside goes on shrinking.
        if values[last] - values[0] <= tolerance * (1 + abs(values[0])) { return true }
        let middle = points[0].indices.map { i in
          points[..<last].reduce(0) { $0 + $1[i] } / Double(last)
        }
        func along(_ t: Double) -> [Double] {
          zip(middle, points[last]).map { $0 + t * ($0 - $1) }
        }
        let reflected = along(1)
        let reflectedValue = function(reflected)
        if reflectedValue < values[0] {
          let expanded = along(2)
          let expandedValue = function(expanded)
          if expandedValue < reflectedValue {
            replaceWorst(expanded, expandedValue)
          } else {
            replaceWorst(reflected, reflectedValue)
          }
        } else if reflectedValue < values[last - 1] || (last == 1 && reflectedValue < values[1]) {
          replaceWorst(reflected, reflectedValue)
        } else {
          let outside = reflectedValue < values[last]
          let contracted = along(outside ? 0.5 : -0.5)
          let contractedValue = function(contracted)
          if contractedValue < min(reflectedValue, values[last]) {
            replaceWorst(contracted, contractedValue)
          } else {
            shrink(&function)
          }
        }
      }
      return false
    }

    private mutating func shrink(_ function: inout Counted) {
      let old = points
      points = [old[0]]
      values = [values[0]]
      for point in old.dropFirst() {
        let near = zip(old[0], point).map { $0 + 0.5 * ($1 - $0) }
        insert(near, function(near))
      }
    }
  }
}
