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
      value; the noise floor is the error that even the true rate would leave. The planner's average is always shown:
      where no model beats it, that is said.

      Examples:
        muster backtest samples/corner-shop/history.csv --timezone Europe/Dublin --origins 2 --horizon 7d
        muster backtest samples/northwind/plan.yaml --model auto,day-shapes -o backtest.csv
        muster backtest samples/northwind/plan.yaml --model all --scores scores.csv
        muster backtest samples/northwind/plan.yaml --value handle-time
        muster backtest samples/corner-shop/history.csv --timezone Europe/Dublin --intraday 20
      """)

  /// What is replayed.
  enum Value: String, CaseIterable, ExpressibleByArgument {
    case offered
    case handleTime = "handle-time"
  }

  @Argument(help: "The history record, - for standard input, or a plan.")
  var file: String?

  @OptionGroup var planOptions: PlanOptions

  @Option(
    name: .customLong("model"), parsing: .singleValue,
    help:
      "Models to compare, with commas; may be repeated; all for every one. Default: auto, planners-average and seasonal-naive."
  )
  var models: [String] = []

  @Option(help: "A count of origins, or dates with commas: 2026-01-05,2026-02-02.")
  var origins = "6"

  @Option(help: "How far each forecast reaches, such as 28d.")
  var horizon: String?

  @Option(help: "The regressors record: what drives demand, future values included.")
  var regressors: String?

  @Option(help: "What to replay: offered, or handle-time beside last week's and the queue's mean.")
  var value = Value.offered

  @Option(help: "Write the scores to this file as CSV.")
  var scores: String?

  @Option(
    help: ArgumentHelp(
      "Replay so many last days with and without an update at a quarter, half and three quarters.",
      valueName: "days"))
  var intraday: Int?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    if let intraday { return try await runIntraday(days: intraday) }
    let input = try HistoryInput.load(
      file: file, options: planOptions, horizon: horizon, regressors: regressors)
    try OutputClash.check([("-o", output.output), ("--scores", scores)], inputs: input.files)
    if value == .handleTime { return try handleTime(input) }
    let asked = chosenModels()
    let result = try await BacktestStage.run(
      plan: input.plan, history: input.history, calendar: input.calendar,
      regressors: input.regressors, models: asked + ["planners-average"],
      origins: try chosenOrigins(), threads: Threads.count,
      progress: ProgressLine.handler("replaying", quiet: output.quiet))
    let text = AccuracyText.text(result, horizonDays: input.plan.forecast.horizonDays)
    if let scores {
      let rows = AccuracyText.rows(result, horizonDays: input.plan.forecast.horizonDays)
      try AtomicFile.write(try AccuracyColumns.bytes(rows, label: "model"), to: scores)
    }
    if output.output != nil || (output.format ?? .table) != .table {
      // The record holds what was asked for; the yardstick is for the table.
      let entries = result.entries.filter { asked.contains($0.model) }
      try output.deliver(try BacktestRecord.bytes(of: entries, zone: input.plan.grid.zone))
      if output.output != nil, !output.quiet { Console.message(text) }
    } else {
      try Console.line(text)
    }
    try end(input.findings + result.findings)
  }

  private func end(_ findings: [Finding]) throws {
    Console.report(findings, quiet: output.quiet)
    if findings.contains(where: { $0.severity == .error }) { throw CommandFailure(.partial, "") }
  }

  /// The forecast of handle time beside last week's value and the queue's mean.
  private func handleTime(_ input: HistoryInput) throws {
    let result = try BacktestStage.handleTime(
      plan: input.plan, history: input.history, origins: try chosenOrigins())
    let rows = HandleTimeTable.rows(result, horizonDays: input.plan.forecast.horizonDays)
    if let scores { try AtomicFile.write(try HandleTimeTable.bytes(rows), to: scores) }
    if output.output != nil || (output.format ?? .table) != .table {
      try output.deliver(try HandleTimeTable.bytes(rows))
    } else {
      try Console.line(HandleTimeTable.text(rows))
    }
    try end(input.findings + result.findings)
  }

  private func chosenModels() -> [String] {
    let named = models.flatMap { $0.split(separator: ",").map(String.init) }
    if named.contains("all") { return ForecastModelCatalog.all.map(\.name) }
    return named.isEmpty ? ["auto", "planners-average", "seasonal-naive"] : named
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

/// The accuracy table: one row per queue, lead and model, best model first.
enum AccuracyText {
  static func text(_ result: BacktestResult, horizonDays: Int) -> String {
    var table = TextTable(AccuracyColumns.header("model"))
    for row in rows(result, horizonDays: horizonDays) { table.add(AccuracyColumns.cells(row)) }
    return table.text + "\n\n" + origins(result)
  }

  /// The rows worth showing: a lead beyond the horizon would only repeat the one that covers it.
  static func rows(_ result: BacktestResult, horizonDays: Int) -> [AccuracyRow] {
    let widest = widestLead(horizonDays)
    return result.accuracy.sorted(by: precedes).filter { $0.leadDays <= widest }
  }

  /// The first of the usual leads that covers a horizon.
  static func widestLead(_ horizonDays: Int) -> Int {
    AccuracyTable.leadDays.first { $0 >= horizonDays } ?? AccuracyTable.leadDays.last ?? 28
  }

  /// Which origins were replayed.
  private static func origins(_ result: BacktestResult) -> String {
    guard let first = result.origins.first, let last = result.origins.last else { return "" }
    let refused = result.findings.count { $0.code == "backtest.origin-outside" }
    let asked = refused > 0 ? " of \(result.origins.count + refused)" : ""
    return result.origins.count + refused == 1
      ? "1 origin: \(first.text)"
      : "\(result.origins.count)\(asked) origins from \(first.text) to \(last.text)"
  }

  private static func precedes(_ a: AccuracyRow, _ b: AccuracyRow) -> Bool {
    if a.queue != b.queue { return a.queue < b.queue }
    if a.leadDays != b.leadDays { return a.leadDays < b.leadDays }
    if a.mase != b.mase { return a.mase < b.mase }
    return a.model < b.model
  }
}
