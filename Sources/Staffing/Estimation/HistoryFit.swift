public import ContactCenter

/// What interval records tell about every queue in them: less than contact records do.
///
/// Patience is all waiting over all abandons, handle time all handling over all answered. How either spreads, who comes
/// back and who is handed on cannot be seen in totals.
public enum HistoryFit {
  /// Fits every queue, in order of name.
  public static func run(
    _ history: DemandHistory, zone: ZoneRules, options: FitOptions = FitOptions()
  ) -> [QueueFit] {
    let grid = TimeGrid(zone: zone, length: history.length)
    return history.queues.map { queue in
      let offered = queue.offered.reduce(0, +)
      var fit = QueueFit(
        queue: queue.queue, channel: queue.channel, contacts: Int(min(max(0, offered), 1e15)))
      fit.isFromTotals = true
      addPatience(queue, options, &fit)
      addHandleTime(queue, options, &fit)
      fit.dispersion = ArrivalDispersion(
        days: DayCounts.days(
          Array(zip(queue.starts, queue.offered)).map { ($0, $1) }, grid: grid,
          leavingOut: options.unusualDays[queue.queue] ?? []),
        confidence: options.confidence)
      fit.findings += FitFindings.all(fit)
      return fit
    }
  }

  private static func addPatience(
    _ queue: QueueHistory, _ options: FitOptions, _ fit: inout QueueFit
  ) {
    let answeredWaits = queue.measures[.answeredWaitSeconds]
    let abandonedWaits = queue.measures[.abandonedWaitSeconds]
    guard let abandoned = queue.measures[.abandoned], let answeredWaits, let abandonedWaits else {
      let missing = [
        HistoryMeasure.abandoned, .answeredWaitSeconds, .abandonedWaitSeconds,
      ].filter { queue.measures[$0] == nil }.map(\.rawValue).joined(separator: ", ")
      fit.findings.append(
        Finding(
          .note, code: "fit.no-waits",
          "patience needs abandons and the waits of all contacts: the history lacks \(missing)",
          place: fit.queue, advice: "Maybe --map \(missing.prefix { $0 != "," })=NAME."))
      return
    }
    var (seconds, events) = (0.0, 0.0)
    for index in queue.starts.indices {
      guard let gone = abandoned[index], let waited = answeredWaits[index],
        let left = abandonedWaits[index]
      else { continue }
      seconds += waited + left
      events += gone
    }
    guard events.isFinite, events < 1e12 else { return }
    fit.patience = PatienceFit.exponential(
      totalSeconds: seconds, events: Int(events.rounded()), confidence: options.confidence)
    fit.patienceFamilies = fit.patience.map { [$0] } ?? []
  }

  private static func addHandleTime(
    _ queue: QueueHistory, _ options: FitOptions, _ fit: inout QueueFit
  ) {
    guard let handle = queue.measures[.handleSeconds], let answered = queue.measures[.answered]
    else { return }
    let pairs = queue.starts.indices.compactMap { index -> (above: Double, below: Double)? in
      guard let seconds = handle[index], let count = answered[index], count > 0 else { return nil }
      return (seconds, count)
    }
    fit.handleTime = .ratio(pairs, confidence: options.confidence)
    if let wrap = queue.measures[.wrapSeconds] {
      let shares = queue.starts.indices.compactMap { index -> (above: Double, below: Double)? in
        guard let after = wrap[index], let seconds = handle[index], seconds > 0 else { return nil }
        return (after, seconds)
      }
      if shares.contains(where: { $0.above > 0 }) {
        fit.wrapUp = .ratio(shares, confidence: options.confidence)
      }
    }
  }
}
