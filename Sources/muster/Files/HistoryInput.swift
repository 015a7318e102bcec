import ContactCenter
import Planning
import Records

/// A history with everything that reads with it: plan, calendar, regressors, adjustments.
struct HistoryInput {
  var plan: Plan
  var history: DemandHistory
  var calendar: BusinessCalendar
  var regressors: [RegressorValue]
  var adjustments: [Adjustment]
  var findings: [Finding]
  var files: [Manifest.File]
  /// The folder in which the plan keeps forecasts; nil where it names none.
  var archive: String?

  /// Reads the history that a command names: a data file, `-`, or a plan in its place.
  static func load(
    file: String?, options: PlanOptions, horizon: String? = nil, model: String? = nil,
    regressors: String? = nil, adjustments adjustmentsFile: String? = nil
  ) throws -> HistoryInput {
    let isPlan = file.map { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") } ?? false
    let draft = try options.draft(positional: isPlan ? file : nil)
    guard let path = (isPlan ? nil : file) ?? draft.path(draft.plan?.inputs.history) else {
      throw draft.plan == nil
        ? CommandFailure(
          .usage, "error: no history is named\nMaybe muster forecast history.csv --timezone …")
        : CommandFailure(
          .badPlan,
          "\(draft.file ?? ""): error: the plan names no history\nMaybe add inputs: { history: history.csv }."
        )
    }
    let recordOptions = try options.files.recordOptions(zone: draft.zone, policy: draft.localTime)
    let history = try load(HistoryRecord.self, path, recordOptions)
    var files = [draft.source, history.file].compactMap { $0 }
    var findings = history.findings
    var plan = try draft.completed(
      found: history.value.queues.map { ($0.queue, $0.channel) }, length: history.value.length)
    findings += plan.findings
    var plain = recordOptions
    plain.mapping = [:]
    var calendar = BusinessCalendar()
    if let path = draft.calendarPath {
      let loaded = try loadCalendar(
        from: path, options: plain, queues: plan.queues, others: history.value.queues.map(\.queue))
      (calendar, findings) = (loaded.value, findings + loaded.findings)
      files.append(loaded.file)
    }
    var drivers: [RegressorValue] = []
    if let path = regressors ?? draft.path(plan.inputs.regressors) {
      let loaded = try load(RegressorsRecord.self, path, plain)
      (drivers, findings) = (loaded.value, findings + loaded.findings)
      files.append(loaded.file)
    }
    var adjustments: [Adjustment] = []
    if let path = adjustmentsFile ?? draft.path(plan.inputs.adjustments) {
      let loaded = try load(AdjustmentsRecord.self, path, plain)
      (adjustments, findings) = (loaded.value, findings + loaded.findings)
      files.append(loaded.file)
    }
    if let horizon {
      plan.forecast.horizonDays = try readFlag(horizon, "--horizon", example: "28d") {
        horizonDays(text: $0)
      }
    }
    if let model { plan.forecast.model = model }
    return HistoryInput(
      plan: plan, history: history.value, calendar: calendar, regressors: drivers,
      adjustments: adjustments, findings: findings, files: files,
      archive: plan.forecast.archive == nil
        ? nil : ArchiveFolder.of(plan, path: draft.file ?? ""))
  }

  private static func load<R: Record>(
    _ record: R.Type, _ path: String, _ options: RecordOptions
  ) throws -> Loaded<R.Value> { try muster.load(record, from: path, options: options) }
}
