import ArgumentParser
import ContactCenter
import Forecasting
import Planning
import Records

/// What past forecasts and edits by hand were worth.
struct AccuracyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accuracy",
    abstract: "Holds past forecasts and edits by hand against what happened.",
    discussion: """
      Every forecast that muster run made is kept in the archive beside its results; muster forecast keeps one with
      --archive or where the plan says forecast: { archive: … }. Scored are three steps: naive (last week's value),
      model, adjusted (as published, where anything was changed by hand). A step that does not beat the one before it
      is work without value.

      Examples:
        muster accuracy plan.yaml
        muster accuracy archive --history history.csv
        muster accuracy archive --prune 400d
      """)

  @Argument(help: "The plan, or the folder of the archive.")
  var source: String

  @Option(help: "The history record with what happened. Default: the plan's.")
  var history: String?

  @Option(help: "The folder of the archive. Default: the plan's.")
  var archive: String?

  @Flag(help: "Write what edits by hand came to, per queue, reason and author, instead of scores.")
  var edits = false

  @Option(
    help: "Remove forecasts that begin so long before the newest, such as 400d, and score nothing.")
  var prune: String?

  @OptionGroup var planOptions: PlanOptions

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let isPlan = source.hasSuffix(".yaml") || source.hasSuffix(".yml")
    var options = planOptions
    if isPlan { options.plan = source }
    let plan = try options.plan == nil ? nil : options.draft().plan
    let folder = try ForecastArchive(folder: folder(plan, options.plan, isPlan: isPlan))
    if let prune { return try remove(from: folder, olderThan: prune) }
    let reading = try folder.read(grid: plan?.grid)
    guard let grid = reading.entries.last?.manifest.grid else {
      Console.report(reading.findings, quiet: output.quiet)
      throw CommandFailure(
        .badData, "\(folder.folder): error: no forecast in it can be read\nMaybe restore it.")
    }
    if options.plan == nil, options.timezone == nil { options.timezone = grid.zone.identifier }
    if options.plan == nil, history == nil {
      throw CommandFailure(
        .usage,
        "error: what happened is not known\nMaybe muster accuracy \(source) --history history.csv.")
    }
    let input = try HistoryInput.load(file: history ?? options.plan, options: options)
    try OutputClash.check([("-o", output.output)], inputs: input.files)
    var request = ForecastStage.request(plan: input.plan, calendar: input.calendar, firstDay: nil)
    request.grid = grid
    let score = try await PastForecastScore(
      reading.entries.map(\.forecast), history: input.history, request: request,
      workers: Threads.count)
    let findings = input.findings + reading.findings + score.findings
    guard score.scored > 0 else {
      Console.report(findings, quiet: output.quiet)
      throw CommandFailure(
        .partial,
        "error: no forecast in \(folder.folder) has come due\nMaybe the history ends before the first of them begins."
      )
    }
    let csv = try edits ? ValueAddedTable.bytes(score.edits) : ScoreTable.bytes(score)
    try output.deliver(csv, table: ScoreTable.text(score, kept: reading.entries.count))
    Console.report(findings, quiet: output.quiet)
    if findings.contains(where: { $0.severity == .error }) { throw CommandFailure(.partial, "") }
  }

  /// Where the forecasts are kept.
  private func folder(_ plan: Plan?, _ path: String?, isPlan: Bool) throws -> String {
    if let archive { return archive }
    if !isPlan { return source }
    guard let plan, let path else { return source }
    guard let folder = ArchiveFolder.of(plan, path: path) else {
      throw CommandFailure(
        .badPlan,
        "\(path): error: forecast: { archive: none } keeps no forecasts\nMaybe name a folder there."
      )
    }
    return folder
  }

  private func remove(from archive: ForecastArchive, olderThan text: String) throws {
    let days = try readFlag(text, "--prune", example: "400d") { horizonDays(text: $0) }
    guard !archive.names().isEmpty else {
      throw CommandFailure(.inputMissing, "\(archive.folder): error: no forecast is kept here")
    }
    let gone = try archive.prune(olderThan: days)
    for name in gone { try Console.line(name.text) }
    if !output.quiet { Console.message("\(archive.folder): \(gone.count) removed") }
  }
}

/// Where a plan keeps its forecasts.
enum ArchiveFolder {
  /// The folder of a plan: the one it names, or `archive` in its folder of results; nil for `none`.
  ///
  /// - Parameter results: the folder of results where a flag names another than the plan.
  static func of(_ plan: Plan, path: String, results: String? = nil) -> String? {
    switch plan.forecast.archive {
    case "none": nil
    case let name?: PathText.resolve(name, relativeTo: path)
    case nil:
      (results ?? PathText.resolve(plan.outputDirectory, relativeTo: path)) + "/archive"
    }
  }
}
