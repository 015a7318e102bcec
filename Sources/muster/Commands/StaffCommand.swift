import ArgumentParser
import ContactCenter
import Planning
import Records
import Staffing

/// From a forecast to the requirement record.
struct StaffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Works out how many agents each interval needs.",
    discussion: """
      Examples:
        muster staff forecast.csv --timezone Europe/Dublin --target 80/20 --patience 2m --shrinkage 30%
        muster staff forecast.csv --plan plan.yaml --over-time mol --staffing-interval 30m --target-over day
        muster staff samples/northwind/plan.yaml --queue billing --explain 2025-11-17T10:00
        muster staff samples/northwind/plan.yaml --queue billing --explain 2025-11-17T10:00 --as erlang-c
        muster staff samples/northwind/plan.yaml --all-definitions
        muster staff samples/northwind/plan.yaml --totals --volume +10% --handle-time +15s
        muster staff samples/northwind/plan.yaml --groups -o groups.csv
      """)

  @Argument(help: "The forecast record, - for standard input, or a plan.")
  var file: String

  @OptionGroup var planOptions: PlanOptions

  @Option(help: "erlang-a or erlang-c. Default: Erlang A where the queue has a patience.")
  var method: String?

  @Option(
    help: "Staff so that the target holds with this probability given the forecast, such as 90%.")
  var risk: String?

  @OptionGroup var flags: StaffingFlags

  @Option(help: "Take apart the requirement of the interval at this time.")
  var explain: String?

  @Option(help: "The queue to explain; needed where there are several.")
  var queue: String?

  @Flag(help: "Days and queues in hours, full-time equivalents and cost instead of intervals.")
  var totals = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What another tool would ask for, and why it differs: amazon, genesys or erlang-c.",
      valueName: "tool"))
  var tool: String?

  @Flag(
    name: .customLong("all-definitions"),
    help: "Show service level, and the agents the target asks for, under every definition.")
  var allDefinitions = false

  @OptionGroup var leverOptions: LeverOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What if each staffed interval had so many more or fewer agents: -2, +5%.",
      valueName: "change"))
  var agents: String?

  @Flag(help: "Work out the agents of each group of the plan, by simulating its routing.")
  var groups = false

  @OptionGroup var output: OutputOptions

  func run() async throws {
    var planOptions = planOptions
    let levers = try leverOptions.levers(agents: agents, plan: &planOptions)
    try checkFlags(levers)
    var planned = try await DemandInput.load(file: file, options: planOptions)
    try flags.apply(to: &planned, planOptions, file: file)
    var input = planned
    (input.plan, input.forecast, input.paths) = (
      levers.applied(to: planned.plan), levers.applied(to: planned.forecast),
      levers.applied(to: planned.paths)
    )
    var options = try flags.options(plan: input.plan)
    if let method { options.method = method }
    if let risk {
      options.risk = try readFlag(risk, "--risk", example: "90%") { Share(text: $0) }
    }
    let calendar = try input.calendar(planOptions, file: file)
    let other: OtherTool? = try tool.map { try choice($0, "--as") }
    if let explain {
      let page = try explanation(
        at: explain, input: input, calendar: calendar, options: options, as: other)
      try Console.line(page.lines.joined(separator: "\n"))
      return
    }
    if groups {
      try await staffGroups(input, calendar: calendar, options: options)
      return
    }
    let result = try StaffStage.run(
      plan: input.plan, forecast: input.forecast, calendar: calendar, options: options,
      paths: input.paths, levers: levers, as: other)
    if allDefinitions {
      let rows = try StaffStage.definitions(
        of: result.requirement, plan: input.plan, forecast: input.forecast, calendar: calendar,
        options: options, paths: input.paths, levers: levers, as: other)
      try output.deliver(
        DefinitionsTable.bytes(rows), table: DefinitionsTable.text(rows))
      Console.report(input.findings + result.findings, quiet: output.quiet)
      return
    }
    let summary = StaffingTotals(result.requirement, plan: input.plan, spans: result.spans)
    let csv =
      totals
      ? try TotalsTable.bytes(summary)
      : try RequirementRecord.bytes(of: result.requirement, zone: input.plan.grid.zone)
    var table = TotalsTable.text(summary)
    if !levers.isEmpty {
      let plain = try StaffStage.run(
        plan: planned.plan, forecast: planned.forecast, calendar: calendar, options: options,
        paths: planned.paths)
      let text = TotalsTable.difference(
        StaffingTotals(plain.requirement, plan: planned.plan), summary,
        what: LeverOptions.text(levers))
      table += "\n\n" + text
      if !output.showsTable, !output.quiet { Console.message(text) }
    }
    try output.deliver(csv, table: table)
    Console.report(input.findings + result.findings, quiet: output.quiet)
  }

  /// Refuses flags of which only one could be followed.
  private func checkFlags(_ levers: Levers) throws {
    if levers.agents != nil, explain != nil || groups || tool != nil {
      throw CommandFailure(
        .usage,
        "error: --agents changes a requirement, not a page, groups or another tool\nMaybe leave out --agents, or ask with --totals."
      )
    }
    let asked = [
      (explain != nil, "--explain"), (totals, "--totals"), (allDefinitions, "--all-definitions"),
      (groups, "--groups"),
    ].filter(\.0).map(\.1)
    guard asked.count <= 1 else {
      throw CommandFailure(
        .usage,
        "error: \(asked.joined(separator: " and ")) are different answers\nMaybe ask for one of them."
      )
    }
    if tool != nil, groups {
      throw CommandFailure(
        .usage, "error: --as has no groups\nMaybe leave out --as or --groups.")
    }
    if queue != nil, explain == nil {
      throw CommandFailure(
        .usage, "error: --queue belongs to --explain\nMaybe add --explain 2026-03-09T10:00.")
    }
  }

  private func explanation(
    at time: String, input: DemandInput, calendar: BusinessCalendar, options: StaffingOptions,
    as tool: OtherTool?
  ) throws -> StaffingExplanation {
    let names = input.forecast.queues.map(\.queue)
    guard let name = queue ?? (names.count == 1 ? names.first : nil) else {
      throw CommandFailure(
        .usage,
        "error: there are \(names.count) queues to explain\nMaybe add --queue \(names.first ?? "NAME")."
      )
    }
    guard names.contains(name) else {
      throw CommandFailure(
        .badPlan,
        "error: there is no queue \"\(name)\"\nMaybe \(nearestName(to: name, in: names).map { "\"\($0)\" is meant" } ?? "one of \(names.joined(separator: ", "))")."
      )
    }
    let zone = input.plan.grid.zone
    let start = try instantFlag(time, "--explain", zone: zone)
    return try StaffStage.explain(
      plan: input.plan, forecast: input.forecast, queue: name,
      at: input.plan.grid.interval(containing: start).start, calendar: calendar, options: options,
      paths: input.paths, as: tool)
  }
}
