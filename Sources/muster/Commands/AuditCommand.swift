import ArgumentParser
import ContactCenter
import Planning
import Records
import Scheduling

/// Every rule re-derived from a roster file, whoever made it.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Judges a roster by its entries alone: rules, hours, coverage.",
    discussion: """
      Examples:
        muster audit out/roster.csv --plan samples/northwind/plan.yaml
        muster audit out/roster.csv --plan samples/northwind/plan.yaml --requirement out/requirement.csv
      """)

  @Argument(help: "The roster record, or - for standard input.")
  var file: String

  @Option(help: "The requirement to hold the roster against.")
  var requirement: String?

  @OptionGroup var planOptions: PlanOptions

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let draft = try planOptions.draft()
    guard let plan = draft.plan else {
      throw CommandFailure(.usage, "error: the rules are in a plan\nMaybe add --plan plan.yaml.")
    }
    let options = try planOptions.files.recordOptions(zone: draft.zone, policy: draft.localTime)
    let roster = try load(RosterRecord.self, from: file, options: options)
    var findings = roster.findings
    func read<R: Record>(_ record: R.Type, _ path: String?, _ none: R.Value) throws -> R.Value {
      guard let path else { return none }
      let loaded = try load(record, from: path, options: options)
      findings += loaded.findings
      return loaded.value
    }
    let agents = try read(AgentsRecord.self, draft.path(plan.inputs.agents), [])
    let availability = try read(AvailabilityRecord.self, draft.path(plan.inputs.availability), [])
    let loaded = try draft.calendarPath.map {
      try loadCalendar(from: $0, options: options, queues: plan.queues)
    }
    findings += loaded?.findings ?? []
    let calendar = loaded?.value ?? BusinessCalendar()
    let required = try read(RequirementRecord.self, requirement, StaffingRequirement(queues: []))
    let report = try AuditStage.run(
      plan: plan, roster: roster.value, agents: agents, availability: availability,
      requirement: requirement == nil ? nil : required, calendar: calendar)
    try Console.line(AuditText.text(report, grid: plan.grid))
    Console.report(findings, quiet: output.quiet)
    if !report.isClean { throw CommandFailure(.partial, "") }
  }
}

/// What an audit says, violations first.
enum AuditText {
  /// Violations listed; the rest is counted.
  private static let shown = 40

  static func text(_ report: AuditReport, grid: TimeGrid) -> String {
    var table = TextTable(["rule", "who", "from", "what"])
    for violation in report.violations.prefix(shown) {
      table.add([
        violation.rule, violation.place, grid.zone.local(violation.stretch.start).text,
        violation.message,
      ])
    }
    let summary =
      "\(report.shiftCount) shifts, \(NumberText.fixed(report.paidHours, 1)) paid hours, "
      + "\(report.rules.count) rules: \(report.violations.count) violations, "
      + "\(NumberText.fixed(report.shortHours, 1)) agent-hours short"
    let more = report.violations.count - shown
    let rest = more > 0 ? "\n… and \(more) more" : ""
    return report.violations.isEmpty ? summary : table.text + rest + "\n\n" + summary
  }
}
