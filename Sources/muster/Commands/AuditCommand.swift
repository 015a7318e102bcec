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

  @OptionGroup var roster: RosterFlags

  @OptionGroup var planOptions: PlanOptions

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let draft = try planOptions.draft()
    guard let plan = draft.plan else {
      throw CommandFailure(.usage, "error: the rules are in a plan\nMaybe add --plan plan.yaml.")
    }
    var reader = try RosterInput(draft: draft, files: planOptions.files, flags: roster)
    var input = try reader.input(try reader.roster(file), plan: plan, flags: roster)
    if let requirement {
      input.requirement = try reader.record(RequirementRecord.self, requirement)
    }
    let report = try AuditStage.run(plan: plan, input)
    let text = AuditText(report: report, grid: plan.grid)
    let summary = text.summary
    try output.deliver(try AuditTable.bytes(report, zone: plan.grid.zone), table: text.full)
    Console.report(reader.findings, quiet: output.quiet)
    if !output.quiet, !output.showsTable { Console.message(summary) }
    if !report.isClean { throw CommandFailure(.partial, "") }
  }
}
