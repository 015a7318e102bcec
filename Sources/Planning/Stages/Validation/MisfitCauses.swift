internal import ContactCenter

/// The rules that name a likely cause of a misfit; the article *Validation* explains and defends each.
///
/// What can be measured in the history comes first; what only the signs of the gaps suggest comes after, and only where
/// nothing measured explains the same direction. No rule speaks of a queue that fits.
struct MisfitCauses {
  let queue: Queue
  let run: ValidationRow
  /// The queue's intervals.
  let rows: [ValidationRow]
  let evidence: ReplayEvidence
  let handleTimesKnown: Bool
  let grid: TimeGrid

  /// The gap beyond which a measure of the whole period is off: differences that nobody would act on are not.
  static func tolerance(_ measure: ValidationMeasure, actual: Double) -> Double {
    switch measure {
    case .serviceLevel: 0.02
    case .abandonment: 0.01
    case .asaSeconds: max(2, 0.1 * actual)
    case .occupancy: 0.03
    }
  }

  /// Twice what chance gives a right model.
  static let tolerableShareOutside = 0.1

  /// −1 where the simulation is below what happened, 1 where above, 0 where the measure fits or is unknown.
  func sign(_ measure: ValidationMeasure) -> Int {
    let band = run[measure]
    guard band.isOutside, let gap = band.gap, let actual = band.actual,
      gap.magnitude > Self.tolerance(measure, actual: actual)
    else { return 0 }
    return gap > 0 ? 1 : -1
  }

  /// Whether the queue's past is not what the simulation says.
  var isMisfit: Bool {
    ValidationMeasure.service.contains {
      sign($0) != 0 || shareOutside($0) > Self.tolerableShareOutside
    }
  }

  private func shareOutside(_ measure: ValidationMeasure) -> Double {
    let known = rows.count { $0[measure].excess != nil }
    // Of a handful of intervals one outside says nothing.
    guard known >= 20 else { return 0 }
    return Double(rows.count { $0[measure].isOutside }) / Double(known)
  }

  /// Whether customers waited longer, or gave up more, than the simulation says.
  private var isWorseThanSimulated: Bool {
    sign(.asaSeconds) < 0 || sign(.serviceLevel) > 0 || sign(.abandonment) < 0
  }

  /// Whether they fared better.
  private var isBetterThanSimulated: Bool {
    sign(.asaSeconds) > 0 || sign(.serviceLevel) < 0 || sign(.abandonment) > 0
  }

  /// The likely causes, the strongest first.
  var causes: [Misfit] {
    guard isMisfit else { return [] }
    let measured = [otherExits, patience, waitAtRest, bursts, spread].compactMap { $0 }
    var found = measured
    if measured.isEmpty { found += [waitCounting ?? capacity, patienceBySigns].compactMap { $0 } }
    if !handleTimesKnown { found.append(unknownHandleTime) }
    if let hours { found.append(hours) }
    if found.isEmpty {
      found = [
        misfit(
          "unknown",
          "no rule explains it; look at the worst intervals: an outage, a campaign or a routing change leaves its trace there"
        )
      ]
    }
    return found
  }

  private func misfit(_ cause: String, _ explanation: String) -> Misfit {
    Misfit(queue: queue.name, cause: cause, explanation: explanation)
  }

  // MARK: What the history itself shows

  private var otherExits: Misfit? {
    guard let share = evidence.otherExits, share.magnitude > 0.03 else { return nil }
    let percent = Share.percentText(share.magnitude)
    return misfit(
      "other-exits",
      share > 0
        ? "\(percent) of the contacts were neither answered nor abandoned: transfers, callbacks or overflow that the plan does not have"
        : "\(percent) more contacts were answered or abandoned than offered: transfers in, or another way of counting"
    )
  }

  private var patience: Misfit? {
    guard let estimate = evidence.patienceSeconds, estimate.count >= 50,
      sign(.abandonment) != 0 || sign(.asaSeconds) != 0
    else { return nil }
    let seen = Seconds(estimate.value.rounded()).text
    guard let planned = queue.patience?.value else {
      return misfit(
        "patience",
        "\(estimate.count) customers gave up, and in the plan nobody does: their waits say patience \(seen)"
      )
    }
    let ratio = estimate.value / planned
    // Three standard errors of the logarithm, and never less than a fifth.
    let noise = max(0.2, 3 / Double(estimate.count).squareRoot())
    guard ratio > 1 + noise || ratio < 1 / (1 + noise) else { return nil }
    return misfit(
      "patience",
      "patience is too \(ratio > 1 ? "short" : "long") in the plan: the waits of the history say \(seen), the plan says \(Seconds(planned).text)"
    )
  }

  private var waitAtRest: Misfit? {
    guard let rest = evidence.waitAtRest, rest.value >= 3, sign(.asaSeconds) < 0, bursts == nil
    else { return nil }
    return misfit(
      "wait-at-rest",
      "even in \(rest.count) quiet intervals contacts wait \(roundedToDecimals(rest.value, 1)) s: ringing or an announcement counts as waiting there"
    )
  }

