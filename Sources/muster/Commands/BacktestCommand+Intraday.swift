import ContactCenter
import Forecasting
import Planning

extension BacktestCommand {
  /// Shows what updates during the day would have been worth, in place of the backtest of whole forecasts.
  func runIntraday(days: Int) async throws {
    guard (1...3660).contains(days) else {
      throw CommandFailure(.usage, "error: --intraday is \(days)\nMaybe 60: the days to replay.")
    }
    guard models.count < 2 else {
      throw CommandFailure(
        .usage,
        "error: --intraday replays one model, and \(models.count) are named\nMaybe keep one.")
    }
    let input = try HistoryInput.load(file: file, options: planOptions, regressors: regressors)
    try OutputClash.check([("-o", output.output)], inputs: input.files)
    let (results, found) = try await IntradayStage.run(
      plan: input.plan, history: input.history, calendar: input.calendar,
      regressors: input.regressors, model: models.first ?? "auto", days: days,
      threads: Threads.count)
    if output.showsTable || (output.output == nil && output.format == nil) {
      try Console.line(IntradayText.text(results))
    } else {
      try output.deliver(try IntradayText.bytes(results))
    }
    let findings = input.findings + found
    Console.report(findings, quiet: output.quiet)
    if results.allSatisfy(\.rows.isEmpty) { throw CommandFailure(.partial, "") }
  }
}
