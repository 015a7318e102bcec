import ArgumentParser
import ContactCenter
import Forecasting
import Planning
import Records

/// Flags about what is known of the day, what may come, and what is added up.
struct FuturesFlags: ParsableArguments {
  @Option(
    name: .customLong("actuals-until"),
    help: ArgumentHelp(
      "Today is known up to here: forecast the rest of it anew, such as 2026-03-09T11:00.",
      valueName: "time"))
  var actualsUntil: String?

  @Option(
    help: "A history record with the rows of today; in place of them in the history.")
  var actuals: String?

  @Option(help: "How queues agree with channels and the center: bottom-up, top-down or mint.")
  var reconcile: String?

  @Option(help: "Show totals by interval, day, week or month, with the quantiles of the sums.")
  var by: String?

  @Option(help: "Whose totals: queue, channel or center. Default: queue.")
  var level: String?

  @Option(
    help: "Draw so many sample paths: whole futures that keep the connection between intervals.")
  var paths: Int?

  @Option(
    name: .customLong("paths-output"), help: "Where sample paths are written. Default: paths.csv.")
  var pathsOutput: String?

  @Option(help: "The seed of the sample paths. Default: the plan's, or 1.")
  var seed: UInt64?

  /// Where sample paths go.
  var pathsFile: String { pathsOutput ?? "paths.csv" }

  /// Whether paths or totals are asked for.
  var needsFutures: Bool { paths != nil || by != nil || level != nil }

  /// Refuses what does not fit together before anything is read.
  func check(from: String?) throws {
    if let paths, !(1...FuturesStage.maximumPaths).contains(paths) {
      throw CommandFailure(
        .usage,
        "error: --paths is \(paths)\nMaybe a count from 1 to \(FuturesStage.maximumPaths).")
    }
    if pathsOutput != nil, paths == nil {
      throw CommandFailure(
        .usage, "error: --paths-output without --paths\nMaybe add --paths 200.")
    }
    if actualsUntil != nil, from != nil {
      throw CommandFailure(
        .usage,
        "error: --actuals-until and --from both say where the forecast begins\nMaybe leave --from out."
      )
    }
    if actuals != nil, actualsUntil == nil {
      throw CommandFailure(
        .usage,
        "error: --actuals without --actuals-until\nMaybe say up to when they are complete, such as --actuals-until 2026-03-09T11:00."
      )
    }
  }

  /// The period and level of the totals that are asked for; nil for the forecast itself.
  func totals() throws -> (period: DemandTotal.Period, level: DemandTotal.Level)? {
    guard by != nil || level != nil else { return nil }
    let period: DemandTotal.Period = try by.map { try choice($0, "--by") } ?? .interval
    return (period, try level.map { try choice($0, "--level") } ?? .queue)
  }

  /// Puts the rows of `--actuals` in the place of the history's from the start of their day on.
  func addActuals(to input: inout HistoryInput, options: PlanOptions) throws {
    if let reconcile {
      input.plan.forecast.reconciliation = try choice(reconcile, "--reconcile")
    }
    guard let actuals, let actualsUntil else { return }
    let grid = input.plan.grid
    let until = try instantFlag(actualsUntil, "--actuals-until", zone: grid.zone)
    let loaded = try muster.load(
      HistoryRecord.self, from: actuals,
      options: try options.files.recordOptions(
        zone: grid.zone, policy: input.plan.localTime, length: input.history.length))
    input.findings += loaded.findings
    input.files.append(loaded.file)
    let today = grid.zone.startOfDay(grid.date(of: until))
    input.history = input.history.replacing(loaded.value, from: today)
  }
}
