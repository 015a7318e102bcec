internal import ContactCenter

/// The mean handle time to replay in each interval, from the totals that a history records.
///
/// The recorded mean of an interval is the mean of the contacts that happened to come. To draw contacts around it would
/// count their chance twice: measured on a replay of data from the model itself, abandonment came out 1.8 points too
/// high. What belongs to the interval is what its mean keeps when more contacts come, so each mean is drawn toward the
/// period's by the share of its variance that is chance.
///
/// *Formula*: m̂ᵢ = m̄ + (mᵢ − m̄) τ² / (τ² + σ²/nᵢ), σ being the spread of single handle times and τ² the variance
/// between intervals beyond it, by the method of moments: τ² = max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)) with w = n/σ² and
/// Q = Σ w (m − m̄)².
/// *Source*: DerSimonian and Laird (1986), Meta-analysis in clinical trials, doi:10.1016/0197-2456(86)90046-2; the
/// shrinkage is the empirical Bayes estimate of the random effect.
struct ReplayHandleTimes {
  /// The mean to replay by interval.
  var means: [Double]
  /// Whether the history has handle times.
  var isKnown: Bool

  /// Reads the handle times of a queue; nil where neither history nor plan knows any.
  init?(_ service: ActualService, of queue: Queue) {
    var own: [(index: Int, contacts: Double, mean: Double)] = []
    for index in service.offered.indices {
      guard let total = service.handleSeconds[index], let taken = service.answered[index],
        taken > 0, total > 0
      else { continue }
      own.append((index, taken, total / taken))
    }
    let contacts = own.reduce(0) { $0 + $1.contacts }
    isKnown = contacts > 0
    guard isKnown else {
      guard let usual = queue.handleTime?.value else { return nil }
      means = service.offered.map { _ in usual }
      return
    }
    let mean = own.reduce(0) { $0 + $1.contacts * $1.mean } / contacts
    means = service.offered.map { _ in mean }
    let variation = ReplayEvidence.variation(service)?.value ?? queue.handleTimeVariation
    let variance = variation * variation * mean * mean
    guard variance > 0 else {
      for interval in own { means[interval.index] = interval.mean }
      return
    }
    var (spread, weights, squares) = (0.0, 0.0, 0.0)
    for interval in own {
      let weight = interval.contacts / variance
      spread += weight * (interval.mean - mean) * (interval.mean - mean)
      weights += weight
      squares += weight * weight
    }
    let scale = weights - squares / weights
    let between = scale > 0 ? max(0, (spread - Double(own.count - 1)) / scale) : 0
    for interval in own {
      let kept = between / (between + variance / interval.contacts)
      means[interval.index] = mean + kept * (interval.mean - mean)
    }
  }
}
