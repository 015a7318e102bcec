internal import Glibc

/// A positive number value · exp(log) that may lie outside the range of Double.
struct ScaledValue {
  var value: Double
  var log: Double

  /// The number in units of exp(`unit`).
  func inUnits(ofLog unit: Double) -> Double { log == unit ? value : value * exp(log - unit) }
}
