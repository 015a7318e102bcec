import ArgumentParser
import ContactCenter
import Planning
import Records

/// Breaks, meetings and training placed in the shifts of a roster that stands.
struct PlaceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Places breaks anew, and meetings, training and coaching, in the shifts of a roster.",
    discussion: """
      Shifts stay as they are. Breaks move within their windows to where least is short; then the plan's activities take the \
      places that cost the least service. Ends with 1 where a session finds no place, and with 69 where the solver HiGHS is \
      missing.

      Examples:
        muster place out/roster.csv --plan samples/northwind/plan.yaml --requirement out/requirement.csv -o placed.csv
        muster place theirs.csv --plan plan.yaml --requirement new.csv --map agent=Employee --activity work=Phone
      """)

  @Argument(help: "The roster record, or - for standard input.")
  var file: String

  @Option(help: "The requirement: breaks and sessions keep clear of where agents are short.")
  var requirement: String?

  @OptionGroup var roster: RosterFlags

  @OptionGroup var planOptions: PlanOptions

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let draft = try planOptions.draft()
    guard let plan = draft.plan else {
      throw CommandFailure(
        .usage, "error: breaks and activities are in a plan\nMaybe add --plan plan.yaml.")
    }
    var reader = try RosterInput(draft: draft, files: planOptions.files, flags: roster)
    var input = try reader.input(try reader.roster(file), plan: plan, flags: roster)
    if let requirement {
      input.requirement = try reader.record(RequirementRecord.self, requirement)
    }
    let result = try PlacementStage.run(plan: plan, input, library: try Solver.library())
    try output.deliver(try RosterRecord.bytes(of: result.roster, zone: plan.grid.zone))
    Console.report(reader.findings + result.findings, quiet: output.quiet)
    if !output.quiet {
      Console.message(summary(result, hasNeed: requirement != nil))
    }
    if !result.unplaced.isEmpty { throw CommandFailure(.partial, "") }
  }

  private func summary(_ result: PlacementStage.Result, hasNeed: Bool) -> String {
    var parts = ["\(result.breaksMoved) breaks moved"]
    if hasNeed {
      parts.append(
        "\(NumberText.fixed(result.shortHoursBefore, 1)) agent-hours short before, "
          + "\(NumberText.fixed(result.shortHours, 1)) now")
    }
    if !result.sessions.isEmpty || !result.unplaced.isEmpty {
      parts.append(
        "\(result.sessions.count) sessions of \(NumberText.fixed(result.sessionHours, 1)) agent-hours placed, "
          + "\(result.unplaced.count) not"
          + (hasNeed
            ? "; they add \(NumberText.fixed(result.addedShortHours, 1)) agent-hours short" : ""))
    }
    return parts.joined(separator: ", ")
  }
}
