/// How durations spread around their mean; a shape has no length of its own.
///
/// A duration is its mean times a variate of the shape, so that one shape serves every interval, group and speed.
public enum DurationShape: Hashable, Sendable {
  /// Always the mean.
  case constant
  /// Without memory: the usual first guess at patience.
  case exponential
  /// By its standard deviation over mean: the shape of handle times.
  case lognormal(variation: Double)
  /// By its standard deviation over mean.
  case gamma(variation: Double)
  /// The sum of so many equal exponential stages.
  case erlang(stages: Int)
  /// Two kinds of contacts, each exponential: `share` of them take `factor` times as long as the others.
  case hyperexponential(share: Double, factor: Double)
  /// With exponent `shape` in exp(−(x/scale)^shape): below 1 the impatient leave first, above 1 they leave together.
  case weibull(shape: Double)
  /// Evenly from 0 to twice the mean.
  case uniform
  /// One of these durations, drawn with replacement; their mean is scaled to the mean asked for.
  case empirical([Double])

  /// The shape that a standard deviation over mean of handle times usually stands for.
  ///
  /// 0 is constant, 1 exponential, anything else lognormal.
  public static func usual(variation: Double) -> DurationShape {
    variation == 0 ? .constant : variation == 1 ? .exponential : .lognormal(variation: variation)
  }
}
