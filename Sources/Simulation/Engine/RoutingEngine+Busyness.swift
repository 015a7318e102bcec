internal import ContactCenter
internal import Probability

/// Rates that differ from day to day and from interval to interval.
extension RoutingEngine {
  /// Multiplies each queue's rates by gamma factors for its days and intervals.
  ///
  /// *Formula*: a day's factor is the gamma quantile of Φ(√ρ Z + √(1 − ρ) Y), with Z common to all queues and Y the
  /// queue's own; without correlation and stratification it is drawn directly.
  mutating func drawBusyness(_ replication: Int) {
    var common: [Double] = []
    for (index, queue) in layout.queues.enumerated() {
      guard queue.busynessVariation > 0 || queue.behavior.intervalVariation > 0,
        sources[index].process == .rates
      else { continue }
      if queue.behavior.busynessCorrelation.value > 0, common.isEmpty {
        var stream = namedStream("", "common busyness")
        common = (0..<layout.dayCount).map { _ in
          SpecialFunctions.normalQuantile(uniform(&stream))
        }
      }
      let days = dayFactors(queue, common, replication)
      var own = namedStream(queue.name, "interval busyness")
      let variation = queue.behavior.intervalVariation
      let spread = Gamma(mean: 1, coefficientOfVariation: variation)
      for interval in 0..<intervalCount {
        var factor = days.isEmpty ? 1 : days[layout.dayNumbers[interval]]
        if variation > 0 {
          factor *=
            options.sampling == .antithetic
            ? spread.quantile(uniform(&own)) : spread.sample(using: &own)
        }
        let cell = index * intervalCount + interval
        rates[cell] = layout.rates[cell] * factor
      }
    }
  }

  /// One factor for each day; none without variation.
  private func dayFactors(
    _ queue: QueueModel, _ common: [Double], _ replication: Int
  ) -> [Double] {
    guard queue.busynessVariation > 0 else { return [] }
    let distribution = Gamma(mean: 1, coefficientOfVariation: queue.busynessVariation)
    var stream = namedStream(queue.name, "busyness")
    let correlation = queue.behavior.busynessCorrelation.value
    if correlation == 0, options.sampling == .independent {
      return (0..<layout.dayCount).map { _ in distribution.sample(using: &stream) }
    }
    var strata = Xoshiro256(
      StreamKey(seed: options.seed, name: queue.name, purpose: "strata"))
    return (0..<layout.dayCount).map { day in
      var share = uniform(&stream)
      if options.sampling == .stratified {
        share = stratum(share, replication, &strata)
      }
      guard correlation > 0 else { return distribution.quantile(share) }
      let score =
        correlation.squareRoot() * common[day]
        + (1 - correlation).squareRoot() * SpecialFunctions.normalQuantile(share)
      return distribution.quantile(SpecialFunctions.normalCumulative(score))
    }
  }

  /// Moves a uniform number into the replication's part of the unit interval.
  ///
  /// Every part is visited once in so many replications, in an order of its own for each day and queue: replication
  /// r's part is (a r + b) modulo their number, with a prime to it.
  private func stratum(
    _ share: Double, _ replication: Int, _ strata: inout Xoshiro256
  ) -> Double {
    let count = max(1, options.replications)
    let offset = Int(truncatingIfNeeded: strata.next() % UInt64(count))
    var factor = Int(truncatingIfNeeded: strata.next() % UInt64(count))
    while Self.commonDivisor(max(factor, 1), count) != 1 { factor = (factor + 1) % count }
    let part = (replication % count * max(factor, 1) + offset) % count
    return (Double(part) + share) / Double(count)
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : commonDivisor(second, first % second)
  }

  private func uniform(_ stream: inout Xoshiro256) -> Double {
    (Double((stream.next() ^ flip) >> 12) + 0.5) * 0x1p-52
  }
}
