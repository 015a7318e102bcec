import ArgumentParser
import ContactCenter
import Planning
import Records
import Simulation

/// From a forecast and a requirement or roster to the SLA projection.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulates a requirement or a roster: the service level to expect.",
    discussion: """
      Every replication lives the whole period: days vary as the forecast's quantiles say, contacts arrive at random,
      agents finish what they began. The same seed gives the same bytes on any number of threads.

      Examples:
        muster simulate forecast.csv --roster roster.csv --plan plan.yaml -o outcome.csv
        muster simulate forecast.csv --requirement requirement.csv --timezone Europe/Dublin --patience 2m
      """)

  @Argument(help: "The forecast record, - for standard input, or a plan.")
  var file: String

  @Option(help: "The roster to simulate.")
  var roster: String?

  @Option(help: "The requirement to simulate, each queue with agents of its own.")
  var requirement: String?

  @Option(help: "The agents record, for skills; the plan's where there is one.")
  var agents: String?

  @OptionGroup var planOptions: PlanOptions

  @Option(help: "Independent repetitions of the period.")
  var replications: Int?

  @Option(help: "The seed of all random streams.")
  var seed: UInt64?

  @Option(help: "How many replications run at the same time. Default: one per core.")
  var threads: Int?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    var input = try await DemandInput.load(file: file, options: planOptions)
    if let replications {
      guard (2...1_000_000).contains(replications) else {
        throw CommandFailure(
          .usage, "error: --replications is \(replications)\nMaybe a number from 2 to 1000000.")
      }
      input.plan.simulation.replications = replications
    }
    if let seed { input.plan.simulation.seed = seed }
    let staffing = try self.staffing(&input)
    let result = try await SimulateStage.run(
      plan: input.plan, forecast: input.forecast, staffing: staffing,
      threads: max(1, threads ?? Threads.count),
      progress: ProgressLine.handler("simulating", quiet: output.quiet))
    let csv = try OutcomeRecord.bytes(of: result.outcome, zone: input.plan.grid.zone)
    try output.deliver(csv, table: OutcomeTable.text(result.outcome, grid: input.plan.grid))
    Console.report(input.findings + result.findings, quiet: output.quiet)
  }

  private func staffing(_ input: inout DemandInput) throws -> PlannedStaffing {
    let draft = try planOptions.draft(positional: isPlan ? file : nil)
    var options = try planOptions.files.recordOptions(zone: draft.zone, policy: draft.localTime)
    options.mapping = [:]
    switch (roster, requirement) {
    case (let path?, nil):
      let loaded = try load(RosterRecord.self, from: path, options: options)
      input.findings += loaded.findings
      var known: [Agent] = []
      if let path = agents ?? draft.path(draft.plan?.inputs.agents) {
        let loaded = try load(AgentsRecord.self, from: path, options: options)
        input.findings += loaded.findings
        known = loaded.value
      }
      return .roster(loaded.value, agents: known)
    case (nil, let path?):
      let loaded = try load(RequirementRecord.self, from: path, options: options)
      input.findings += loaded.findings
      return .requirement(loaded.value)
    default:
      throw CommandFailure(
        .usage, "error: who answers is not known\nMaybe add --roster FILE or --requirement FILE.")
    }
  }

  private var isPlan: Bool { file.hasSuffix(".yaml") || file.hasSuffix(".yml") }
}

/// What a planner at a terminal sees of an outcome: the run and its days, per queue.
enum OutcomeTable {
  static func text(_ outcome: Outcome, grid: TimeGrid) -> String {
    var table = TextTable([
      "period", "what", "offered", "service level", "target met", "asa s", "abandoned", "occupancy",
    ])
    for row in outcome.rows where row.period == .run || row.period == .day {
      let period = row.period == .run ? "run" : grid.date(of: row.start).text
      var level = NumberText.percent(row.serviceLevel)
      if let error = row.serviceLevelError { level += " ± " + NumberText.percent(error) }
      table.add([
        period, "\(row.level.rawValue) \(row.name)", NumberText.fixed(row.offered, 0), level,
        NumberText.percent(row.probabilityOfTarget, 0), NumberText.fixed(row.asaSeconds, 1),
        NumberText.percent(row.abandonment), NumberText.percent(row.occupancy),
      ])
    }
    return table.text
  }
}
