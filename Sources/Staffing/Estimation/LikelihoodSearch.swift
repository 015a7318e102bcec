#if canImport(Glibc)
  internal import Glibc
#endif

/// The largest value of a log-likelihood of a few parameters, and the curvature there.
///
/// Goals: never fail on a likelihood that is flat or steep, then precision to 1e-6 of a standard error. Speed comes
/// last: the data are gathered before, so that a likelihood costs little. Derivatives by hand would save evaluations
/// and bring one more place to err for each family.
///
/// *Source*: Nelder and Mead (1965), doi:10.1093/comjnl/7.4.308, begun anew from its own answer until nothing is gained.
enum LikelihoodSearch {
  /// Where the likelihood is largest, and how large.
  struct Peak {
    var point: [Double]
    var value: Double
  }

  /// Climbs from a start.
  ///
  /// - Parameter likelihood: of unbounded parameters; −∞ or NaN where it is not defined.
  static func maximum(
    from start: [Double], step: Double = 0.5, _ likelihood: ([Double]) -> Double
  ) -> Peak {
    var best = Peak(point: start, value: clean(likelihood(start)))
    var step = step
    for _ in 0..<8 {
      let next = climb(from: best, step: step, likelihood)
      let gain = next.value - best.value
      best = next
      if gain < 1e-9 { break }
      step *= 0.3
    }
    return best
  }

  /// The covariance of the estimates: the inverse of the observed information at the peak.
  ///
  /// *Edge cases*: nil where the likelihood is not curved in every direction, as at the border of what is possible.
  static func covariance(at peak: Peak, _ likelihood: ([Double]) -> Double) -> [[Double]]? {
    let count = peak.point.count
    let h = 2e-3
    func value(_ shifts: [(Int, Double)]) -> Double {
      var point = peak.point
      for (index, shift) in shifts { point[index] += shift }
      return likelihood(point)
    }
    var information = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for i in 0..<count {
      information[i][i] = -(value([(i, h)]) - 2 * peak.value + value([(i, -h)])) / (h * h)
      for j in 0..<i {
        let mixed =
          value([(i, h), (j, h)]) - value([(i, h), (j, -h)]) - value([(i, -h), (j, h)])
          + value([(i, -h), (j, -h)])
        information[i][j] = -mixed / (4 * h * h)
        information[j][i] = information[i][j]
      }
    }
    return inverse(information)
  }

  private static func climb(
    from start: Peak, step: Double, _ likelihood: ([Double]) -> Double
  ) -> Peak {
    let count = start.point.count
    var simplex = [start]
    for index in 0..<count {
      var point = start.point
      point[index] += step
      simplex.append(Peak(point: point, value: clean(likelihood(point))))
    }
    for _ in 0..<(200 * count) {
      simplex.sort { $0.value > $1.value }
      let size =
        simplex.dropFirst().map { corner in
          zip(corner.point, simplex[0].point).map { abs($0 - $1) }.max() ?? 0
        }.max() ?? 0
      if size < 1e-9 || simplex[0].value - simplex[count].value < 1e-13 * abs(simplex[0].value) {
        break
      }
      let worst = simplex[count]
      let center = (0..<count).map { axis in
        simplex[..<count].reduce(0) { $0 + $1.point[axis] } / Double(count)
      }
      func along(_ factor: Double) -> Peak {
        let point = zip(center, worst.point).map { $0 + factor * ($0 - $1) }
        return Peak(point: point, value: clean(likelihood(point)))
      }
      let mirrored = along(1)
      if mirrored.value > simplex[0].value {
        let further = along(2)
        simplex[count] = further.value > mirrored.value ? further : mirrored
      } else if mirrored.value > simplex[count - 1].value {
        simplex[count] = mirrored
      } else {
        let nearer = along(mirrored.value > worst.value ? 0.5 : -0.5)
        if nearer.value > max(worst.value, mirrored.value) {
          simplex[count] = nearer
        } else {
          for corner in 1...count {
            let point = zip(simplex[0].point, simplex[corner].point).map { ($0 + $1) / 2 }
            simplex[corner] = Peak(point: point, value: clean(likelihood(point)))
          }
        }
      }
    }
    return simplex.max { $0.value < $1.value } ?? start
  }

  private static func clean(_ value: Double) -> Double { value.isNaN ? -.infinity : value }

  /// The inverse of a small positive definite matrix; nil where it is none.
  private static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
    let count = matrix.count
    var left = matrix
    var right = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
    for pivot in 0..<count {
      let scale = left[pivot][pivot]
      // Without exchanges: pivots of a positive definite matrix are positive.
      guard scale > 1e-9 * max(1e-6, abs(matrix[pivot][pivot])), scale.isFinite else { return nil }
      for column in 0..<count {
        left[pivot][column] /= scale
        right[pivot][column] /= scale
      }
      for row in 0..<count where row != pivot {
        let factor = left[row][pivot]
        for column in 0..<count {
          left[row][column] -= factor * left[pivot][column]
          right[row][column] -= factor * right[pivot][column]
        }
      }
    }
    return right
  }
}
