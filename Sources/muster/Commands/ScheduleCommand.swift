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
      With agents (the plan's, or --agents) the roster has names; without, seats: as many as are needed. On a terminal the \
      weeks are shown, agents by days, and who is at work in each hour. Ends with 1 where a need stays uncovered or a rule \
      cannot be kept, and with 69 where the solver HiGHS is missing.

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

  @Flag(name: .customLong("no-color"), help: "No colors; NO_COLOR says the same.")
  var noColor = false

  @OptionGroup var roster: RosterFlags

  @OptionGroup var output: OutputOptions

  func run() async throws {
    if let shifts, shifts != "default" {
      throw CommandFailure(
        .usage,
        "error: --shifts is \"\(shifts)\"\nMaybe write --shifts default, or describe shifts in a plan."
      )
    }
    let draft = try planOptions.draft()
    let recordOptions = try planOptions.files.recordOptions(
      zone: draft.zone, policy: draft.localTime)
    let period = try roster.period()
    var loaded = try file.map {
      try load(RequirementRecord.self, from: $0, options: recordOptions)
    }
    if let from = period.from { loaded?.value.leaveOut(before: from, zone: draft.zone) }
    var plan = try completed(draft, by: loaded?.value)
    plan.schedule.days = period.days ?? plan.schedule.days
    plan.schedule.from = period.from ?? plan.schedule.from
    plan.inputs.agents = roster.agents ?? plan.inputs.agents
    var reader = try RosterInput(draft: draft, files: planOptions.files, flags: roster)
    var input = try reader.input(Roster(entries: []), plan: plan, flags: roster)
    input.requirement = loaded?.value
    // No agents file means seats; one without agents means nobody.
    let people = reader.namesAgents(plan) ? input.agents : nil
    let result = try ScheduleStage.run(
      plan: plan, requirement: loaded?.value, calendar: input.calendar, agents: people,
      availability: input.availability, library: try Solver.library(), previous: input.previous,
      threads: Threads.count, progress: ProgressLine.search(quiet: output.quiet))
    ProgressLine.clear(quiet: output.quiet)
    input.roster = result.roster
    let subject = try AuditStage.subject(plan: plan, input)
    let csv = try RosterRecord.bytes(of: result.roster, zone: plan.grid.zone)
    try output.deliver(
      csv,
      table: RosterPages.text(
        subject, width: Terminal.width, hasColor: !noColor && Terminal.hasColor))
    Console.report(
      (loaded?.findings ?? []) + reader.findings + result.findings, quiet: output.quiet)
    if !output.quiet {
      let summary = ScheduleSummary(
        shifts: result.shifts, audit: RosterAudit.check(subject), assignment: result.assignment)
      Console.message(summary.text)
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

extension StaffingRequirement {
  /// The same without the days before a date.
  fileprivate mutating func leaveOut(before date: CivilDate, zone: ZoneRules) {
    let start = zone.startOfDay(date)
    for index in queues.indices { queues[index].intervals.removeAll { $0.start < start } }
  }
}
