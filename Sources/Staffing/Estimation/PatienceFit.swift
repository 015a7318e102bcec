public import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// Patience as one family of curves sees it.
public struct PatienceFit: Hashable, Sendable {
  /// The family, with its parameters.
  public var shape: DurationShape
  /// Mean patience in seconds.
  public var mean: FittedValue
  /// The family's own numbers beside the mean, by name.
  public var parameters: [Parameter]
  /// The logarithm of the likelihood.
  public var logLikelihood: Double

  /// A number of a family.
  public struct Parameter: Hashable, Sendable {
    /// Its name, such as `weibull_shape`.
    public var name: String
    /// The number.
    public var value: FittedValue
  }

  /// Akaike's criterion: less is better.
  ///
  /// *Formula*: 2 k − 2 log L with k parameters, the mean included.
  /// *Source*: Akaike (1974), A new look at the statistical model identification, doi:10.1109/TAC.1974.1100705.
  public var criterion: Double { 2 * Double(parameters.count + 1) - 2 * logLikelihood }

  /// The share with a patience longer than a time.
  public func survival(at seconds: Double) -> Double {
    switch shape {
    case .weibull(let exponent):
      exp(-pow(seconds * tgamma(1 + 1 / exponent) / mean.value, exponent))
    case .hyperexponential(let share, let factor):
      hyperexponentialSurvival(seconds, share, factor)
    default: exp(-seconds / mean.value)
    }
  }

  private func hyperexponentialSurvival(
    _ seconds: Double, _ share: Double, _ factor: Double
  ) -> Double {
    let short = mean.value / (1 - share + share * factor)
    return (1 - share) * exp(-seconds / short) + share * exp(-seconds / (short * factor))
  }

  /// The family's name.
  public var name: String { String(shape.text.prefix { $0 != " " }) }
}

extension PatienceFit {
  /// Every family that the data allow, the best by ``criterion`` first.
  ///
  /// *Edge cases*: without any event none; with fewer than five only the exponential.
  public static func all(_ times: CensoredTimes, confidence: Double = 0.95) -> [PatienceFit] {
    guard let exponential = exponential(times, confidence: confidence) else { return [] }
    guard times.eventCount >= 5 else { return [exponential] }
    let others = [
      weibull(times, confidence: confidence), hyperexponential(times, confidence: confidence),
    ].compactMap { $0 }
    return ([exponential] + others).sorted { $0.criterion < $1.criterion }
  }

  /// How far the family's curve is from Kaplan and Meier's at most, where at least ten are still seen.
  public func largestDistance(from curve: SurvivalCurve) -> Double {
    var before = 1.0
    var largest = 0.0
    for step in curve.steps where step.atRisk >= 10 {
      let here = survival(at: step.seconds)
      largest = max(largest, abs(here - step.survival), abs(here - before))
      before = step.survival
    }
    return largest
  }
}
