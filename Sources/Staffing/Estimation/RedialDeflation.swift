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

  /// Takes redials out of the queues for which they are known.
  ///
  /// *Edge cases*: a queue without abandons and blocks in its history keeps its volumes, with a finding; an interval in
  /// which more redials arrive than contacts were offered is set to zero and counted.
  public static func run(_ history: DemandHistory, redials: [String: Redial]) -> Result {
    var result = Result(history: history, findings: [])
    for index in history.queues.indices {
      let queue = history.queues[index]
      guard let redial = redials[queue.queue] else { continue }
      guard queue.measures[.abandoned] != nil || queue.measures[.blocked] != nil else {
        result.findings.append(
          Finding(
            .warning, code: "fit.nothing-to-deflate",
            "the history has neither abandoned nor blocked: nothing can be taken out",
            place: queue.queue, advice: "Maybe --map abandoned=NAME."))
        continue
      }
      result.history.queues[index] = deflated(
        queue, redial, length: Double(history.length.seconds), &result.findings)
    }
    return result
  }

  private static func deflated(
    _ queue: QueueHistory, _ redial: Redial, length: Double, _ findings: inout [Finding]
  ) -> QueueHistory {
    var fresh = queue
    var away = DelayedArrivals(meanSeconds: redial.delay.value)
    var taken = 0.0
    var clipped = 0
    for index in queue.starts.indices {
      if index > 0 {
        away.pass(
          Double(
            queue.starts[index].secondsSinceEpoch - queue.starts[index - 1].secondsSinceEpoch)
            - length)
      }
      let repeats =
        redial.afterAbandonment.value * (queue.measures[.abandoned]?[index] ?? 0)
        + redial.afterBlock.value * (queue.measures[.blocked]?[index] ?? 0)
      let arriving = away.arriving(leaving: repeats, seconds: length)
      let kept = queue.offered[index] - arriving
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
    findings.append(
      Finding(
        .note, code: "fit.deflated",
        "\(whole(taken)) of \(whole(all)) offered contacts were redials (\(Share(roundedToDecimals(all > 0 ? taken / all : 0, 3)).text)), at \(redial.afterAbandonment.text) after abandonment, \(redial.afterBlock.text) after a block, \(redial.delay.text) later",
        place: queue.queue))
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
