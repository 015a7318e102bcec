import ArgumentParser
import ContactCenter
import Planning
import Records
import Scheduling

/// Every rule re-derived from a roster file, whoever made it.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Judges a roster by its entries alone: rules, hours, coverage, cost, fairness.",
    discussion: """
      The roster may come from anywhere: --map names its columns, --activity its words, and shifts may be one row each. Ends \
      with 1 where a hard rule is broken or a need is not covered; what a plan allows at a price is listed, and is no failure.

      Examples:
        muster audit out/roster.csv --plan samples/northwind/plan.yaml
        muster audit out/roster.csv --plan samples/northwind/plan.yaml --requirement out/requirement.csv
        muster audit theirs.csv --plan plan.yaml --map agent=Employee --map start=From --activity work=Phone
      """)

  @Argument(help: "The roster record, or - for standard input.")
  var file: String

  @Option(help: "The requirement to hold the roster against.")
  var requirement: String?

  @Option(help: "The roster before: what was worked last counts towards rest, stretches and weeks.")
  var previous: String?

  @Option(help: "The agents record; the plan's where there is one.")
  var agents: String?

  @Option(help: "The availability record; the plan's where there is one.")
  var availability: String?

  @Option(
    name: .customLong("activity"), parsing: .singleValue,
    help: ArgumentHelp(
      "A word of the file for an activity, such as work=Phone; may be repeated.",
      valueName: "activity=word"))
  var activities: [String] = []

  @Option(
    help: "The first day to judge; shifts before are history. Default: the plan's or the roster's.")
  var from: String?

  @Option(help: "Days to judge. Default: the plan's, or until the roster ends.")
  var days: Int?

  @OptionGroup var planOptions: PlanOptions

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let draft = try planOptions.draft()
    guard let plan = draft.plan else {
      throw CommandFailure(.usage, "error: the rules are in a plan\nMaybe add --plan plan.yaml.")
    }
    var reader = try RosterInput(
      draft: draft, files: planOptions.files, activities: activities, agents: agents,
      availability: availability)
    var input = AuditStage.Input(roster: try reader.roster(file))
    input.agents = try reader.agents(plan) ?? []
    input.availability = try reader.availability(plan)
    if let previous { input.previous = try reader.record(RosterRecord.self, previous) }
    if let requirement {
      input.requirement = try reader.record(RequirementRecord.self, requirement)
    }
    input.calendar = try reader.calendar(plan)
    (input.from, input.days) = try PeriodFlags.read(from: from, days: days)
    let report = try AuditStage.run(plan: plan, input)
    let text = AuditText(report: report, grid: plan.grid)
    let summary = text.summary
    try output.deliver(try AuditTable.bytes(report, zone: plan.grid.zone), table: text.full)
    Console.report(reader.findings, quiet: output.quiet)
    if !output.quiet, !output.showsTable { Console.message(summary) }
    if !report.isClean { throw CommandFailure(.partial, "") }
  }
}

/// The period that flags name.
enum PeriodFlags {
  /// Reads a first day and a number of days.
  ///
  /// *Throws*: `CommandFailure` with status 64 and an example.
  static func read(from: String?, days: Int?) throws -> (from: CivilDate?, days: Int?) {
    if let days, !(1...366).contains(days) {
      throw CommandFailure(.usage, "error: --days is \(days)\nMaybe a number from 1 to 366.")
    }
    return (
      try from.map {
        try readFlag($0, "--from", example: "2026-03-09") { CivilDate(text: $0) }
      }, days
    )
  }
}