  private var bursts: Misfit? {
    guard let index = evidence.dispersion, isWorseThanSimulated else { return nil }
    // Each term has a variance of about 2, and neighbors share contacts, which doubles the error at most.
    let noise = 6 * (2 / Double(index.count)).squareRoot()
    guard index.value > max(1.5, 1 + noise) else { return nil }
    return misfit(
      "bursts",
      "contacts come in bursts: neighboring intervals differ \(roundedToDecimals(index.value, 1)) times as much as Poisson counts would, and the replay spreads each interval's contacts evenly"
    )
  }

  /// In either direction: with customers who give up, a longer tail at the same mean can mean better service as well.
  private var spread: Misfit? {
    guard let estimate = evidence.handleTimeVariation else { return nil }
    let ratio = estimate.value / max(queue.handleTimeVariation, 0.01)
    // Three standard errors, taking the variance of a mean of contacts to be known to √(3/n).
    let noise = max(0.3, 1.5 * (3 / Double(estimate.count)).squareRoot())
    guard ratio > 1 + noise || ratio < 1 / (1 + noise) else { return nil }
    return misfit(
      ratio > 1 ? "long-tail" : "even-handle-times",
      "handle times spread \(ratio > 1 ? "more" : "less") than in the plan: handle_time_cv is about \(roundedToDecimals(estimate.value, 1)), the plan says \(roundedToDecimals(queue.handleTimeVariation, 2))"
    )
  }

  // MARK: What the signs of the gaps suggest

  private var capacity: Misfit? {
    let occupancy = run[.occupancy].simulated
    let busy = occupancy.map { "simulated agents are busy \(Share.percentText($0)) of the time" }
    if isBetterThanSimulated, !isWorseThanSimulated {
      let isSaturated = (occupancy ?? 0) > 0.95
      return misfit(
        "more-agents",
        (isSaturated ? "\(busy ?? ""), and customers fared better than that allows: " : "")
          + "more people answered than the history counts: other groups, supervisors or overflow helped"
      )
    }
    if isWorseThanSimulated, !isBetterThanSimulated {
      return misfit(
        "fewer-agents",
        (busy.map { "\($0), and customers waited longer than that explains: " } ?? "")
          + "the agents counted include some who took no contacts: breaks, meetings, other queues"
      )
    }
    return nil
  }

  /// Waits alone off: agents or patience would move abandonment and service level with them.
  private var waitCounting: Misfit? {
    guard sign(.asaSeconds) != 0, sign(.abandonment) == 0, sign(.serviceLevel) == 0,
      run[.abandonment].excess != nil, run[.serviceLevel].excess != nil
    else { return nil }
    return misfit(
      "wait-counting",
      sign(.asaSeconds) < 0
        ? "only ASA was longer than simulated: a few contacts waited very long (callbacks, parked or transferred ones), or time before the queue counts as waiting"
        : "only ASA was shorter than simulated: the ASA of the history may leave out part of the wait, or count it over other contacts"
    )
  }

  /// Waits and abandonment off in opposite directions: patient customers wait longer and leave less.
  private var patienceBySigns: Misfit? {
    switch (sign(.asaSeconds), sign(.abandonment)) {
    case (1, -1):
      misfit(
        "patience",
        "patience is too long in the plan: simulated customers wait longer and give up less than real ones"
      )
    case (-1, 1):
      misfit(
        "patience",
        "patience is too short in the plan: simulated customers give up more and so wait less than real ones"
      )
    default: nil
    }
  }

  private var unknownHandleTime: Misfit {
    misfit(
      "handle-time",
      "the history has no handle times: every interval was replayed with \(queue.handleTime.map(\.text) ?? "one mean"), and handle times change with the time of day"
    )
  }

  /// Misses that lie in few hours of the day.
  private var hours: Misfit? {
    var misses = [Int](repeating: 0, count: 24)
    var seen = misses
    for row in rows {
      let hour = grid.zone.local(row.start).secondOfDay / 3600
      seen[hour] += 1
      if ValidationMeasure.service.contains(where: { row[$0].isOutside }) { misses[hour] += 1 }
    }
    let total = misses.reduce(0, +)
    let open = seen.count { $0 > 0 }
    guard total >= 10, open >= 8 else { return nil }
    let ranked = misses.indices.sorted { (misses[$1], $0) < (misses[$0], $1) }
    let few = ranked.prefix(open / 4).filter { misses[$0] > 0 }
    let inFew = few.reduce(0) { $0 + misses[$1] }
    guard Double(inFew) >= 0.6 * Double(total) else { return nil }
    let names = few.sorted().map { "\($0):00" }.joined(separator: ", ")
    return misfit(
      "hours",
      "\(inFew) of \(total) misses begin in the hours \(names): look at breaks, meetings and shift changes there, which a mean over the interval hides"
    )
  }
}

extension Share {
  /// A share in percent, rounded to one decimal.
  fileprivate static func percentText(_ value: Double) -> String {
    Share(roundedToDecimals(value, 3)).text
  }
}
