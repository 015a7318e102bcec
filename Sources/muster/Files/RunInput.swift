import ContactCenter
import Planning
import Records

/// A plan with all the data it names, read once.
struct RunInput {
  var plan: Plan
  var data: PlanData
  var planPath: String
  var planText: [UInt8]
  /// Where results go.
  var folder: String
  var files: [Manifest.File]
  var findings: [Finding]

  /// Reads a plan and its data.
  ///
  /// - Parameter needsHistory: whether a plan without history is refused even where its `cover` says what is scheduled.
  /// *Throws*: `CommandFailure` with 66 for a missing file, `PlanError`, `RecordError`.
  static func load(
    plan path: String, folder: String?, needsHistory: Bool = true
  ) throws -> RunInput {
    let source = try InputFile(path: path)
    let text = try source.readAll()
    let plan = try PlanReader.read(String(decoding: text, as: UTF8.self), file: path)
    if plan.inputs.history == nil, needsHistory || plan.cover.isEmpty {
      throw CommandFailure(
        .badPlan,
        "\(path): error: the plan names no history\nMaybe add inputs: { history: history.csv }.")
    }
    let planFile = Manifest.File(
      path: PathText.name(of: path), record: "plan", bytes: text.count,
      rows: text.count { $0 == 0x0A }, sha256: source.sha256)
    var input = RunInput(
      plan: plan,
      data: PlanData(
        history: DemandHistory(queues: [], length: plan.grid.length),
        calendar: BusinessCalendar()),
      planPath: path, planText: text,
      folder: folder ?? PathText.resolve(plan.outputDirectory, relativeTo: path),
      files: [planFile], findings: plan.findings)
    if let name = plan.inputs.history {
      input.data.history = try input.read(HistoryRecord.self, name)
    }
    if let name = plan.inputs.calendar {
      input.data.calendar = try input.readCalendar(name)
    }
    if let name = plan.inputs.adjustments {
      input.data.adjustments = try input.read(AdjustmentsRecord.self, name)
    }
    if let name = plan.inputs.regressors {
      input.data.regressors = try input.read(RegressorsRecord.self, name)
    }
    if let name = plan.inputs.agents { input.data.agents = try input.read(AgentsRecord.self, name) }
    if let name = plan.inputs.availability {
      input.data.availability = try input.read(AvailabilityRecord.self, name)
    }
    if let name = plan.inputs.paths { input.data.paths = try input.read(PathsRecord.self, name) }
    return input
  }

  /// Reads the calendar that the plan names, and notes it for the manifest.
  private mutating func readCalendar(_ name: String) throws -> BusinessCalendar {
    let path = PathText.resolve(name, relativeTo: planPath)
    var loaded = try loadCalendar(
      from: path,
      options: RecordOptions(file: path, zone: plan.grid.zone, localTimes: plan.localTime),
      queues: plan.queues)
    loaded.file.path = name
    files.append(loaded.file)
    findings += loaded.findings
    return loaded.value
  }

  /// Reads one file that the plan names, and notes it for the manifest.
  private mutating func read<R: Record>(_ record: R.Type, _ name: String) throws -> R.Value {
    let path = PathText.resolve(name, relativeTo: planPath)
    var loaded = try muster.load(
      record, from: path,
      options: RecordOptions(file: path, zone: plan.grid.zone, localTimes: plan.localTime))
    loaded.file.path = name
    files.append(loaded.file)
    findings += loaded.findings
    return loaded.value
  }
}
