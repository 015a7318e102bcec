internal import ContactCenter

/// What a planner should know before believing a fit.
enum FitFindings {
  static func all(_ fit: QueueFit) -> [Finding] {
    patience(fit) + returns(fit) + days(fit)
  }

  private static func patience(_ fit: QueueFit) -> [Finding] {
    guard let mean = fit.patience?.mean else { return [] }
    var findings: [Finding] = []
    if mean.count < 30 {
      findings.append(
        Finding(
          .warning, code: "fit.thin",
          "\(counted(mean.count, "abandon")): \(span(mean))",
          place: fit.queue, advice: "Maybe a longer period has more."))
    }
    // 1.63/√n is what chance alone exceeds once in a hundred (Kolmogorov).
    if let best = fit.patienceFamilies.first, let distance = fit.distances.first,
      distance > max(0.05, 1.63 / Double(mean.count).squareRoot())
    {
      findings.append(
        Finding(
          .note, code: "fit.patience-shape",
          "no family of curves is near: \(best.name) fits best and is up to \(points(distance)) points from what was seen",
          place: fit.queue,
          advice:
            "Maybe announcements make customers leave at certain times, or two kinds of contacts share the queue."
        ))
    }
    return findings
  }

  private static func returns(_ fit: QueueFit) -> [Finding] {
    let named: [(String, ReturnFit?)] = [
      ("redial after abandonment", fit.redialAfterAbandonment),
      ("redial after a busy signal", fit.redialAfterBlock), ("recontact", fit.recontact),
    ]
    return named.compactMap { name, fitted in
      guard let fitted, fitted.seenAgain > 4,
        fitted.delay.value > fitted.windowSeconds / 4
          || fitted.share.upper - fitted.share.lower > 0.5
      else { return nil }
      return Finding(
        .warning, code: "fit.window",
        "\(name) cannot be told from chance: \(fitted.seenAgain) of \(fitted.followed) customers were seen again within \(window(fitted.windowSeconds)), at all times alike",
        place: fit.queue,
        advice: name == "recontact"
          ? "Maybe --recontact-window is too short, or the data are." : "Maybe --redial-window 8h.")
    }
  }

  private static func days(_ fit: QueueFit) -> [Finding] {
    guard let dispersion = fit.dispersion else { return [] }
    let cut = dispersion.cutDays.map { date in
      Finding(
        .note, code: "fit.cut-day",
        "\(date.text), at an end of the data, lacks part of its day and is left out of busyness",
        place: fit.queue, advice: "Maybe export whole days.")
    }
    guard let far = dispersion.farthest, abs(far.ratio - 1) > 0.5, dispersion.day.value > 0
    else { return cut }
    return cut + [
      Finding(
        .note, code: "fit.unusual-day",
        "\(far.date.text) has \(points(far.ratio)) % of its weekday's contacts, which makes days look busier or quieter than they are",
        place: fit.queue, advice: "Maybe it is a holiday: --calendar leaves it out.")
    ]
  }

  /// What an interval says of patience, where it has ends that a sentence can name.
  private static func span(_ mean: FittedValue) -> String {
    switch (isNamed(mean.lower), isNamed(mean.upper)) {
    case (true, true): "patience lies between \(time(mean.lower)) and \(time(mean.upper))"
    case (true, false): "patience is at least \(time(mean.lower)), more is not known"
    default: "patience is too long to be told"
    }
  }

  private static func isNamed(_ seconds: Double) -> Bool { seconds.isFinite && seconds < 1e9 }

  /// A time for a sentence.
  static func time(_ seconds: Double) -> String {
    guard isNamed(seconds) else { return "any length" }
    return Seconds(seconds < 10 ? roundedToDecimals(seconds, 1) : seconds.rounded()).text
  }

  /// A window in days where it is so long.
  static func window(_ seconds: Double) -> String {
    let days = seconds / 86_400
    return days >= 2 && days == days.rounded() ? "\(Int(days))d" : Seconds(seconds).text
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func points(_ share: Double) -> String {
    share.isFinite && share < 1e6 ? "\(Int((share * 100).rounded()))" : "many"
  }
}
