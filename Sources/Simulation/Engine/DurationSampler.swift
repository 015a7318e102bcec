internal import ContactCenter
internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// Draws from a shape with mean 1.
///
/// The three usual shapes are drawn in the loop; the others by a call. By inversion every draw takes one uniform number
/// and grows with it, which antithetic pairs need; gamma's inverse costs microseconds.
struct DurationSampler: Sendable {
  private enum Kind: Sendable {
    case constant, exponential, lognormal, gamma, hyperexponential, weibull, uniform, empirical
  }

  private let kind: Kind
  /// The logarithm's deviation, the variation, the exponent, or the share of the long ones.
  private let first: Double
  /// The scale, or the mean of the short ones.
  private let second: Double
  /// The mean of the long ones.
  private let third: Double
  private let values: ContiguousArray<Double>

  init(_ shape: DurationShape) {
    var (first, second, third) = (0.0, 1.0, 1.0)
    var values: ContiguousArray<Double> = []
    switch shape {
    case .constant: kind = .constant
    case .exponential: kind = .exponential
    case .lognormal(let variation):
      kind = variation > 0 ? .lognormal : .constant
      first = Lognormal(mean: 1, coefficientOfVariation: variation).logDeviation
    case .gamma(let variation):
      kind = variation > 0 ? .gamma : .constant
      first = variation
    case .erlang(let stages):
      kind = stages == 1 ? .exponential : .gamma
      first = 1 / Double(stages).squareRoot()
    case .hyperexponential(let share, let factor):
      kind = .hyperexponential
      first = share
      second = 1 / (1 - share + share * factor)
      third = second * factor
    case .weibull(let exponent):
      kind = .weibull
      first = exponent
      second = 1 / tgamma(1 + 1 / exponent)
    case .uniform: kind = .uniform
    case .empirical(let durations):
      kind = .empirical
      let mean = durations.reduce(0, +) / Double(max(1, durations.count))
      values = ContiguousArray(durations.sorted().map { mean > 0 ? $0 / mean : 1 })
    }
    (self.first, self.second, self.third, self.values) = (first, second, third, values)
  }

  /// A variate by whatever is fastest.
  @inline(__always)
  func draw(
    _ stream: inout ContactStream, _ exponential: borrowing ExponentialZiggurat,
    _ normal: borrowing NormalZiggurat
  ) -> Double {
    switch kind {
    case .exponential: return exponential.draw(using: &stream)
    case .constant: return 1
    case .lognormal: return exp(first * (normal.draw(using: &stream) - 0.5 * first))
    default: return drawOther(&stream)
    }
  }

  @inline(never)
  private func drawOther(_ stream: inout ContactStream) -> Double {
    switch kind {
    case .gamma: return Gamma(mean: 1, coefficientOfVariation: first).sample(using: &stream)
    case .hyperexponential:
      let isLong = stream.uniform() < first
      return stream.exponential() * (isLong ? third : second)
    case .weibull: return second * pow(stream.exponential(), 1 / first)
    case .uniform: return 2 * stream.uniform()
    default: return invert(stream.uniformOpen())
    }
  }

  /// The variate below which a share `uniform` of all lies.
  func invert(_ uniform: Double) -> Double {
    switch kind {
    case .constant: return 1
    case .exponential: return -log1p(-uniform)
    case .lognormal:
      return exp(first * (SpecialFunctions.normalQuantile(uniform) - 0.5 * first))
    case .gamma: return Gamma(mean: 1, coefficientOfVariation: first).quantile(uniform)
    case .hyperexponential: return invertHyperexponential(uniform)
    case .weibull: return second * pow(-log1p(-uniform), 1 / first)
    case .uniform: return 2 * uniform
    case .empirical:
      return values.isEmpty
        ? 1 : values[min(values.count - 1, Int(uniform * Double(values.count)))]
    }
  }

  /// Bisection: the tail has no closed inverse.
  private func invertHyperexponential(_ uniform: Double) -> Double {
    let longest = max(second, third)
    var low = 0.0
    var high = -log1p(-uniform) * longest + 1e-12
    for _ in 0..<200 where high - low > 1e-13 * high {
      let middle = 0.5 * (low + high)
      let below = 1 - first * exp(-middle / third) - (1 - first) * exp(-middle / second)
      if below < uniform { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}

/// The random numbers of one contact for one purpose.
///
/// Contact n owns the draws 64 n to 64 n + 63 of the queue's SplitMix64 sequence for that purpose, so that it
/// brings the same patience and work into every scenario, whatever was drawn for others before.
///
/// *Source*: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
struct ContactStream: RandomStream {
  private var state: UInt64
  /// All ones in the second of an antithetic pair.
  private let flip: UInt64

  /// SplitMix64's increment.
  private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

  init(key: UInt64) {
    state = key
    flip = 0
  }

  @inline(__always)
  init(key: UInt64, ordinal: UInt64, flip: UInt64) {
    state = key &+ (ordinal &<< 6) &* ContactStream.step
    self.flip = flip
  }

  /// The stream `slot` draws further on.
  @inline(__always)
  func at(_ slot: UInt64) -> ContactStream {
    var copy = self
    copy.state &+= slot &* ContactStream.step
    return copy
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= ContactStream.step
    return SplitMix64.mix(state) ^ flip
  }
}
