internal import Probability

#if canImport(Glibc)
  internal import Glibc
#endif

/// Who comes back, and after what time: redials after giving up, recontacts after an answer.
///
/// Customers also call again with another matter, as they would have anyway. So the time until a customer is next seen
/// is a mixture: with probability r an exponential delay of mean D runs; beside it, for everybody, chance calls at
/// rate c. What lies beyond the window, or beyond the end of the data, is only known to be longer.
///
/// *Formula*: S(t) = (1 − r + r e^(−t/D)) e^(−ct); the density is −S′. Searched in (logit r, log D, log c). The interval
/// of r is the likelihood ratio's, which may end at zero; those of D and c come from the observed information.
public struct ReturnFit: Hashable, Sendable {
  /// The probability of coming back because of this contact.
  public var share: FittedValue
  /// The mean delay of those in seconds.
  public var delay: FittedValue
  /// Calls by chance of a customer in an hour.
  public var chancePerHour: Double
  /// Contacts after which the customer was seen again within the window, whatever the reason.
  public var seenAgain: Int
  /// Contacts that were followed.
  public var followed: Int
  /// The window in seconds.
  public var windowSeconds: Double
  /// Whether calls by chance are told from returns: four returns or fewer are taken as they are.
  public private(set) var isChanceTakenOut = false

  /// Fits the times until customers are seen again.
  ///
  /// *Edge cases*: nil where nobody was followed; a share of zero with its binomial bound where nobody came back.
  public init?(_ times: CensoredTimes, windowSeconds: Double, confidence: Double = 0.95) {
    followed = times.count
    seenAgain = times.eventCount
    self.windowSeconds = windowSeconds
    guard followed > 0 else { return nil }
    guard seenAgain > 4, let likelihood = ReturnLikelihood(times, longest: windowSeconds) else {
      share =
        FittedValue.share(seenAgain, of: followed, confidence: confidence)
        ?? FittedValue(0, lower: 0, upper: 1, count: 0)
      // So few may all be chance.
      share.lower = 0
      delay = FittedValue(
        times.points.first { $0.events > 0 }?.seconds ?? windowSeconds, lower: 0, upper: .infinity,
        count: seenAgain)
      chancePerHour = 0
      return
    }
    isChanceTakenOut = true
    let peak = likelihood.peak()
    let r = 1 / (1 + exp(-peak.point[0]))
    let bound = likelihood.bounds(of: peak, confidence: confidence)
    share = FittedValue(r, lower: bound.lower, upper: bound.upper, count: followed)
    let covariance = LikelihoodSearch.covariance(at: peak, likelihood.value)
    // Without chance calls the likelihood is flat in their rate; the others are told apart all the same.
    let variance = covariance?[1][1] ?? likelihood.delayVariance(at: peak)
    delay = .positive(
      exp(peak.point[1]), logError: (variance ?? .infinity).squareRoot(), count: seenAgain,
      confidence: confidence)
    let rate = exp(peak.point[2]) * 3600
    chancePerHour = rate < 1e-9 ? 0 : rate
  }
}

/// The likelihood behind a return fit.
private struct ReturnLikelihood {
  let points: [(seconds: Double, events: Double, censored: Double)]
  let longest: Double
  let usual: Double

  /// Gathers times to three digits: what they keep does not move an estimate, and a likelihood costs thousands of terms
  /// rather than millions.
  init?(_ times: CensoredTimes, longest: Double) {
    var points: [(seconds: Double, events: Double, censored: Double)] = []
    var total = 0.0
    for point in times.points {
      let scale = pow(10, (log10(point.seconds)).rounded(.down) - 2)
      let seconds = (point.seconds / scale).rounded() * scale
      if let last = points.last, last.seconds == seconds {
        points[points.count - 1].events += Double(point.events)
        points[points.count - 1].censored += Double(point.censored)
      } else {
        points.append((seconds, Double(point.events), Double(point.censored)))
      }
      total += Double(point.events) * point.seconds
    }
    guard times.eventCount > 0, longest > 0 else { return nil }
    self.points = points
    self.longest = longest
    usual = total / Double(times.eventCount)
  }

  func value(_ parameters: [Double]) -> Double {
    value(share: 1 / (1 + exp(-parameters[0])), parameters[1], parameters[2])
  }

  private func value(share r: Double, _ logDelay: Double, _ logChance: Double) -> Double {
    let (delay, chance) = (exp(logDelay), exp(logChance))
    guard delay > 0.1, delay < longest, chance > 1e-15, chance < 10 else { return -.infinity }
    var value = 0.0
    for point in points {
      let still = r * exp(-point.seconds / delay)
      let survival = 1 - r + still
      if point.events > 0 { value += point.events * log(still / delay + chance * survival) }
      if point.censored > 0 { value += point.censored * log(survival) }
      value -= (point.events + point.censored) * chance * point.seconds
    }
    return value
  }

  func peak() -> LikelihoodSearch.Peak {
    let exposure = points.reduce(0) { $0 + ($1.events + $1.censored) * $1.seconds }
    let events = points.reduce(0) { $0 + $1.events }
    let rate = log(max(1e-12, 0.2 * events / exposure))
    let starts = [(0.0, 0.7), (-1.5, 0.2), (1.0, 0.05)].map { odds, delay in
      [odds, log(min(0.9 * longest, max(0.2, delay * usual))), rate]
    }
    let peaks = starts.map { LikelihoodSearch.maximum(from: $0, value) }
    return peaks.max { $0.value < $1.value } ?? LikelihoodSearch.Peak(point: starts[0], value: 0)
  }

  /// Shares whose best likelihood is not too far below the peak's.
  ///
  /// *Formula*: 2 (log L − max log L(r)) ≤ z².
  func bounds(
    of peak: LikelihoodSearch.Peak, confidence: Double
  ) -> (lower: Double, upper: Double) {
    let z = SpecialFunctions.normalQuantile(0.5 + confidence / 2)
    let floor = peak.value - 0.5 * z * z
    func reaches(_ r: Double) -> Bool {
      let start = [peak.point[1], peak.point[2]]
      let best = LikelihoodSearch.maximum(from: start, step: 0.2) {
        value(share: r, $0[0], $0[1])
      }
      return best.value >= floor
    }
    let estimate = 1 / (1 + exp(-peak.point[0]))
    func end(_ border: Double) -> Double {
      if reaches(border) { return border }
      var (inside, outside) = (estimate, border)
      while abs(inside - outside) > 2e-5 {
        let middle = 0.5 * (inside + outside)
        if reaches(middle) { inside = middle } else { outside = middle }
      }
      return inside
    }
    return (end(0), end(1))
  }

  func delayVariance(at peak: LikelihoodSearch.Peak) -> Double? {
    let chance = peak.point[2]
    let point = LikelihoodSearch.Peak(point: Array(peak.point[..<2]), value: peak.value)
    return LikelihoodSearch.covariance(at: point) { value([$0[0], $0[1], chance]) }?[1][1]
  }
}
