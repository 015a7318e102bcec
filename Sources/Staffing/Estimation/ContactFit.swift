public import ContactCenter

/// What contact records tell about every queue in them.
public enum ContactFit {
  /// Fits every queue, in order of name.
  ///
  /// - Parameters:
  ///   - contacts: the records, in any order.
  ///   - grid: the wall clock and the intervals over which arrivals are counted.
  ///   - options: windows and confidence.
  public static func run(
    _ contacts: [ContactRecord], grid: TimeGrid, options: FitOptions = FitOptions()
  ) -> [QueueFit] {
    var byQueue: [String: [ContactRecord]] = [:]
    for contact in contacts { byQueue[contact.queue, default: []].append(contact) }
    let returns = CustomerReturns(contacts)
    let channels = byQueue.compactMapValues { $0.first?.channel }
    return byQueue.keys.sorted().map { name in
      let own = byQueue[name] ?? []
      var fit = QueueFit(queue: name, channel: channels[name] ?? "", contacts: own.count)
      addPatience(own, options, &fit)
      addWork(own, options, &fit)
      addSelfService(own, options, &fit)
      addReturns(returns, options, &fit)
      fit.dispersion = ArrivalDispersion(
        days: DayCounts.days(
          of: own.map(\.timestamp), grid: grid, leavingOut: options.unusualDays[name] ?? []),
        confidence: options.confidence)
      fit.findings += FitFindings.all(fit)
      return fit
    }
  }

  private static func addPatience(
    _ contacts: [ContactRecord], _ options: FitOptions, _ fit: inout QueueFit
  ) {
    var (events, censored): ([Double], [Double]) = ([], [])
    var (balked, inSelfService, unknown) = (0, 0, 0)
    for contact in contacts {
      switch contact.outcome {
      case .abandoned:
        guard let wait = contact.waitSeconds else {
          unknown += 1
          continue
        }
        if wait > 0 {
          events.append(wait)
        } else if contact.selfServiceSeconds ?? 0 > 0 {
          inSelfService += 1
        } else {
          balked += 1
        }
      case .answered, .transferred, .callback:
        if let wait = contact.waitSeconds, wait > 0 { censored.append(wait) }
      case .blocked, .selfServed: break
      }
    }
    let times = CensoredTimes(events: events, censored: censored)
    addPatience(times, options, &fit)
    if balked > 0 {
      fit.balking = .share(balked, of: balked + times.count, confidence: options.confidence)
    }
    if inSelfService > 0 {
      fit.findings.append(
        Finding(
          .note, code: "fit.left-in-self-service",
          "\(inSelfService) abandoned with no wait and time with the self-service: taken as having left there, not in line",
          place: fit.queue,
          advice: "Maybe wait_seconds is missing for them: map the column that has it."))
    }
    if unknown > 0 {
      fit.findings.append(
        Finding(
          .warning, code: "fit.wait-unknown",
          "\(unknown) abandoned contacts have no wait_seconds and tell nothing of patience",
          place: fit.queue, advice: "Maybe --map wait_seconds=NAME."))
    }
  }

  private static func addPatience(
    _ times: CensoredTimes, _ options: FitOptions, _ fit: inout QueueFit
  ) {
    fit.patience = PatienceFit.exponential(times, confidence: options.confidence)
    fit.patienceFamilies = PatienceFit.all(times, confidence: options.confidence)
    let curve = SurvivalCurve(times)
    fit.distances = fit.patienceFamilies.map { $0.largestDistance(from: curve) }
    if times.eventCount > 0 {
      fit.curve = curve.usefulSeconds().map {
        QueueFit.CurvePoint(
          seconds: $0, survival: curve.value(at: $0, confidence: options.confidence))
      }
    } else if times.count > 0 {
      let bound = PatienceFit.meanBounds(
        totalSeconds: times.totalSeconds, events: 0, confidence: options.confidence)
      fit.findings.append(
        Finding(
          .warning, code: "fit.no-abandons",
          "nobody gave up in \(times.count) waits: patience is at least \(FitFindings.time(bound.lower)), more is not known",
          place: fit.queue,
          advice:
            "Maybe a longer or busier period has some, or abandoned contacts were not exported."
        ))
    }
  }

  private static func addWork(
    _ contacts: [ContactRecord], _ options: FitOptions, _ fit: inout QueueFit
  ) {
    let answered = contacts.filter { $0.outcome == .answered || $0.outcome == .transferred }
    let times = answered.compactMap(\.handled)
    fit.handleTimeFit = HandleTimeFit(times, confidence: options.confidence)
    // Where all times are the same they have no spread, but a mean.
    fit.handleTime =
      fit.handleTimeFit?.mean
      ?? .mean(times.filter { $0 > 0 && $0.isFinite }, confidence: options.confidence)
    let zero = times.count { $0 <= 0 }
    if zero > 0 {
      fit.findings.append(
        Finding(
          .note, code: "fit.no-handle-time",
          "\(zero) answered contacts have a handle time of zero and are left out of handle times",
          place: fit.queue,
          advice: "Maybe another column has their handle time, or they were closed unread."))
    }
    let wraps = answered.compactMap { contact in
      contact.wrapSeconds.flatMap { wrap in
        contact.handled.map { (above: wrap, below: $0) }
      }
    }
    if wraps.contains(where: { $0.above > 0 }) {
      fit.wrapUp = .ratio(wraps, confidence: options.confidence)
    }
    var targets: [String: Int] = [:]
    for contact in answered {
      if let target = contact.transferredTo, target != fit.queue {
        targets[target, default: 0] += 1
      }
    }
    for (target, count) in targets.sorted(by: { $0.key < $1.key }) {
      guard
        let share = FittedValue.share(count, of: answered.count, confidence: options.confidence)
      else { continue }
      fit.transfers.append(QueueFit.TransferFit(queue: target, share: share))
    }
  }

  private static func addSelfService(
    _ contacts: [ContactRecord], _ options: FitOptions, _ fit: inout QueueFit
  ) {
    let served = contacts.count { $0.outcome == .selfServed }
    let times = contacts.compactMap(\.selfServiceSeconds).filter { $0 > 0 }
    guard served > 0 else { return }
    let through = contacts.count { $0.outcome == .selfServed || $0.selfServiceSeconds ?? 0 > 0 }
    fit.containment = .share(served, of: through, confidence: options.confidence)
    // A contact that came another way, by transfer or callback, shows no leakage.
    let direct = contacts.count {
      $0.outcome != .selfServed && $0.selfServiceSeconds.map { $0 <= 0 } ?? false
    }
    fit.leakage = .share(direct, of: direct + through, confidence: options.confidence)
    fit.selfServiceSeconds = .mean(times, confidence: options.confidence)
  }

  private static func addReturns(
    _ returns: CustomerReturns, _ options: FitOptions, _ fit: inout QueueFit
  ) {
    guard returns.hasCustomers else { return }
    func fitted(_ cause: CustomerReturns.Cause, _ window: Seconds) -> ReturnFit? {
      ReturnFit(
        returns.times(of: fit.queue, after: cause, windowSeconds: window.value),
        windowSeconds: window.value, confidence: options.confidence)
    }
    fit.redialAfterAbandonment = fitted(.abandoned, options.redialWindow)
    fit.redialAfterBlock = fitted(.blocked, options.redialWindow)
    fit.recontact = fitted(.answered, options.recontactWindow)
  }
}
