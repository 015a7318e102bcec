import ArgumentParser
import ContactCenter
import Forecasting
import Planning
import Records

/// The whole job, for planners in a hurry and for cron.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Forecasts, staffs, schedules and simulates a plan, and writes it all.",
    discussion: """
      Writes forecast.csv, requirement.csv, roster.csv, outcome.csv, summary.txt and manifest.json. The same input gives
      the same bytes. Two runs into one folder at once: the second ends with 75. The forecast is also kept in archive, where
      muster accuracy finds it once it has come due; forecast: { archive: … } in the plan names another folder, or none.

      Examples:
        muster run samples/northwind/plan.yaml
        muster run samples/corner-shop/plan.yaml -o out/corner-shop --from 2026-03-09
      """)

  @Argument(help: "The plan.")
  var plan: String

  @Option(name: .shortAndLong, help: "The folder for the results. Default: the plan's outputs.")
  var output: String?

  @Option(help: "The first day, such as 2026-03-09. Default: the day after the last history.")
  var from: String?

  @Option(help: "How many things run at the same time. Default: one per core.")
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Tell nothing but errors.")
  var quiet = false

  func run() async throws {
    let input = try RunInput.load(plan: plan, folder: output)
    let library = try Solver.library()
    let firstDay = try from.map {
      try readFlag($0, "--from", example: "2026-03-09") { CivilDate(text: $0) }
    }
    try AtomicFile.createFolder(input.folder)
    let lock = try RunLock(folder: input.folder)
    let result = try await RunStages.run(
      plan: input.plan, data: input.data, firstDay: firstDay, library: library,
      threads: max(1, threads ?? Threads.count))
    if let folder = ArchiveFolder.of(input.plan, path: input.planPath, results: input.folder) {
      try ForecastArchive(folder: folder).keep(
        result.forecast, plan: input.plan, inputs: input.files)
    }
    try RunOutput(input: input, result: result, firstDay: firstDay).write(quiet: quiet)
    withExtendedLifetime(lock) {}
    let failed =
      !result.schedule.isComplete || !result.forecast.failedQueues.isEmpty
      || (input.findings + result.findings).contains { $0.severity == .error }
    if failed { throw CommandFailure(.partial, "") }
  }
}
