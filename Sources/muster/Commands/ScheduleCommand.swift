import ArgumentParser
import ContactCenter
import Planning
import Records
import Scheduling

/// From a requirement to shifts and a roster.
struct ScheduleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Designs shifts with breaks, and the roster of who works them.",
    discussion: """
      With agents (the plan's, or --agents) the roster has names; without, seats: as many as are needed.

      Examples:
        muster schedule requirement.csv --timezone Europe/Dublin --shifts default -o roster.csv
        muster schedule requirement.csv --plan samples/northwind/plan.yaml -o roster.csv
        muster schedule --plan ward.yaml -o roster.csv
      """)

  @Argument(
    help: "The requirement record, or - for standard input; none where the plan has cover.")
  var file: String?

  @OptionGroup var planOptions: PlanOptions

  @Option(help: "default: starts every half hour, usual breaks, full-time and part-time.")
  var shifts: String?

  @Option(help: "The agents record; the plan's where there is one.")
  var agents: String?

  @Option(help: "The availability record; the plan's where there is one.")
  var availability: String?

  @Option(help: "Days from the first day of the requirement.")
  var days: Int?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    if let shifts, shifts != "default" {
      throw CommandFailure(
        .usage,
        "error: --shifts is \"\(shifts)\"\nMaybe write --shifts default, or describe shifts in a plan."
      )
    }
    let draft = try planOptions.draft()
    var recordOptions = try planOptions.files.recordOptions(
      zone: draft.zone, policy: draft.localTime)
    let loaded = try file.map {
      try load(RequirementRecord.self, from: $0, options: recordOptions)
    }
    recordOptions.mapping = [:]
    var plan = try completed(draft, by: loaded?.value)
    if let days {
      guard (1...366).contains(days) else {
        throw CommandFailure(.usage, "error: --days is \(days)\nMaybe a number from 1 to 366.")
      }
      plan.schedule.days = days
    }
    var calendar = BusinessCalendar()
    if let path = draft.calendarPath {
      calendar = try loadCalendar(from: path, options: recordOptions, queues: plan.queues).value
    }
    var people: [Agent]?
    var stretches: [Availability] = []
    if let path = agents ?? draft.path(plan.inputs.agents) {
      people = try load(AgentsRecord.self, from: path, options: recordOptions).value
      if let path = availability ?? draft.path(plan.inputs.availability) {
        stretches = try load(AvailabilityRecord.self, from: path, options: recordOptions).value
      }
    }
    let result = try ScheduleStage.run(
      plan: plan, requirement: loaded?.value, calendar: calendar, agents: people,
      availability: stretches, library: try Solver.library(),
      threads: Threads.count)
    let csv = try RosterRecord.bytes(of: result.roster, zone: plan.grid.zone)
    try output.deliver(csv)
    Console.report((loaded?.findings ?? []) + result.findings, quiet: output.quiet)
    if !output.quiet {
      Console.message(
        "\(result.shifts.shifts.count) shifts, \(NumberText.fixed(result.shifts.paidHours, 1)) paid hours, "
          + "\(NumberText.fixed(result.shifts.shortHours, 1)) agent-hours short")
    }
    if !result.isComplete { throw CommandFailure(.partial, "") }
  }

  /// The plan, completed from the requirement where there is no plan file.
  private func completed(
    _ draft: PlanDraft, by requirement: StaffingRequirement?
  ) throws -> Plan {
    guard let file, let requirement else {
      if let plan = draft.plan, !plan.cover.isEmpty { return plan }
      throw CommandFailure(
        .usage,
        "error: there is nothing to schedule: no requirement, and no plan with cover\n"
          + "Maybe muster schedule requirement.csv, or add cover: to the plan.")
    }
    let queues = requirement.queues
    return try draft.completed(
      found: queues.map { ($0.queue, $0.channel) },
      length: try intervalLength(queues.map { $0.intervals.map(\.start) }, file: file))
  }
}
