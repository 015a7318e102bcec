internal import ContactCenter

/// A forecast with the planner's own changes, applied last and in the order of the file.
///
/// Nothing is changed silently: every change is a finding with what it did, each changed interval keeps what it was
/// before (`ForecastInterval.unadjusted`), and the changes that had an effect are returned with their time, as the
/// archive keeps them.
struct AdjustedForecast {
  /// The forecast after all changes.
  private(set) var forecast: DemandForecast
  /// The changes that touched the forecast; those that named an event as one per queue and occurrence.
  private(set) var applied: [Adjustment] = []
  /// What was noticed.
  private(set) var findings: [Finding] = []

  private let scope: AdjustmentScope
  /// Per queue and interval the number of the last change of it, 0 for none.
  private var touchedBy: [[Int]]

  /// Factors outside are more likely slips of the pen than plans.
  private static let usualFactors = 0.1...10.0
  /// No interval has more contacts than a record can hold.
  private static let mostContacts = 1e12

  /// Applies changes.
  ///
  /// - Parameters:
  ///   - adjustments: the changes in their order.
  ///   - forecast: what the models say.
  ///   - scope: grid, calendar and the names of queues.
  init(_ adjustments: [Adjustment], to forecast: DemandForecast, scope: AdjustmentScope) {
    self.forecast = forecast
    self.scope = scope
    touchedBy = forecast.queues.map { [Int](repeating: 0, count: $0.intervals.count) }
    for (index, adjustment) in adjustments.enumerated() { apply(adjustment, number: index + 1) }
    self.forecast = self.forecast.rounded()
  }

  private mutating func apply(_ adjustment: Adjustment, number: Int) {
    let place = "adjustment \(number)"
    if let fault = scope.fault(of: adjustment, place: place) {
      findings.append(fault)
      return
    }
    var change = Change()
    for q in forecast.queues.indices {
      guard adjustment.queue == nil || adjustment.queue == forecast.queues[q].queue else {
        continue
      }
      let cells = scope.covered(by: adjustment, forecast.queues[q])
      for cell in cells {
        if touchedBy[q][cell] > 0 { change.earlier = change.earlier ?? touchedBy[q][cell] }
        touchedBy[q][cell] = number
      }
      modify(q, cells, by: adjustment, &change)
      if adjustment.event != nil {
        applied += scope.occurrences(of: adjustment, forecast.queues[q], cells)
      }
    }
    if adjustment.event == nil, change.cells > 0 { applied.append(adjustment) }
    tell(adjustment, change, place: place)
  }

  /// What one change came to.
  private struct Change {
    var cells = 0
    var before = 0.0
    var after = 0.0
    /// Days whose forecast is 0: a total has no shape to follow there.
    var daysWithoutShape: [CivilDate] = []
    /// The last change before of the same interval.
    var earlier: Int?
  }

  /// Changes the covered intervals of a queue.
  private mutating func modify(
    _ q: Int, _ cells: [Int], by adjustment: Adjustment, _ change: inout Change
  ) {
    var factors: [CivilDate: Double] = [:]
    if adjustment.kind == .dayTotal {
      var totals: [CivilDate: Double] = [:]
      for cell in cells {
        let interval = forecast.queues[q].intervals[cell]
        totals[scope.grid.date(of: interval.start), default: 0] += interval.offered
      }
      for (date, total) in totals.sorted(by: { $0.key < $1.key }) {
        if total > 0 {
          factors[date] = adjustment.value / total
        } else if adjustment.value > 0 {
          change.daysWithoutShape.append(date)
        }
      }
    }
    for cell in cells {
      let old = forecast.queues[q].intervals[cell]
      let new: Double
      switch adjustment.kind {
      case .factor: new = old.offered * adjustment.value
      case .add: new = old.offered + adjustment.value
      case .replace: new = adjustment.value
      case .dayTotal: new = old.offered * (factors[scope.grid.date(of: old.start)] ?? 1)
      }
      let offered = min(max(0, new), Self.mostContacts)
      forecast.queues[q].intervals[cell] = Self.moved(
        old, to: offered, isFactor: adjustment.kind == .factor)
      change.cells += 1
      change.before += old.offered
      change.after += offered
    }
  }

  /// The interval with another mean: quantiles move in proportion, so that the relative doubt stays.
  ///
  /// Where less than one contact was expected, nearly all of that doubt is the noise of counting, which grows with the
  /// square root of the mean: otherwise 100 contacts in place of 0.01 would have a band of thousands. What was zero has
  /// no spread to scale.
  private static func moved(
    _ old: ForecastInterval, to offered: Double, isFactor: Bool
  ) -> ForecastInterval {
    var interval = old
    interval.offered = offered
    interval.unadjusted = old.unadjusted ?? old.offered
    guard old.offered > 0 else {
      interval.quantiles = old.quantiles.map { _ in offered }
      return interval
    }
    let factor = offered / old.offered
    if isFactor || old.offered >= 1 || factor <= 1 {
      interval.quantiles = old.quantiles.map { min($0 * factor, mostContacts) }
    } else {
      let root = factor.squareRoot()
      interval.quantiles = old.quantiles.map {
        min(max(0, offered + ($0 - old.offered) * root), mostContacts)
      }
    }
    return interval
  }

  /// Says what a change did.
  private mutating func tell(_ adjustment: Adjustment, _ change: Change, place: String) {
    let what = AdjustmentScope.name(of: adjustment)
    guard change.cells > 0 else {
      let isPast = scope.isPast(adjustment, forecast)
      findings.append(
        Finding(
          isPast ? .note : .warning, code: "forecast.adjustment-without-effect",
          "\(what) lies \(isPast ? "before" : "outside") the forecast: nothing changed",
          place: place, advice: isPast ? "" : "Maybe the period is off, or the horizon too short."))
      return
    }
    let by = adjustment.author.map { " by \($0)" } ?? ""
    let why = adjustment.reason.map { ": \($0)" } ?? ""
    findings.append(
      Finding(
        .note, code: "forecast.adjusted",
        "\(what)\(by) changed \(change.cells) intervals from \(roundedToDecimals(change.before, 1))"
          + " to \(roundedToDecimals(change.after, 1)) contacts\(why)", place: place))
    if adjustment.kind == .factor, adjustment.value > 0,
      !Self.usualFactors.contains(adjustment.value)
    {
      findings.append(
        Finding(
          .warning, code: "forecast.adjustment-factor", "\(what) is an unusual factor",
          place: place, advice: "Maybe a percentage is meant: 15 % more is the factor 1.15."))
    }
    if let first = change.daysWithoutShape.first {
      findings.append(
        Finding(
          .warning, code: "forecast.adjustment-without-shape",
          "\(what): \(first.text) has no contacts in the forecast over which a total could be"
            + " spread (\(change.daysWithoutShape.count) days so)", place: place,
          advice: "Maybe use replace, which says the contacts of each interval."))
    }
    if let earlier = change.earlier {
      let wipes = adjustment.kind == .replace || adjustment.kind == .dayTotal
      findings.append(
        Finding(
          .warning, code: "forecast.adjustments-overlap",
          "\(what) changes intervals that adjustment \(earlier) has changed:"
            + (wipes ? " it takes its place there" : " both hold there, one after the other"),
          place: place, advice: "Maybe the same change stands twice."))
    }
  }
}
