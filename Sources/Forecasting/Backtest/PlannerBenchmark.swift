internal import ContactCenter

/// Where forecasting by model does not pay: no model beats what a planner does by hand.
enum PlannerBenchmark {
  /// The model that every other must beat.
  static let model = "planners-average"

  /// One warning for each queue and lead at which no other model has a lower error.
  ///
  /// Compared by MASE, or by WAPE where MASE has no scale. Nothing is said where only the planner's average was replayed,
  /// or where it made no error at all.
  static func findings(_ rows: [AccuracyRow], horizonDays: Int = 28) -> [Finding] {
    // A lead beyond the horizon would only repeat the one that covers it.
    let widest = AccuracyTable.leadDays.first { $0 >= horizonDays } ?? AccuracyTable.longer
    return rows.filter { $0.model == model && $0.leadDays <= widest }.compactMap { planner in
      let rivals = rows.filter {
        $0.model != model && $0.queue == planner.queue && $0.leadDays == planner.leadDays
      }
      let error: (AccuracyRow) -> Double = { planner.mase.isFinite ? $0.mase : $0.wape }
      let known = rivals.filter { error($0).isFinite }
      guard error(planner) > 0, let best = known.min(by: { error($0) < error($1) }),
        error(best) >= error(planner)
      else { return nil }
      let than = "\(roundedToDecimals(error(best) / error(planner), 3))"
      return Finding(
        .warning, code: "backtest.planner-unbeaten",
        "no model beats the planner's average within \(planner.leadDays)d: the best, \(best.model),"
          + " has \(than) times its error", place: planner.queue,
        advice: "Maybe forecast this queue with planners-average, or ask for more origins: few may"
          + " be chance.")
    }
  }
}
