internal import ContactCenter
public import Staffing

/// A fit as lines of a plan: keys with their values, each with its interval as a comment.
///
/// ```
/// queues:
///   billing:
///     patience: 2m23s  # 2m11s to 2m36s, 512 abandons
/// ```
///
/// What the data cannot tell stands as a comment alone, so that the lines can be pasted as they are.
public enum FitLines {
  /// The fewest abandons for a patience that a plan should rest on.
  static let fewestAbandons = 10

  /// The lines.
  ///
  /// - Parameters:
  ///   - fits: what was found.
  ///   - bestPatience: whether the family that fits best is written, in place of the exponential.
  /// *Edge cases*: a queue of which nothing is known is left out; where nothing is known at all, nil.
  public static func text(_ fits: [QueueFit], bestPatience: Bool = false) -> String? {
    var lines: [String] = []
    for fit in fits {
      let own = patience(fit, bestPatience) + work(fit) + customers(fit)
      guard own.contains(where: { !$0.hasPrefix("#") }) else { continue }
      lines.append("  \(PlanText.name(fit.queue)):")
      lines += own.map { "    \($0)" }
    }
    return lines.isEmpty ? nil : (["queues:"] + lines).joined(separator: "\n")
  }

  private static func patience(_ fit: QueueFit, _ best: Bool) -> [String] {
    guard let exponential = fit.patience else { return [] }
    let count = exponential.mean.count
    let abandons = "\(count) abandon\(count == 1 ? "" : "s")"
    guard count >= fewestAbandons else {
      return ["# patience: \(abandons) are too few: \(range(exponential.mean, duration))"]
    }
    var lines: [String] = []
    let family = fit.patienceFamilies.first
    if let family, family.shape != .exponential, family.mean.value <= 1e9 {
      let shape = "patience_shape: \(family.shape.kept)"
      let mean = "patience: \(duration(family.mean.value))"
      if best {
        lines = ["\(mean)  # \(range(family.mean, duration)), \(abandons)", shape]
      } else {
        lines.append("# fits better: \(mean) with \(shape)")
      }
    }
    if !lines.contains(where: { $0.hasPrefix("patience:") }) {
      lines.insert(
        "patience: \(duration(exponential.mean.value))  # \(range(exponential.mean, duration)), \(abandons)",
        at: 0)
    }
    if let balking = fit.balking, balking.lower > 0.001 {
      lines.append("balking: \(share(balking.value))  # \(range(balking, share))")
    }
    return lines
  }

  private static func work(_ fit: QueueFit) -> [String] {
    var lines: [String] = []
    if let mean = fit.handleTime, mean.value > 0 {
      lines.append(
        "handle_time: \(duration(mean.value))  # \(range(mean, duration)), \(mean.count) \(fit.isFromTotals ? "intervals" : "contacts")"
      )
    }
    if let spread = fit.handleTimeFit {
      let variation = spread.variation
      let note = "  # \(range(variation) { number($0) })"
      switch spread.shape {
      case .exponential: lines.append("handle_time_shape: exponential")
      case .gamma(let value) where (0.01...20).contains(value):
        lines.append("handle_time_shape: gamma \(number(value))\(note)")
      default:
        if (0.01...20).contains(variation.value) {
          lines.append("handle_time_shape: lognormal \(number(variation.value))\(note)")
        }
      }
    }
    if let wrapUp = fit.wrapUp, wrapUp.value < 0.9995, wrapUp.value >= 0.0005 {
      lines.append("wrap_up: \(share(wrapUp.value))  # \(range(wrapUp, share))")
    }
    let transfers = fit.transfers.filter { $0.share.value >= 0.0005 }
    if !transfers.isEmpty {
      let items = transfers.map {
        PlanText.flow([("share", share($0.share.value)), ("to", PlanText.name($0.queue))])
      }
      lines.append("transfers: \(PlanText.list(items))")
    }
    if let containment = fit.containment, let time = fit.selfServiceSeconds, time.value > 0 {
      let stage = PlanText.flow([
        ("time", duration(time.value)), ("containment", share(containment.value)),
        ("leakage", fit.leakage.flatMap { $0.value >= 0.0005 ? share($0.value) : nil }),
      ])
      lines.append("self_service: \(stage)  # containment \(range(containment, share))")
    }
    return lines
  }

  private static func customers(_ fit: QueueFit) -> [String] {
    var lines: [String] = []
    let abandoned = told(fit.redialAfterAbandonment)
    let blocked = told(fit.redialAfterBlock)
    // The delay comes from a share that is told, the one with more returns.
    let known = [fit.redialAfterAbandonment, fit.redialAfterBlock].compactMap { $0 }
      .filter { told($0) != nil }
    if let delay = known.max(by: { $0.seenAgain < $1.seenAgain })?.delay {
      let redial = PlanText.flow([
        ("after_abandonment", abandoned.map { share($0.value) }),
        ("after_block", blocked.map { share($0.value) }), ("delay", duration(max(1, delay.value))),
      ])
      let interval = (abandoned ?? blocked).map { range($0, share) } ?? ""
      lines.append("redial: \(redial)  # \(interval), delay \(range(delay, duration))")
    }
    if let recontact = fit.recontact, let known = told(recontact) {
      let section = PlanText.flow([
        ("share", share(known.value)), ("delay", duration(max(1, recontact.delay.value))),
      ])
      lines.append(
        "recontact: \(section)  # \(range(known, share)), delay \(range(recontact.delay, duration))"
      )
    }
    if let dispersion = fit.dispersion {
      let (day, interval) = (dispersion.day, dispersion.interval)
      let ranges =
        "day \(range(day) { number($0) }), interval \(range(interval) { number($0) })"
      // What is not told from chance is left to the forecast's quantiles.
      let pairs = [
        ("day", day.lower > 0 && day.value <= 3 ? number(day.value) : nil),
        ("interval", interval.lower > 0 && interval.value <= 3 ? number(interval.value) : nil),
      ]
      lines.append(
        pairs.contains { $0.1 != nil }
          ? "busyness: \(PlanText.flow(pairs))  # \(ranges)"
          : "# busyness: not told from chance: \(ranges)")
    }
    return lines
  }

  /// A share of returns that is told from chance.
  private static func told(_ fit: ReturnFit?) -> FittedValue? {
    guard let fit, fit.share.lower > 0, fit.share.value >= 0.0005, fit.seenAgain > 4,
      fit.delay.value <= 1e9
    else { return nil }
    return fit.share
  }

  private static func range(_ value: FittedValue, _ text: (Double) -> String) -> String {
    value.upper.isFinite
      ? "\(text(value.lower)) to \(text(value.upper))" : "at least \(text(value.lower))"
  }

  /// Whole seconds from ten on, tenths below.
  private static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "without end" }
    return Seconds(seconds < 10 ? max(0.1, roundedToDecimals(seconds, 1)) : seconds.rounded()).text
  }

  private static func share(_ value: Double) -> String {
    Share(min(1, max(0, roundedToDecimals(value, 3)))).text
  }

  private static func number(_ value: Double) -> String {
    value.isFinite ? PlanText.number(roundedToDecimals(value, 2)) : "without end"
  }
}
