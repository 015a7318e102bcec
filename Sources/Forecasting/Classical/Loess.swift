#if canImport(Glibc)
  internal import Glibc
#endif

// Cleveland's local regression on evenly spaced values, with the quirks of the original program kept: where the
// window is wider than the series the bandwidth grows by half the excess (whole numbers), every `jump`-th value is
// computed and the others interpolated, and weights outside 0.999 of the bandwidth are 0. R's `stl` is that program;
// components agree with it to rounding.

/// Local regression of evenly spaced values.
enum Loess {
  /// One smoother.
  struct Window: Hashable, Sendable {
    /// Values in the window, odd.
    var length: Int
    /// 0 for a local mean, 1 for a local line.
    var degree: Int
    /// Steps between computed values; those between are interpolated.
    var jump: Int

    /// A window with the jump that R takes: a tenth of its length.
    init(length: Int, degree: Int) {
      self.length = Loess.odd(max(3, length))
      self.degree = degree
      jump = (length + 9) / 10
    }
  }

  /// The next odd number.
  static func odd(_ number: Int) -> Int { number % 2 == 0 ? number + 1 : number }

  /// Smooths values at their own places.
  ///
  /// *Complexity*: O(n · length / jump).
  static func smooth(
    _ y: UnsafeBufferPointer<Double>, _ window: Window,
    into result: UnsafeMutableBufferPointer<Double>, weights: UnsafeMutableBufferPointer<Double>
  ) {
    let n = y.count
    guard n > 1 else {
      if n == 1 { result[0] = y[0] }
      return
    }
    let jump = max(1, min(window.jump, n - 1))
    let length = window.length
    let half = (length + 1) / 2
    var left = 1
    var right = min(length, n)
    func place(_ i: Int) {
      guard length < n else { return }
      if jump == 1 {
        // The window moves with the value and stops at the end.
        if i > half, right != n {
          left += 1
          right += 1
        }
      } else if i < half {
        (left, right) = (1, length)
      } else if i >= n - half + 1 {
        (left, right) = (n - length + 1, n)
      } else {
        (left, right) = (i - half + 1, length + i - half)
      }
    }
    for i in stride(from: 1, through: n, by: jump) {
      place(i)
      result[i - 1] =
        estimate(y, window, at: Double(i), from: left, to: right, weights: weights) ?? y[i - 1]
    }
    guard jump > 1 else { return }
    func interpolate(_ from: Int, _ to: Int) {
      let slope = (result[to - 1] - result[from - 1]) / Double(to - from)
      for j in from + 1..<to { result[j - 1] = result[from - 1] + slope * Double(j - from) }
    }
    for i in stride(from: 1, through: n - jump, by: jump) { interpolate(i, i + jump) }
    let last = (n - 1) / jump * jump + 1
    if last != n {
      result[n - 1] =
        estimate(y, window, at: Double(n), from: left, to: right, weights: weights) ?? y[n - 1]
      if last != n - 1 { interpolate(last, n) }
    }
  }

  /// The regression at a place, which may lie outside the series; places count from 1.
  ///
  /// *Returns*: nil where no value has weight.
  static func estimate(
    _ y: UnsafeBufferPointer<Double>, _ window: Window, at x: Double, from left: Int, to right: Int,
    weights w: UnsafeMutableBufferPointer<Double>
  ) -> Double? {
    let n = y.count
    var width = max(x - Double(left), Double(right) - x)
    if window.length > n { width += Double((window.length - n) / 2) }
    let outer = 0.999 * width
    let inner = 0.001 * width
    var total = 0.0
    for j in left...right {
      let distance = abs(Double(j) - x)
      var weight = 0.0
      if distance <= outer {
        if distance <= inner {
          weight = 1
        } else {
          let ratio = distance / width
          let cube = 1 - ratio * ratio * ratio
          weight = cube * cube * cube
        }
        total += weight
      }
      w[j - 1] = weight
    }
    guard total > 0 else { return nil }
    for j in left...right { w[j - 1] /= total }
    if width > 0, window.degree > 0 {
      var center = 0.0
      for j in left...right { center += w[j - 1] * Double(j) }
      var spread = 0.0
      for j in left...right {
        let distance = Double(j) - center
        spread += w[j - 1] * distance * distance
      }
      if spread.squareRoot() > 0.001 * Double(n - 1) {
        let slope = (x - center) / spread
        for j in left...right { w[j - 1] *= slope * (Double(j) - center) + 1 }
      }
    }
    var sum = 0.0
    for j in left...right { sum += w[j - 1] * y[j - 1] }
    return sum
  }
}
