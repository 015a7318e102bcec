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

      With --stationary one interval's rates and agents are held for long instead, and the Erlang answer stands beside.

      Examples:
        muster simulate forecast.csv --roster roster.csv --plan plan.yaml -o outcome.csv
        muster simulate forecast.csv --roster roster.csv --plan plan.yaml --contacts calls.csv
        muster simulate forecast.csv --requirement requirement.csv --timezone Europe/Dublin --patience 2m
        muster simulate forecast.csv --roster roster.csv --plan plan.yaml --precision 0.5% --replications 5000
        muster simulate forecast.csv --roster roster.csv --plan plan.yaml --trace events.jsonl
        muster simulate forecast.csv --requirement requirement.csv --plan plan.yaml --stationary --at 2026-03-09T10:00
      """)

  @Argument(help: "The forecast record, - for standard input, or a plan.")
  var file: String

  @Option(help: "The roster to simulate.")
  var roster: String?

  @Option(help: "The requirement to simulate, each queue with agents of its own.")
  var requirement: String?

  @Option(
    name: .customLong("group-requirement"),
    help: "The group requirement to simulate: so many agents in each group of the plan.")
  var groupRequirement: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The agents record, for skills; the plan's where there is one. Or a change such as -2: what if so many fewer.",
      valueName: "file or change"))
  var agents: String?

  @Option(
    help: "A contacts record: its queues see these contacts come, with the handle times they took.")
  var contacts: String?

  @OptionGroup var planOptions: PlanOptions

  @OptionGroup var leverOptions: LeverOptions

  @Option(help: "Independent repetitions of the period.")
  var replications: Int?

  @Option(help: "The seed of all random streams.")
  var seed: UInt64?

  @Option(help: "How many replications run at the same time. Default: one per core.")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Stop once the center's service level is known to ± this (95 %), such as 0.5%; at most --replications.",
      valueName: "half-width"))
  var precision: String?

  @Option(help: "independent, antithetic or stratified replications.")
  var sampling: String?

  @Flag(
    name: .customLong("control-variates"),
    help: "Sharpen service levels by the known mean of arrivals.")
  var controlVariates = false

  @Option(
    help: ArgumentHelp(
      "Write every event of one replication to this file, as JSON lines.", valueName: "file"))
  var trace: String?

  @Option(
    name: .customLong("trace-replication"),
    help: ArgumentHelp("The replication to trace, from 0.", valueName: "number"))
  var traceReplication: Int?

  @Flag(
    name: .customLong("all-definitions"),
    help: "Show the service level under every definition in use.")
  var allDefinitions = false

  @Flag(help: "Hold the interval at --at constant and measure its steady state by batch means.")
  var stationary = false

  @Option(help: ArgumentHelp("The interval to hold with --stationary.", valueName: "time"))
  var at: String?

  @Option(help: "How long --stationary holds it. Default: 1000.")
  var hours: Double?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try checkFlags()
    var planOptions = planOptions
    let isChange = agents.map { $0.hasPrefix("+") || $0.hasPrefix("-") } ?? false
    let levers = try leverOptions.levers(agents: isChange ? agents : nil, plan: &planOptions)
    try checkLevers(levers)
    var input = try await DemandInput.load(file: file, options: planOptions)
    try input.loadPaths(planOptions, file: file)
    if let contacts { try input.loadContacts(contacts, planOptions) }
    try SimulationFlags.apply(replications: replications, seed: seed, to: &input.plan)
    let isPlan = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    let staffing = try StaffingFiles.load(
      StaffingFiles.Names(
        roster: roster, requirement: requirement, groupRequirement: groupRequirement,
        agents: isChange ? nil : agents),
      draft: try planOptions.draft(positional: isPlan ? file : nil))
    input.findings += staffing.findings
    let closed = try input.calendar(planOptions, file: file)
    var options = SimulateStage.options(plan: input.plan, threads: max(1, threads ?? Threads.count))
    try SimulationFlags.apply(
      precision: precision, sampling: sampling, controlVariates: controlVariates, to: &options)
    if stationary {
      try holdConstant(input, staffing.staffing, options)
    } else {
      let answer = try await project(input, staffing.staffing, levers, closed, options)
      if !levers.isEmpty {
        try await showDifference(
          input, staffing.staffing, levers, closed, answer: answer, options)
      }
    }
  }

  /// The projection of the period.
  private func project(
    _ planned: DemandInput, _ plannedStaffing: PlannedStaffing, _ levers: Levers,
    _ calendar: BusinessCalendar, _ options: SimulationOptions
  ) async throws -> SimulationResult {
    var input = planned
    (input.plan, input.forecast) = (
      levers.applied(to: input.plan), levers.applied(to: input.forecast)
    )
    input.paths = levers.applied(to: input.paths)
    let staffing = levers.applied(to: plannedStaffing)
    if let trace {
      let result = try TraceStage.run(
        plan: input.plan, forecast: input.forecast, staffing: staffing, paths: input.paths,
        contacts: input.contacts, calendar: calendar, options: options,
        replication: traceReplication ?? 0)
      try TraceFile.write(result, to: trace, zone: input.plan.grid.zone)
    }
    let assembled = try SimulateStage.model(
      plan: input.plan, forecast: input.forecast, staffing: staffing, paths: input.paths,
      contacts: input.contacts, calendar: calendar)
    let result = try await simulate(
      assembled.model, options: options,
      progress: ProgressLine.handler("simulating", quiet: output.quiet))
    let table = OutcomeTable.text(result.outcome, grid: input.plan.grid)
    if allDefinitions {
      let definitions = DefinitionsTable.text(result.serviceLevels, plan: input.plan)
      try output.deliver(
        DefinitionsTable.bytes(result.serviceLevels, plan: input.plan),
        table: table + "\n\n" + definitions)
    } else {
      let csv = try OutcomeRecord.bytes(of: result.outcome, zone: input.plan.grid.zone)
      try output.deliver(csv, table: table)
    }
    Console.report(
      input.findings + assembled.findings + SimulationFlags.findings(result, options),
      quiet: output.quiet)
    return result
  }

  /// What the levers change, with the same customers: on a terminal below the answer, elsewhere among the messages.
  private func showDifference(
    _ input: DemandInput, _ staffing: PlannedStaffing, _ levers: Levers,
    _ calendar: BusinessCalendar, answer: SimulationResult, _ options: SimulationOptions
  ) async throws {
    var options = options
    // As many replications as the answer took, or the pairs would not be pairs.
    (options.precision, options.replications) = (nil, answer.replications)
    let assembled = try SimulateStage.model(
      plan: input.plan, forecast: input.forecast, staffing: staffing, paths: input.paths,
      contacts: input.contacts, calendar: calendar)
    let plain = try await simulate(
      assembled.model, options: options,
      progress: ProgressLine.handler("simulating the plan", quiet: output.quiet))
    let result = CompareStage.Result(
      first: "plan", outcome: plain.outcome,
      others: [
        CompareStage.Pair(
          name: LeverOptions.text(levers), outcome: answer.outcome,
          comparison: SimulationComparison(first: plain, second: answer))
      ], findings: [])
    let text = ComparisonText.text(result)
    if output.showsTable, output.output == nil {
      try Console.line("\n" + text)
    } else if !output.quiet {
      Console.message(text)
    }
  }

  /// The steady state of one interval.
  private func holdConstant(
    _ input: DemandInput, _ staffing: PlannedStaffing, _ options: SimulationOptions
  ) throws {
    let zone = input.plan.grid.zone
    let result = try StationaryStage.run(
      plan: input.plan, forecast: input.forecast, staffing: staffing,
      at: try instantFlag(at ?? "", "--at", zone: zone), hours: hours ?? 1000, options: options)
    let table = StationaryText.text(result, grid: input.plan.grid)
    let levels = result.stationary.serviceLevels
    if allDefinitions {
      try output.deliver(
        DefinitionsTable.bytes(levels, plan: input.plan),
        table: table + "\n\n" + DefinitionsTable.text(levels, plan: input.plan))
    } else {
      let csv = try OutcomeRecord.bytes(of: result.stationary.outcome, zone: zone)
      try output.deliver(csv, table: table)
    }
    Console.report(input.findings + result.findings, quiet: output.quiet)
  }

  /// Refuses levers that the answer could not follow.
  private func checkLevers(_ levers: Levers) throws {
    guard !levers.isEmpty else { return }
    if stationary {
      throw CommandFailure(
        .usage,
        "error: --stationary holds one interval as it is planned\nMaybe leave out the changes, or change the forecast with muster staff."
      )
    }
    if contacts != nil, levers.volume != nil || levers.handleTime != nil {
      throw CommandFailure(
        .usage,
        "error: recorded contacts come as they were recorded\nMaybe leave out --contacts, or change only --agents and --absence."
      )
    }
    if levers.absence != nil, roster == nil {
      throw CommandFailure(
        .usage,
        "error: --absence asks who misses a shift, and a requirement has no shifts\nMaybe simulate a --roster, or ask muster staff with --absence how many to schedule."
      )
    }
  }

  /// Refuses flags that would be passed over in silence.
  private func checkFlags() throws {
    func refuse(_ what: String, _ hint: String) -> CommandFailure {
      CommandFailure(.usage, "error: \(what)\nMaybe \(hint)")
    }
    if stationary {
      if at == nil {
        throw refuse(
          "--stationary does not know which interval", "add --at 2026-03-09T10:00.")
      }
      if contacts != nil {
        throw refuse(
          "--stationary has a constant rate, and --contacts times of their own", "leave out one.")
      }
      if trace != nil || precision != nil {
        throw refuse(
          "--stationary is one long run without replications",
          "leave out --trace and --precision; --hours makes it longer.")
      }
      if let hours, !(hours >= 1 && hours <= 1_000_000) {
        throw refuse("--hours is \(hours)", "a number from 1 to 1000000.")
      }
    } else if at != nil || hours != nil {
      throw refuse("--at and --hours belong to --stationary", "add --stationary.")
    }
    if trace == "-" {
      throw refuse("--trace is \"-\": standard output is the outcome's", "name a file.")
    }
    if let number = traceReplication {
      if trace == nil {
        throw refuse("--trace-replication belongs to --trace", "add --trace events.jsonl.")
      }
      guard (0..<1_000_000).contains(number) else {
        throw refuse("--trace-replication is \(number)", "a number from 0 to 999999.")
      }
    }
  }
}
