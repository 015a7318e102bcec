internal import ContactCenter
internal import Queueing

/// The intervals that interval-by-interval Erlang would have staffed with fewer agents than the method chosen.
struct ShortIntervals {
  private let method: OverTimeMethod
  private let count: Int
  private let all: Int
  private let first: Instant
  private let worst: Worst

  private struct Worst {
    var start: Instant
    var agents: Int
    var plain: Int
    var level: Double
    var plainLevel: Double
  }

  /// Compares the answers with plain ones; nil where none is short, or nothing else was chosen.
  ///
  /// Where `sipp` itself was asked for it is compared with `mol`. Contracts over days and weeks are left out: there an
  /// interval may have fewer on purpose.
  init?(
    _ loads: WaitingLoads, _ answers: WaitingAnswers, _ sizing: WaitingSizing,
    _ demand: QueueForecast
  ) {
    let choice = loads.choice
    guard !(choice.isAutomatic && choice.method == .sipp), sizing.queue.target.span == .interval
    else { return nil }
    let isPlain = choice.method == .sipp
    let profile = loads.profile
    var carried: [Double] = []
    if isPlain { carried = OfferedLoadRate.rates(of: profile, contacts: profile.contacts) }
    var sizing = sizing
    var count = 0
    var first: Instant?
    var worst: Worst?
    for (block, answer) in answers.blocks.enumerated() {
      guard let answer else { continue }
      let ratio = loads.expected[block] > 0 ? loads.sized[block] / loads.expected[block] : 1
      let rate = isPlain ? carried[block] * ratio : loads.plain[block]
      guard let traffic = try? loads.traffic(block, rate: rate, sizing),
        let other = try? sizing.agents(for: traffic)
      else { continue }
      let own = answer.sized.agents
      let (agents, plain) = isPlain ? (other, own) : (own, other)
      guard plain < agents else { continue }
      let start = demand.intervals[profile.blocks[block].steps.lowerBound].start
      count += 1
      first = first ?? start
      guard agents - plain > worst.map({ $0.agents - $0.plain }) ?? 0 else { continue }
      let met =
        isPlain
        ? (try? loads.traffic(block, rate: carried[block], sizing)) ?? answer.sized.traffic
        : answer.sized.traffic
      func level(_ agents: Int) -> Double {
        (try? sizing.measures(of: met, agents: agents))?.serviceLevel(sizing.goal.definition) ?? 0
      }
      worst = Worst(
        start: start, agents: agents, plain: plain, level: level(agents), plainLevel: level(plain))
    }
    guard let first, let worst else { return nil }
    method = isPlain ? .mol : choice.method
    all = answers.blocks.count { $0 != nil }
    self.count = count
    self.first = first
    self.worst = worst
  }

  /// The finding.
  func finding(_ queue: Queue) -> Finding {
    func percent(_ value: Double) -> String { Share(roundedToDecimals(value, 3)).text }
    return Finding(
      .note, code: "staffing.interval-by-interval-short",
      "interval by interval, Erlang has fewer agents than \(method.rawValue) in \(count) of \(all) intervals; "
        + "worst at \(StaffingFinding.time(worst.start)): \(worst.plain) in place of \(worst.agents), "
        + "service level \(percent(worst.plainLevel)) in place of \(percent(worst.level))",
      place: StaffingFinding.place(queue, first))
  }
}
