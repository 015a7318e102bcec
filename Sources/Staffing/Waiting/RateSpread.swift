internal import ContactCenter

/// The distribution of the rate that a block is sized for.
enum RateSpread {
  /// From the forecast's quantiles: the rule's rate when all intervals stand at the same quantile.
  case quantiles(ForecastSpread)
  /// From sample paths: the rule's rate on each, ascending.
  case paths([Double])

  /// The rate that is not exceeded with a probability.
  func rate(at probability: Double) -> Double {
    switch self {
    case .quantiles(let spread): return spread.volume(at: probability)
    case .paths(let rates):
      let index = (probability * Double(rates.count) - 1e-9).rounded(.up) - 1
      return rates[max(0, min(rates.count - 1, Int(index)))]
    }
  }

  /// The probability that the rate is at most `rate`.
  func probability(atMost rate: Double) -> Double {
    switch self {
    case .quantiles(let spread): return spread.probability(atMost: rate)
    case .paths(let rates):
      var low = 0
      var high = rates.count
      while low < high {
        let middle = (low + high) / 2
        if rates[middle] <= rate { low = middle + 1 } else { high = middle }
      }
      return Double(low) / Double(rates.count)
    }
  }
}
