internal import ContactCenter
internal import Queueing

/// What the staffing intervals of a queue are sized for: rates by the method over time, and how uncertain they are.
struct WaitingLoads {
  let profile: RateProfile
  let choice: OverTimeChoice
  /// Mean contacts of each block.
  let contacts: [Double]
  /// Arrivals per second that stand for what a block's contacts meet, at the mean forecast.
  let expected: [Double]
  /// Arrivals per second that each block is sized for.
  let sized: [Double]
  /// Arrivals per second of interval-by-interval sizing, as risky as `sized`.
  let plain: [Double]
  /// The distribution of the rate to size for; nil where the forecast has none.
  let spreads: [RateSpread?]
  /// Equally likely rates over the expected one: what is uncertain beyond Poisson counting.
  let factors: [[Double]]
  /// Contacts and rates of each block on each sample path; empty without paths.
  private(set) var paths: [Path] = []

  /// One future.
  struct Path {
    /// Contacts of each block.
    var contacts: [Double]
    /// Arrivals per second that stand for what they meet.
    var rates: [Double]
  }

  init(
    _ demand: QueueForecast, _ queue: Queue, _ request: StaffingRequest
  ) throws(StaffingError) {
    let profile = try RateProfile(of: demand, queue: queue, request: request)
    let choice = OverTimeChoice(request.options.overTime, profile)
    let rule = choice.method.rule ?? OfferedLoadRate.self
    self.profile = profile
    self.choice = choice
    contacts = profile.blocks.map { profile.sum(profile.contacts, $0) }
    expected = rule.expectation.rates(of: profile, contacts: profile.contacts)
    let mean = rule.rates(of: profile, contacts: profile.contacts)
    let levels = QuantileRates(demand, profile, rule)
    var spreads = levels.spreads
    var factors = levels.factors(expected: expected)
    if let volumes = PathVolumes(request.paths, of: demand, request: request)?.volumes {
      let open = volumes.map { profile.open($0) }
      paths = open.map { volumes in
        Path(
          contacts: profile.blocks.map { profile.sum(volumes, $0) },
          rates: rule.expectation.rates(of: profile, contacts: volumes))
      }
      let sizes = open.map { rule.rates(of: profile, contacts: $0) }
      for block in profile.blocks.indices {
        spreads[block] = .paths(sizes.map { $0[block] }.sorted())
      }
      factors = PathFactors.factors(
        paths.map(\.rates), expected: expected, seconds: profile.blocks.map(\.seconds))
    }
    self.spreads = spreads
    self.factors = factors
    let risk = request.options.risk?.value
    let sized = zip(mean, spreads).map { rate, spread in
      guard let risk, let spread else { return rate }
      return max(0, spread.rate(at: risk))
    }
    self.sized = sized
    let plain = AverageRate.rates(of: profile, contacts: profile.contacts)
    self.plain = plain.indices.map { mean[$0] > 0 ? plain[$0] * sized[$0] / mean[$0] : plain[$0] }
  }

  /// A block's traffic at a rate, at least a trickle.
  func traffic(
    _ block: Int, rate: Double, _ sizing: WaitingSizing
  ) throws(QueueingError) -> Traffic {
    let own = profile.blocks[block]
    return try sizing.traffic(
      rate: max(rate, fewestContacts / own.seconds), handleSeconds: own.handleSeconds)
  }

  /// Whether anything arrives in a block.
  func arrives(in block: Int) -> Bool { contacts[block] >= fewestContacts }
}

/// A rule's rates at the quantiles of a forecast, all intervals at the same quantile.
private struct QuantileRates {
  private(set) var spreads: [RateSpread?]
  private var deviations: [Double] = []

  init(_ demand: QueueForecast, _ profile: RateProfile, _ rule: any OverTimeRule.Type) {
    spreads = profile.blocks.map { _ in nil }
    let own = demand.intervals.map { ForecastSpread($0.quantiles) }
    guard own.contains(where: { $0 != nil }) else { return }
    let count = QuantileLevels.percents.count
    let levels = (0..<count).map { level in
      rule.rates(
        of: profile,
        contacts: profile.open(
          demand.intervals.indices.map { own[$0]?.value(level) ?? demand.intervals[$0].offered }))
    }
    // Beyond Poisson counting, interval by interval and then as the rule adds them up.
    let excess = demand.intervals.indices.map { index in
      max(0, (own[index]?.variance ?? 0) - demand.intervals[index].offered).squareRoot()
    }
    deviations = rule.expectation.rates(of: profile, contacts: profile.open(excess))
    for (index, block) in profile.blocks.enumerated()
    where own[block.steps].contains(where: { $0 != nil }) {
      spreads[index] = ForecastSpread(levels.map { $0[index] }).map { .quantiles($0) }
    }
  }

  /// Means of the five fifths of a normal curve; one point where nothing is uncertain.
  func factors(expected: [Double]) -> [[Double]] {
    guard !deviations.isEmpty else { return expected.map { _ in [1] } }
    let fifths = [-1.3998096020390, -0.5319032138, 0, 0.5319032138, 1.3998096020390]
    return zip(expected, deviations).map { rate, deviation in
      guard rate > 0, deviation.isFinite, deviation > 0.01 * rate else { return [1] }
      return fifths.map { max(0.01, 1 + $0 * deviation / rate) }
    }
  }
}

/// Equally likely rates of sample paths.
private enum PathFactors {
  /// The means of five fifths of the paths, drawn together by the part of their variance that is Poisson counting.
  static func factors(
    _ rates: [[Double]], expected: [Double], seconds: [Double]
  ) -> [[Double]] {
    expected.indices.map { block in
      let own = rates.map { $0[block] }.sorted()
      guard own.count >= 5, expected[block] > 0 else { return [1] }
      let mean = own.reduce(0, +) / Double(own.count)
      let variance =
        own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(own.count - 1)
      let counting = mean / seconds[block]
      guard variance > counting else { return [max(0.01, mean / expected[block])] }
      let kept = (1 - counting / variance).squareRoot()
      return (0..<5).map { fifth in
        let part = own[(fifth * own.count / 5)..<((fifth + 1) * own.count / 5)]
        let center = part.reduce(0, +) / Double(part.count)
        return max(0.01, (mean + kept * (center - mean)) / expected[block])
      }
    }
  }
}
