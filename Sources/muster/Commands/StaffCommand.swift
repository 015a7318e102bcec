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

  @OptionGroup var output: OutputOptions

  func run() async throws {
    var input = try await DemandInput.load(file: file, options: planOptions)
    try flags.apply(to: &input, planOptions, file: file)
    var options = try flags.options(plan: input.plan)
    if let method { options.method = method }
    if let risk {
      options.risk = try readFlag(risk, "--risk", example: "90%") { Share(text: $0) }
    }
    let calendar = try input.calendar(planOptions, file: file)
    if let explain {
      try show(explanation(at: explain, input: input, calendar: calendar, options: options))
      return
    }
    let result = try StaffStage.run(
      plan: input.plan, forecast: input.forecast, calendar: calendar, options: options,
      paths: input.paths)
    let csv = try RequirementRecord.bytes(of: result.requirement, zone: input.plan.grid.zone)
    try output.deliver(csv, table: RequirementTable.text(result.requirement, grid: input.plan.grid))
    Console.report(input.findings + result.findings, quiet: output.quiet)
  }

  private func show(_ explanation: StaffingExplanation) throws {
    try Console.line(explanation.lines.joined(separator: "\n"))
  }

  private func explanation(
    at time: String, input: DemandInput, calendar: BusinessCalendar, options: StaffingOptions
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
    return try Staffer.explain(
      input.forecast, queue: name, at: input.plan.grid.interval(containing: start).start,
      request: StaffStage.request(
        plan: input.plan, calendar: calendar, options: options, paths: input.paths))
  }
}

/// What a planner at a terminal sees of a requirement: peak agents and agent-hours per queue and day.
enum RequirementTable {
  static func text(_ requirement: StaffingRequirement, grid: TimeGrid) -> String {
    var table = TextTable([
      "day", "", "queue", "contacts", "peak agents", "agent-hours", "scheduled",
    ])
    for queue in requirement.queues {
      let byDay = Dictionary(grouping: queue.intervals) { grid.date(of: $0.start) }
      for (day, rows) in byDay.sorted(by: { $0.key < $1.key }) {
        let hours = Double(grid.length.minutes) / 60
        table.add([
          day.text, day.weekday.shortName, queue.queue,
          NumberText.fixed(rows.reduce(0) { $0 + ($1.offered ?? 0) }, 0),
          "\(rows.map(\.agents).max() ?? 0)",
          NumberText.fixed(rows.reduce(0) { $0 + Double($1.agents) } * hours, 1),
          NumberText.fixed(rows.reduce(0) { $0 + ($1.scheduledAgents ?? 0) } * hours, 1),
        ])
      }
    }
    return table.text
  }
}
