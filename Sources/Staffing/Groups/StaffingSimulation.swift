internal import ContactCenter
internal import Probability
internal import Simulation

/// What simulations of one staffing have found so far.
struct StaffingSample: Sendable {
  /// One ratio for each goal of the case.
  var ratios: [RatioStatistics]
  /// Whether anybody came who was to be answered, for each goal.
  var hasContacts: [Bool]
  /// Replications taken in.
  var count = 0

  /// The margins of all goals.
  func margins(_ goals: [GroupGoal]) -> [Double] {
    goals.indices.map { goals[$0].margin(ratios[$0].ratio, hasContacts: hasContacts[$0]) }
  }
}

/// Whether a staffing keeps all promises.
struct StaffingVerdict: Hashable, Sendable {
  /// By the estimates.
  var isMet: Bool
  /// With the confidence asked for, all looks together.
  var isCertain: Bool
}

/// Simulates the staffings of one case, with the same random numbers for all, and remembers what was found.
///
/// Each replication starts empty, warms up unmeasured and then measures some 2,000 contacts. Streams are keyed by queue,
/// contact and replication, so that two staffings see the same contacts with the same handle times and patience.
struct StaffingSimulation {
  let model: GroupCase
  private let options: GroupStaffingOptions
  private var known: [[Int]: StaffingSample] = [:]

  init(_ model: GroupCase, _ options: GroupStaffingOptions) {
    self.model = model
    self.options = options
  }

  /// How many staffings were simulated.
  var simulated: Int { known.count }

  /// What at least so many replications of a staffing say.
  mutating func sample(
    _ agents: [Int], replications: Int
  ) throws(SimulationError) -> StaffingSample {
    var sample =
      known[agents]
      ?? StaffingSample(
        ratios: Array(repeating: RatioStatistics(), count: model.goals.count),
        hasContacts: Array(repeating: false, count: model.goals.count))
    guard sample.count < replications else { return sample }
    let staffed = model.simulationModel(agents: agents)
    while sample.count < replications {
      let tally = try simulateOnce(staffed, seed: options.seed, replication: sample.count)
      for (index, goal) in model.goals.enumerated() {
        let part = goal.fraction(of: tally, interval: GroupCase.measuredInterval)
        if goal.hasContacts(in: tally, interval: GroupCase.measuredInterval) {
          sample.hasContacts[index] = true
        }
        sample.ratios[index].add(numerator: part.numerator, denominator: part.denominator)
      }
      sample.count += 1
    }
    known[agents] = sample
    return sample
  }

  /// Whether a staffing keeps all promises: replications go on until that is certain, or there are too many.
  ///
  /// Looked at after 8, 16, 32, … replications; each look has its part of the chance to be wrong (Bonferroni), so that
  /// the confidence is that of all looks at one promise. A promise that is kept or broken so narrowly that all replications
  /// leave it open is decided by its estimate.
  mutating func verdict(_ agents: [Int]) throws(SimulationError) -> StaffingVerdict {
    if model.goals.isEmpty { return StaffingVerdict(isMet: true, isCertain: true) }
    var replications = min(8, options.mostReplications)
    while true {
      let sample = try sample(agents, replications: replications)
      let quantile = factor(sample.count, looks: looks)
      let margins = sample.margins(model.goals)
      var isMet = true
      var isOpen = false
      for (index, goal) in model.goals.enumerated() {
        let margin = margins[index]
        let error = sample.ratios[index].standardError * quantile * abs(goal.slope)
        let halfWidth = error.isFinite ? error : 0
        if margin + halfWidth < 0 { return StaffingVerdict(isMet: false, isCertain: true) }
        if margin < 0 { isMet = false }
        if margin < halfWidth { isOpen = true }
      }
      if !isOpen { return StaffingVerdict(isMet: true, isCertain: true) }
      if sample.count >= options.mostReplications {
        return StaffingVerdict(isMet: isMet, isCertain: false)
      }
      replications = min(sample.count * 2, options.mostReplications)
    }
  }

  /// How often a verdict may look.
  private var looks: Int {
    var (count, replications) = (1, max(1, min(8, options.mostReplications)))
    while replications < options.mostReplications {
      (count, replications) = (count + 1, replications * 2)
    }
    return count
  }

  private func factor(_ count: Int, looks: Int = 1) -> Double {
    guard count > 1 else { return .infinity }
    return StudentQuantiles(
      count: count, confidence: 1 - (1 - options.confidence) / Double(looks)
    ).plain
  }

  /// The promises as they are kept by a staffing.
  mutating func promises(_ agents: [Int]) throws(SimulationError) -> [GroupPromise] {
    let verdict = try verdict(agents)
    let sample = try sample(agents, replications: min(32, options.mostReplications))
    let quantile = factor(sample.count)
    let margins = sample.margins(model.goals)
    return model.goals.indices.map { index in
      let (goal, ratio, margin) = (model.goals[index], sample.ratios[index], margins[index])
      let interval = ratio.interval()
      let isFar = abs(margin) >= ratio.standardError * quantile * abs(goal.slope)
      return GroupPromise(
        queue: goal.queue, measure: goal.measure, limit: goal.limit,
        estimate: interval.estimate.isFinite ? interval.estimate : nil,
        halfWidth: interval.halfWidth.isFinite ? interval.halfWidth : nil,
        isMet: margin >= 0, isCertain: verdict.isCertain || isFar)
    }
  }
}
