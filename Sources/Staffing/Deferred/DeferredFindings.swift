internal import ContactCenter

/// What staffing says about a deferred queue as a whole.
enum DeferredFindings {
  static func all(_ outcome: DeferredOutcome, limit: Double?, queue: Queue) -> [Finding] {
    guard !outcome.isEmpty, queue.behavior.outbound == nil else { return [] }
    var findings: [Finding] = []
    let deadline = queue.target.threshold
    if let limit, let target = queue.target.serviceLevel {
      findings.append(
        Finding(
          .warning, code: "staffing.deadline-impossible",
          "\(percent(1 - limit)) of the contacts come so long before the queue opens that \(deadline.text) are over: at most \(percent(limit)) can be in time, \(target.text) are asked; staffed as if the deadline counted in open time",
          place: queue.name,
          advice: "Maybe clock: open-hours is meant, or the queue must open longer."))
    }
    let ages = outcome.byAge.map { "\(percent($0.share)) within \(Seconds($0.seconds).text)" }
    var message =
      "\(percent(outcome.inTime)) of the contacts are expected in time; without chance \(ages.joined(separator: ", "))"
    if let clear = outcome.clear {
      message += "; nothing is left at the end with a probability of \(percent(clear))"
    }
    findings.append(Finding(.note, code: "staffing.deferred", message, place: queue.name))
    return findings
  }

  private static func percent(_ share: Double) -> String {
    Share(roundedToDecimals(min(1, max(0, share)), 2)).text
  }
}
