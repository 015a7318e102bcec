public import ContactCenter

/// One line of what a fit found, for tables.
public struct FitRow: Hashable, Sendable {
  /// The queue.
  public var queue: String
  /// What was estimated, such as `patience_seconds`.
  public var quantity: String
  /// Where on a curve, which family, queue or weekday; empty where there is one alone.
  public var at: String
  /// The estimate.
  public var value: FittedValue
  /// Whether the estimate has an interval; a difference of criteria has none.
  public var hasInterval: Bool
  /// What it rests on, in words.
  public var note: String

  init(
    _ queue: String, _ quantity: String, at: String = "", _ value: FittedValue,
    hasInterval: Bool = true, note: String = ""
  ) {
    self.queue = queue
    self.quantity = quantity
    self.at = at
    self.value = value
    self.hasInterval = hasInterval
    self.note = note
  }
}

extension QueueFit {
  /// Every number of the fit as a row, in the order in which a planner reads.
  public var rows: [FitRow] { patienceRows + workRows + returnRows + dispersionRows }

  private var patienceRows: [FitRow] {
    var rows: [FitRow] = []
    if let patience {
      rows.append(
        FitRow(
          queue, "patience_seconds", patience.mean,
          note: "all waiting over \(FitFindings.counted(patience.mean.count, "abandon"))"))
    }
    for point in curve {
      rows.append(
        FitRow(
          queue, "patience_survival", at: Seconds(point.seconds).text, point.survival,
          note: "still there after it, Kaplan-Meier"))
    }
    if patienceFamilies.count > 1, let best = patienceFamilies.first {
      for (index, family) in patienceFamilies.enumerated() {
        let difference = family.criterion - best.criterion
        let distance =
          index < distances.count
          ? ", at most \(roundedToDecimals(distances[index] * 100, 1)) points from the curve" : ""
        rows.append(
          FitRow(
            queue, "patience_fit_aic", at: family.name,
            FittedValue(difference, lower: 0, upper: 0, count: family.mean.count),
            hasInterval: false, note: (index == 0 ? "fits best" : "above the best") + distance))
        if family.shape != .exponential {
          rows.append(FitRow(queue, "patience_fit_mean_seconds", at: family.name, family.mean))
        }
        for parameter in family.parameters {
          rows.append(FitRow(queue, parameter.name, parameter.value))
        }
      }
    }
    if let balking {
      rows.append(
        FitRow(queue, "balking", balking, note: "left at once, of all not served at once"))
    }
    return rows
  }

  private var workRows: [FitRow] {
    var rows: [FitRow] = []
    if let handleTime { rows.append(FitRow(queue, "handle_time_seconds", handleTime)) }
    if let fit = handleTimeFit {
      rows.append(FitRow(queue, "handle_time_cv", fit.variation))
      let best = fit.families.first?.criterion ?? 0
      for (index, family) in fit.families.enumerated() {
        rows.append(
          FitRow(
            queue, "handle_time_fit_aic", at: family.shape.kept,
            FittedValue(family.criterion - best, lower: 0, upper: 0, count: fit.mean.count),
            hasInterval: false, note: index == 0 ? "fits best" : "above the best"))
      }
    }
    let shares: [(String, FittedValue?, String)] = [
      ("wrap_up", wrapUp, "of handle time"),
      ("self_service_containment", containment, "of those who went through it"),
      ("self_service_leakage", leakage, "spent no time with it"),
      ("self_service_seconds", selfServiceSeconds, ""),
    ]
    for (name, value, note) in shares {
      if let value { rows.append(FitRow(queue, name, value, note: note)) }
    }
    for transfer in transfers {
      rows.append(
        FitRow(queue, "transfer", at: transfer.queue, transfer.share, note: "of answered contacts"))
    }
    return rows
  }

  private var returnRows: [FitRow] {
    let named: [(String, String, ReturnFit?)] = [
      ("redial_after_abandonment", "redial_delay_seconds", redialAfterAbandonment),
      ("redial_after_block", "redial_after_block_delay_seconds", redialAfterBlock),
      ("recontact", "recontact_delay_seconds", recontact),
    ]
    var rows: [FitRow] = []
    for (share, delay, fit) in named {
      guard let fit else { continue }
      let chance = fit.isChanceTakenOut ? "chance taken out" : "too few to take chance out"
      rows.append(
        FitRow(
          queue, share, fit.share,
          note:
            "\(fit.seenAgain) seen again within \(FitFindings.window(fit.windowSeconds)), \(chance)"
        ))
      if fit.share.value > 0, fit.seenAgain > 4 { rows.append(FitRow(queue, delay, fit.delay)) }
    }
    return rows
  }

  private var dispersionRows: [FitRow] {
    guard let dispersion else { return [] }
    var rows = [
      FitRow(queue, "busyness_day", dispersion.day, note: "days beyond chance, sd over mean"),
      FitRow(
        queue, "busyness_interval", dispersion.interval,
        note: "intervals beyond chance, sd over mean"),
      FitRow(
        queue, "index_of_dispersion", dispersion.index,
        note: "variance over mean of a day's contacts"),
    ]
    for day in dispersion.weekdays {
      rows.append(
        FitRow(queue, "index_of_dispersion", at: day.weekday.shortName, day.index))
    }
    return rows
  }
}

extension DurationShape {
  /// The shape with two decimals, as a plan keeps a fitted one.
  public var kept: String {
    switch self {
    case .lognormal(let variation):
      DurationShape.lognormal(variation: roundedToDecimals(variation, 2)).text
    case .gamma(let variation): DurationShape.gamma(variation: roundedToDecimals(variation, 2)).text
    case .weibull(let shape): DurationShape.weibull(shape: roundedToDecimals(shape, 2)).text
    case .hyperexponential(let share, let factor):
      DurationShape.hyperexponential(
        share: roundedToDecimals(share, 3), factor: roundedToDecimals(factor, 2)
      ).text
    default: text
    }
  }
}
