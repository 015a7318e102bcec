import ArgumentParser
import ContactCenter
import Forecasting
import Planning
import Records

/// How each model would have done on one's own past.
struct BacktestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "Replays models over the past and scores them.",
    discussion: """
      Each model is fitted anew at every origin and forecasts the days after it. MASE below 1 beats last week's
      value; the noise floor is the error that even the true rate would leave.

      Examples:
        muster backtest samples/corner-shop/history.csv --timezone Europe/Dublin --origins 2 --horizon 7d
        muster backtest samples/northwind/plan.yaml --model auto --model planners-average -o backtest.csv
      """)

  @Argument(help: "The history record, - for standard input, or a plan.")
  var file: String?

  @OptionGroup var planOptions: PlanOptions

  @Option(
    name: .customLong("model"), parsing: .singleValue,
    help: "A model to compare; may be repeated. Default: auto and planners-average.")
  var models: [String] = []

  @Option(help: "A count of origins, or dates with commas: 2026-01-05,2026-02-02.")
  var origins = "6"

  @Option(help: "How far each forecast reaches, such as 28d.")
  var horizon: String?

  @Option(help: "The regressors record: what drives demand, future values included.")
  var regressors: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let input = try HistoryInput.load(
      file: file, options: planOptions, horizon: horizon, regressors: regressors)
    let result = try await BacktestStage.run(
      plan: input.plan, history: input.history, calendar: input.calendar,
      regressors: input.regressors,
      models: models.isEmpty ? ["auto", "planners-average", "seasonal-naive"] : models,
      origins: try chosenOrigins(), threads: Threads.count)
    let table = AccuracyText.text(result, horizonDays: input.plan.forecast.horizonDays)
    if output.output != nil {
      let csv = try BacktestRecord.bytes(of: result.entries, zone: input.plan.grid.zone)
      try output.deliver(csv)
      if !output.quiet { Console.message(table) }
    } else if output.format == nil || output.format == .table {
      try Console.line(table)
    } else {
      try output.deliver(try BacktestRecord.bytes(of: result.entries, zone: input.plan.grid.zone))
    }
    let findings = input.findings + result.findings
    Console.report(findings, quiet: output.quiet)
    if findings.contains(where: { $0.severity == .error }) { throw CommandFailure(.partial, "") }
  }

  private func chosenOrigins() throws -> BacktestRequest.Origins {
    if let count = Int(origins) {
      guard (1...1000).contains(count) else {
        throw CommandFailure(.usage, "error: --origins is \(count)\nMaybe a count from 1 to 1000.")
      }
      return .count(count)
    }
    let dates = try origins.split(separator: ",").map { text in
      try readFlag(String(text), "--origins", example: "6 or 2026-01-05,2026-02-02") {
        CivilDate(text: $0)
      }
    }
    return .dates(dates)
  }
}

/// The accuracy table: one row per queue, model and lead, best model first.
enum AccuracyText {
  static func text(_ result: BacktestResult, horizonDays: Int) -> String {
    var table = TextTable([
      "queue", "lead", "model", "origins", "MASE", "WAPE", "bias", "CRPS", "in 80%", "in 95%",
      "noise floor",
    ])
    // A lead beyond the horizon would only repeat the one that covers it.
    let widest = AccuracyTable.leadDays.first { $0 >= horizonDays } ?? AccuracyTable.leadDays.last
    for row in result.accuracy.sorted(by: precedes) where row.leadDays <= widest ?? row.leadDays {
      table.add([
        row.queue, "\(row.leadDays)d", row.model, "\(row.origins)", NumberText.fixed(row.mase, 3),
        NumberText.percent(row.wape), NumberText.percent(row.bias), NumberText.percent(row.wql),
        NumberText.percent(row.coverage80, 0), NumberText.percent(row.coverage95, 0),
        NumberText.percent(row.noiseFloor),
      ])
    }
    return table.text
  }

  private static func precedes(_ a: AccuracyRow, _ b: AccuracyRow) -> Bool {
    if a.queue != b.queue { return a.queue < b.queue }
    if a.leadDays != b.leadDays { return a.leadDays < b.leadDays }
    if a.mase != b.mase { return a.mase < b.mase }
    return a.model < b.model
  }
}
