import ArgumentParser
import ContactCenter
import Forecasting
import Planning
import Records

/// From a history file, or a plan that names one, to the forecast record.
struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Forecasts contacts per queue and interval, with quantiles.",
    discussion: """
      The first day is the one after the last history unless --from says otherwise; the clock is never asked.

      Examples:
        muster forecast samples/northwind/plan.yaml -o forecast.csv
        muster forecast samples/corner-shop/history.csv --timezone Europe/Dublin --horizon 7d
        muster forecast samples/northwind/plan.yaml --adjustments edits.csv --archive archive -o forecast.csv
        muster forecast samples/northwind/plan.yaml --describe models.csv -o forecast.csv
        muster forecast samples/northwind/plan.yaml --by week --level center
        muster forecast samples/northwind/plan.yaml --paths 200 --paths-output paths.csv -o forecast.csv
        muster forecast samples/northwind/plan.yaml --actuals actuals.csv --actuals-until 2026-03-09T11:00 --horizon 1d
      """)

  @Argument(help: "The history record, - for standard input, or a plan.")
  var file: String?

  @OptionGroup var planOptions: PlanOptions

  @Option(help: "The first day, such as 2026-03-09. Default: the day after the last history.")
  var from: String?

  @Option(help: "How far ahead, such as 28d or 4w.")
  var horizon: String?

  @Option(help: "The model. Default: auto.")
  var model: String?

  @Option(help: "The regressors record: what drives demand, future values included.")
  var regressors: String?

  @Option(
    help: ArgumentHelp(
      "Write what the models learned to this file as CSV: weights and why, parameters, fit.",
      valueName: "file"))
  var describe: String?

  @Option(help: "The planner's own changes, applied last. Default: the plan's.")
  var adjustments: String?

  @Option(
    help:
      "Keep the forecast in this folder, for muster accuracy. Default: the plan's, if it names one."
  )
  var archive: String?

  @OptionGroup var futures: FuturesFlags

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try futures.check(from: from)
    let totals = try futures.totals()
    var input = try HistoryInput.load(
      file: file, options: planOptions, horizon: horizon, model: model,
      regressors: regressors, adjustments: adjustments)
    try futures.addActuals(to: &input, options: planOptions)
    let pathsFile = futures.paths.map { _ in futures.pathsFile }
    try OutputClash.check(
      [("-o", output.output), ("--paths-output", pathsFile)], inputs: input.files)
    let folder = archive ?? input.archive
    try folder.map { try ForecastArchive(folder: $0).prepare() }
    let firstDay = try from.map {
      try readFlag($0, "--from", example: "2026-03-09") { CivilDate(text: $0) }
    }
    let result = try await ForecastStage.run(
      plan: input.plan, history: input.history, calendar: input.calendar,
      regressors: input.regressors, adjustments: input.adjustments, firstDay: firstDay,
      actualsUntil: try futures.actualsUntil.map {
        try instantFlag($0, "--actuals-until", zone: input.plan.grid.zone)
      }, learnsDependence: futures.needsFutures, threads: Threads.count)
    if let folder {
      try ForecastArchive(folder: folder).keep(result, plan: input.plan, inputs: input.files)
    }
    if let totals {
      try await deliver(totals, of: result, plan: input.plan)
    } else {
      let csv = try ForecastRecord.bytes(of: result.forecast, zone: input.plan.grid.zone)
      try output.deliver(csv, table: ForecastTable.text(result, grid: input.plan.grid))
    }
    try await writePaths(of: result, plan: input.plan)
    if let describe { try AtomicFile.write(try ModelColumns.bytes(result.models), to: describe) }
    let findings = input.findings + result.findings
    Console.report(findings, quiet: output.quiet)
    if findings.contains(where: { $0.severity == .error }) { throw CommandFailure(.partial, "") }
  }
}

extension ForecastCommand {
  /// Delivers totals of a forecast in place of its intervals.
  private func deliver(
    _ totals: (period: DemandTotal.Period, level: DemandTotal.Level), of result: ForecastResult,
    plan: Plan
  ) async throws {
    let rows = await FuturesStage.totals(
      of: result, plan: plan, by: totals.period, level: totals.level,
      seed: futures.seed ?? plan.simulation.seed, threads: Threads.count)
    let csv = try TotalsRecord.bytes(of: rows, zone: plan.grid.zone)
    try output.deliver(csv, table: DemandTotalsTable.text(rows, grid: plan.grid))
  }

  /// Writes the sample paths that are asked for.
  private func writePaths(of result: ForecastResult, plan: Plan) async throws {
    guard let count = futures.paths else { return }
    let points = await FuturesStage.paths(
      of: result, plan: plan, count: count, seed: futures.seed ?? plan.simulation.seed,
      threads: Threads.count)
    try AtomicFile.write(
      try PathsRecord.bytes(of: points, zone: plan.grid.zone),
      to: futures.pathsFile)
  }
}

/// What a planner at a terminal sees of a forecast: contacts per queue and day.
enum ForecastTable {
  static func text(_ result: ForecastResult, grid: TimeGrid) -> String {
    let queues = result.forecast.queues
    var days: [CivilDate: [Double]] = [:]
    for (index, queue) in queues.enumerated() {
      for interval in queue.intervals {
        days[grid.date(of: interval.start), default: Array(repeating: 0, count: queues.count)][
          index] +=
          interval.offered
      }
    }
    var table = TextTable(["day", ""] + queues.map(\.queue))
    for (day, totals) in days.sorted(by: { $0.key < $1.key }) {
      table.add([day.text, day.weekday.shortName] + totals.map { NumberText.fixed($0, 0) })
    }
    let models = result.models.map(ModelColumns.line).joined(separator: "\n  ")
    return "Contacts per day. Models, with weights in the first week:\n  \(models)\n\n" + table.text
  }
}
