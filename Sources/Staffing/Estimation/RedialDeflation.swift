public import ContactCenter

/// A history without the repeated calls of those who gave up or found it busy: what would have come had all been
/// answered the first time.
///
/// *Formula*: of R = r(ab) · abandoned + r(bl) · blocked in an interval, each returns after an exponential delay with
/// mean D, from a time spread evenly over the interval (`DelayedArrivals`). Fresh contacts are offered less what
/// arrives.
/// *Assumption*: redial shares and delay are those of every interval; who returns after closing does not, because no
/// interval is there to count it; attempts are without limit.
public enum RedialDeflation {
  /// What was found.
  public struct Result: Sendable {
    /// The history with fresh contacts as offered; every other total is scaled with them, so that averages stay.
    public var history: DemandHistory
    /// What was done, queue by queue.
    public var findings: [Finding]
  }

  /// Takes the redials of these queues out of the queues to which they go.
  ///
  /// *Edge cases*: a queue without abandons and blocks in its history takes nothing out, with a finding; so does one
  /// whose customers make one attempt, while a higher limit is not looked at, and told; an interval in which more
  /// redials arrive than contacts were offered is set to zero and counted.
  public static func run(_ history: DemandHistory, redials: [String: Redial]) -> Result {
    var result = Result(history: history, findings: [])
    var sources: [String: [Source]] = [:]
    for queue in history.queues {
      guard let redial = redials[queue.queue] else { continue }
      if let finding = problem(queue, redial, in: history) {
        result.findings.append(finding)
        continue
      }
      if let attempts = redial.maximumAttempts {
        result.findings.append(
          Finding(
            .note, code: "fit.attempts-ignored",
            "the limit of \(attempts) attempts is ignored: every attempt is taken to be followed by another alike",
            place: queue.queue, advice: "Maybe lower the redial shares where many reach the limit.")
        )
      }
      sources[redial.queue ?? queue.queue, default: []].append(
        Source(queue: queue, redial: redial))
    }
    for index in history.queues.indices {
      let queue = history.queues[index]
      guard let own = sources[queue.queue] else { continue }
      result.history.queues[index] = deflated(
        queue, own, length: Double(history.length.seconds), &result.findings)
    }
    return result
  }

  /// A queue whose customers call again.
  private struct Source {
    let queue: QueueHistory
    let redial: Redial

    /// Redials of an interval's customers.
    func leaving(_ index: Int) -> Double {
      redial.afterAbandonment.value * (queue.measures[.abandoned]?[index] ?? 0)
        + redial.afterBlock.value * (queue.measures[.blocked]?[index] ?? 0)
    }

    /// Redials that arrive in each of the intervals that begin at `starts`, some of which may be the queue's own.
    func arriving(_ starts: [Instant], length: Double) -> [Double] {
      var (own, other) = (0, 0)
      var arriving = [Double](repeating: 0, count: starts.count)
      var away = DelayedArrivals(meanSeconds: redial.delay.value)
      var last: Instant?
      while own < queue.starts.count || other < starts.count {
        let isOwn =
          own < queue.starts.count
          && (other == starts.count || queue.starts[own] <= starts[other])
        let start = isOwn ? queue.starts[own] : starts[other]
        if let last {
          away.pass(Double(start.secondsSinceEpoch - last.secondsSinceEpoch) - length)
        }
        last = start
        let count = away.arriving(leaving: isOwn ? leaving(own) : 0, seconds: length)
        // What arrives while the other queue has no interval is counted nowhere.
        if other < starts.count, starts[other] == start {
          arriving[other] = count
          other += 1
        }
        if isOwn { own += 1 }
      }
      return arriving
    }

    /// Shares and delay, with the queue where it is another one.
    func text(in queue: String) -> String {
      (self.queue.queue == queue ? "" : "from \(self.queue.queue) ")
        + "at \(redial.afterAbandonment.text) after abandonment, \(redial.afterBlock.text) after a block, \(redial.delay.text) later"
    }
  }

  /// Why a queue's redials cannot be taken out.
  private static func problem(
    _ queue: QueueHistory, _ redial: Redial, in history: DemandHistory
  ) -> Finding? {
    guard queue.measures[.abandoned] != nil || queue.measures[.blocked] != nil else {
      return Finding(
        .warning, code: "fit.nothing-to-deflate",
        "the history has neither abandoned nor blocked: nothing can be taken out",
        place: queue.queue, advice: "Maybe --map abandoned=NAME.")
    }
    if let attempts = redial.maximumAttempts, attempts <= 1 {
      return Finding(
        .note, code: "fit.no-redials",
        "customers make one attempt: nothing is taken out", place: queue.queue,
        advice: "Maybe leave out redial, or allow more attempts.")
    }
    if let target = redial.queue, history[queue: target] == nil {
      return Finding(
        .warning, code: "fit.redial-elsewhere",
        "redials go to \(target), which the history does not have: nothing is taken out",
        place: queue.queue, advice: "Maybe export \(target) too.")
    }
    return nil
  }

  private static func deflated(
    _ queue: QueueHistory, _ sources: [Source], length: Double, _ findings: inout [Finding]
  ) -> QueueHistory {
    var fresh = queue
    var arriving = [Double](repeating: 0, count: queue.starts.count)
    for source in sources {
      for (index, count) in source.arriving(queue.starts, length: length).enumerated() {
        arriving[index] += count
      }
    }
    var taken = 0.0
    var clipped = 0
    for index in queue.starts.indices {
      let kept = queue.offered[index] - arriving[index]
      if kept < 0 { clipped += 1 }
      fresh.offered[index] = max(0, kept)
      taken += queue.offered[index] - fresh.offered[index]
      guard queue.offered[index] > 0 else { continue }
      let factor = fresh.offered[index] / queue.offered[index]
      for measure in HistoryMeasure.allCases where scales(measure) {
        if let value = fresh.measures[measure]?[index] {
          fresh.measures[measure]?[index] = value * factor
        }
      }
    }
    let all = queue.offered.reduce(0, +)
    let share = Share(roundedToDecimals(all > 0 ? taken / all : 0, 3)).text
    findings.append(
      Finding(
        .note, code: "fit.deflated",
        "\(whole(taken)) of \(whole(all)) offered contacts were redials (\(share)), "
          + sources.map { $0.text(in: queue.queue) }.joined(separator: ", and "),
        place: queue.queue,
        advice: "Maybe forecast this history, and staff with the same redial shares."))
    if clipped > 0 {
      findings.append(
        Finding(
          .warning, code: "fit.deflated-below-zero",
          "in \(clipped) intervals more redials would have come than contacts were offered: set to zero",
          place: queue.queue, advice: "Maybe the redial shares are too high for this period."))
    }
    return fresh
  }

  private static func scales(_ measure: HistoryMeasure) -> Bool {
    ![.thresholdSeconds, .backlog, .agents].contains(measure)
  }

  private static func whole(_ value: Double) -> String {
    value.isFinite && value.magnitude < 1e15 ? "\(Int(value.rounded()))" : "\(value)"
  }
}
